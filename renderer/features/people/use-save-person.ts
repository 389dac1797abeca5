import { useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { ChangeSetRef, Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useUndoActions, useWrite } from '../../app/use-write.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { draftOf, readDraft, type ReadDraft } from './person-draft.ts';

const quiet = { done: null, sayRefusal: false } as const;

/**
 * Saves what differs from `base`: the person, then each pay rate. Answers the person's id. Throws the first refusal.
 * `onPerson` tells that the person stands, even when a pay rate is then refused.
 */
export function useSavePerson(): (read: ReadDraft, base: PersonView | null, onPerson: (id: Id) => void) => Promise<Id> {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { undo } = useUndoActions();
  const { mutateAsync: save } = useWrite(trpc.people.save.mutationOptions(), quiet);
  const { mutateAsync: savePayRate } = useWrite(trpc.people.payRate.save.mutationOptions(), quiet);
  const { mutateAsync: archivePayRate } = useWrite(trpc.people.payRate.archive.mutationOptions(), quiet);

  return async ({ person, payRates }, base, onPerson) => {
    const changes: ChangeSetRef[] = [];
    const note = ({ changeSet }: { readonly changeSet: ChangeSetRef | null }) => {
      if (changeSet) changes.push(changeSet);
    };
    const stored = base && readDraft(draftOf(base));
    const differs = !stored?.ok || JSON.stringify(stored.read.person) !== JSON.stringify(person);
    let id = base?.id;
    try {
      if (differs || id === undefined) {
        const written = await save({ person, ...(base ? { seen: { id: base.id, version: base.version } } : {}) });
        note(written);
        id = written.id;
        onPerson(id);
      }
      const kept = new Set(payRates.map(({ rateId }) => rateId));
      for (const rate of base?.payRates ?? []) {
        if (!kept.has(rate.id)) note(await archivePayRate({ seen: { id: rate.id, version: rate.version } }));
      }
      for (const { rateId, version, effectiveOn, centsPerHour } of payRates) {
        const known = base?.payRates?.find((rate) => rate.id === rateId);
        if (known && known.effectiveOn === effectiveOn && known.centsPerHour === centsPerHour) continue;
        const seen = rateId === '' ? {} : { seen: { id: rateId, version } };
        note(await savePayRate({ personId: id, ...seen, payRate: { effectiveOn, centsPerHour } }));
      }
    } finally {
      // The next save carries the versions this one made.
      await queryClient.invalidateQueries({ queryKey: trpc.people.list.queryKey() });
    }
    const last = changes.at(0);
    if (last) showNotice({ tone: 'done', text: last.label, action: { label: 'Undo', perform: () => void undo(last.id) } });
    return id;
  };
}
