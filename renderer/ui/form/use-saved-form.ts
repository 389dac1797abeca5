import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import { useForm, type FieldPath, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import { refusalOf } from '../../api/refusal.ts';
import { setRefusedFields } from './refused-fields.ts';

/** A form that saves itself; see `useSavedForm`. */
export interface SavedFormState<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** Saves what differs from what is stored; does nothing when nothing does, or when a field is refused. */
  readonly commit: () => Promise<void>;
  /** What could not be said beside a field. */
  readonly refusal: ErrorShape | null;
  /** Gives the typing up for what is stored. */
  readonly takeStored: () => void;
}

/**
 * A form over a stored thing, saved field by field as the person leaves it: there is no save button.
 * A refetch renews the fields that were not touched; after a `conflict` the typing stays, and saving again is meant.
 * @param prefix where the values lie in the procedure's input: refusals name `person.phone`
 */
export function useSavedForm<Values extends FieldValues>({
  schema,
  stored,
  prefix,
  save,
}: {
  readonly schema: z.ZodType<Values, Values>;
  readonly stored: Values;
  readonly prefix: string;
  readonly save: (values: Values) => Promise<unknown>;
}): SavedFormState<Values> {
  const queue = useRef(Promise.resolve());
  const saved = useRef<{ readonly over: Values; readonly values: Values } | null>(null);
  const [refusal, setRefusal] = useState<ErrorShape | null>(null);
  const resolver: Resolver<Values, unknown, Values> = zodResolver(schema);
  const form = useForm<Values, unknown, Values>({
    resolver,
    values: stored,
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    mode: 'onTouched',
  });
  const { reset, handleSubmit, setError } = form;

  const store = async (values: Values): Promise<void> => {
    // Enter saves, and so does leaving the field: the second of them finds it done, also before the screen shows it.
    const done = saved.current && sameValues(saved.current.over, stored) ? saved.current.values : stored;
    if (sameValues(values, done)) return;
    try {
      await save(values);
      saved.current = { over: stored, values };
      setRefusal(null);
      // What was typed while this was on its way stays typed.
      reset(values, { keepValues: true, keepDirtyValues: false });
    } catch (error) {
      const refused = refusalOf(error);
      const names = Object.keys(values).filter((key): key is FieldPath<Values> => key in values);
      setRefusal(setRefusedFields(refused, prefix, names, setError) ? null : refused);
    }
  };

  return {
    form,
    // One after the other: a save that began while another was on its way would carry the version before it.
    commit: () => {
      if (!sameValues(form.getValues(), stored)) queue.current = queue.current.then(() => handleSubmit(store)());
      return queue.current;
    },
    refusal,
    takeStored: () => {
      setRefusal(null);
      reset(stored, { keepDirtyValues: false, keepErrors: false });
    },
  };
}

/** Whether two values say the same, whatever the order of their keys. */
function sameValues(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameValues(value, right.get(key)));
}
