import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch, type FieldPath, type UseFormReturn } from 'react-hook-form';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { useDrafts } from '../../app/draft.store.ts';
import { changedFields, draftOf, draftPath, mergeDraft, readDraft, sameDraft, type PersonDraft } from './person-draft.ts';
import { personResolver } from './person-resolver.ts';
import { useSavePerson } from './use-save-person.ts';

/** Typing that was not saved yet, with the person as they were when it began. */
interface KeptPerson {
  readonly draft: PersonDraft;
  readonly base: PersonView | null;
}

/** A person's form with everything that keeps its typing safe. */
export interface PersonFormState {
  readonly form: UseFormReturn<PersonDraft, unknown, PersonDraft>;
  /** Whether something is typed that is not saved. */
  readonly unsaved: boolean;
  /** A refusal that has no field of its own. */
  readonly refusal: ErrorShape | null;
  /** Someone else's change to the same fields, as drafts; null when there is none. */
  readonly conflict: { readonly theirs: PersonView; readonly fields: readonly (keyof PersonDraft)[] } | null;
  readonly save: () => Promise<void>;
  /** Gives the typing up. */
  readonly discard: () => void;
}

/**
 * Begins with what was typed and not saved before, else with the stored person or `fresh`.
 * A change by someone else renews the form while nothing is typed; with typing it becomes a `conflict` on saving.
 */
export function usePersonForm({
  draftKey,
  page,
  person,
  fresh,
  onSaved,
}: {
  readonly draftKey: string;
  /** Where the form is. */
  readonly page: string;
  /** Null for someone new. */
  readonly person: PersonView | null;
  readonly fresh: PersonDraft;
  readonly onSaved: (id: Id) => void;
}): PersonFormState {
  const [kept] = useState(() => keptPerson(draftKey));
  const [base, setBase] = useState(kept ? kept.base : person);
  const [refusal, setRefusal] = useState<ErrorShape | null>(null);
  const [conflict, setConflict] = useState<PersonFormState['conflict']>(null);
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const savePerson = useSavePerson();
  const form = useForm<PersonDraft, unknown, PersonDraft>({
    resolver: personResolver,
    mode: 'onTouched',
    defaultValues: kept?.draft ?? (person ? draftOf(person) : fresh),
  });
  const { reset, setError, handleSubmit, control, getValues } = form;
  // A copy, as the form goes on changing the object it hands out.
  const typed = useWatch({ control, compute: (values: PersonDraft) => structuredClone(values) });
  const begun = base ? draftOf(base) : fresh;
  const unsaved = !sameDraft(typed, begun);

  // Others' changes: taken over while nothing is typed, or when they touched nothing that is shown here.
  const [newest, setNewest] = useState(person);
  if (person !== newest) {
    setNewest(person);
    if (person && base) {
      const before = draftOf(base);
      if (sameDraft(draftOf(person), before) || sameDraft(typed, before)) setBase(person);
    }
  }
  const shownBase = useRef(base);
  useEffect(() => {
    const before = shownBase.current;
    shownBase.current = base;
    if (before && base && before.id === base.id && sameDraft(getValues(), draftOf(before))) reset(draftOf(base));
  }, [base, getValues, reset]);

  const latest = useRef({ draft: typed, base, unsaved });
  useEffect(() => {
    latest.current = { draft: typed, base, unsaved };
  });
  useEffect(() => {
    if (unsaved) keepPerson(draftKey, { draft: typed, base }, page);
    else useDrafts.getState().drop(draftKey);
  }, [draftKey, page, typed, base, unsaved]);
  useEffect(
    () => () => {
      const { draft, base: then, unsaved: open } = latest.current;
      if (open) keepPerson(draftKey, { draft, base: then }, null);
      else useDrafts.getState().drop(draftKey);
    },
    [draftKey],
  );

  const discard = () => {
    setRefusal(null);
    setConflict(null);
    useDrafts.getState().drop(draftKey);
    setBase(person);
    reset(person ? draftOf(person) : fresh);
  };

  const storedPerson = (wanted: Id | undefined) => queryClient.getQueryData(trpc.people.list.queryKey())?.find((one) => one.id === wanted);

  const submit = async (draft: PersonDraft): Promise<void> => {
    const result = readDraft(draft);
    if (!result.ok) return;
    setRefusal(null);
    try {
      const id = await savePerson(result.read, base);
      setConflict(null);
      useDrafts.getState().drop(draftKey);
      const stored = storedPerson(id);
      if (stored) {
        setBase(stored);
        // What was typed while this was on its way stays typed.
        reset(mergeDraft(getValues(), draft, draftOf(stored)));
      }
      latest.current = { ...latest.current, unsaved: false };
      onSaved(id);
    } catch (error) {
      const shape = refusalOf(error);
      if (shape.code === 'conflict' && base) {
        const theirs = storedPerson(base.id);
        if (theirs) {
          const merged = mergeDraft(getValues(), draftOf(base), draftOf(theirs));
          setConflict({ theirs, fields: changedFields(merged, draftOf(theirs)) });
          setBase(theirs);
          reset(merged);
          return;
        }
      }
      setRefusal(placeRefusals(shape, setError) ? null : shape);
    }
  };

  return { form, unsaved, refusal, conflict, save: () => handleSubmit(submit)(), discard };
}

function keepPerson(key: string, kept: KeptPerson, openAt: string | null): void {
  useDrafts.getState().keep(key, kept, openAt);
}

function keptPerson(key: string): KeptPerson | undefined {
  const value = useDrafts.getState().drafts.get(key)?.value;
  return isKeptPerson(value) ? value : undefined;
}

const isKeptPerson = (value: unknown): value is KeptPerson =>
  typeof value === 'object' && value !== null && 'draft' in value && 'base' in value;

const fieldNames: readonly FieldPath<PersonDraft>[] = [
  'givenName',
  'familyName',
  'nickname',
  'phone',
  'positions',
  'employmentClass',
  'exempt',
  'homeLocationId',
  'hours',
  'activeFrom',
  'activeTo',
  'payRates',
];

/** Fields of several inputs: none of them is the one to go to, and leaving the one that is typed in would take the sentence away. */
const groups: ReadonlySet<FieldPath<PersonDraft>> = new Set(['positions', 'payRates']);

/** Puts main's sentences beside their fields; answers true when each found one. */
function placeRefusals(shape: ErrorShape, setError: UseFormReturn<PersonDraft>['setError']): boolean {
  const sentences = Object.entries(shape.fields ?? {});
  const placed = sentences.filter(([path, message]) => {
    const own = draftPath(path.split('.'));
    const name = fieldNames.find((field) => own === field || own.startsWith(`${field}.`));
    if (name) setError(name, { type: 'refused', message }, { shouldFocus: !groups.has(name) });
    return name !== undefined;
  });
  return sentences.length > 0 && placed.length === sentences.length;
}
