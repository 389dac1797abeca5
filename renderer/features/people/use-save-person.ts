import { useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { draftOf, readDraft, type ReadDraft } from './person-draft.ts';

/** Saves what differs from `base`, the person and their pay as one change. Answers the person's id. Throws a refusal. */
export function useSavePerson(): (read: ReadDraft, base: PersonView | null) => Promise<Id> {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { mutateAsync: save } = useWrite(trpc.people.save.mutationOptions(), { sayRefusal: false });

  return async ({ person, payRates }, base) => {
    const stored = base && readDraft(draftOf(base));
    const differs = !stored?.ok || JSON.stringify(stored.read.person) !== JSON.stringify(person);
    const pay = payChanges(payRates, base?.payRates ?? []);
    if (base && !differs && !pay) return base.id;
    try {
      const { id } = await save({
        ...(base ? { seen: { id: base.id, version: base.version } } : {}),
        ...(differs ? { person } : {}),
        ...(pay ? { payRates: pay } : {}),
      });
      return id;
    } finally {
      // The next save carries the versions this one made.
      await queryClient.invalidateQueries({ queryKey: trpc.people.list.queryKey() });
    }
  };
}

/** The rates to remove, and those to change or to add; undefined when they stay as they are. */
function payChanges(typed: ReadDraft['payRates'], stored: NonNullable<PersonView['payRates']>) {
  const archive = stored.filter(({ id }) => !typed.some(({ rateId }) => rateId === id)).map(({ id, version }) => ({ id, version }));
  const save = typed
    .filter(({ rateId, effectiveOn, centsPerHour }) => {
      const known = stored.find(({ id }) => id === rateId);
      return known?.effectiveOn !== effectiveOn || known.centsPerHour !== centsPerHour;
    })
    .map(({ rateId, version, effectiveOn, centsPerHour }) => ({
      ...(rateId === '' ? {} : { seen: { id: rateId, version } }),
      payRate: { effectiveOn, centsPerHour },
    }));
  return archive.length + save.length === 0 ? undefined : { save, archive };
}
