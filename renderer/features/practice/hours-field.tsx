import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { LocationFields } from '../../../preload/contract/practice/practice.ts';
import { useApi } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { Field } from '../../ui/form/field.tsx';
import styles from '../../ui/form/form.module.css';

/** Opening hours as people write them, read back while they type. What cannot be read stays typed and is said. */
export function HoursField({
  control,
  text,
  onRead,
}: {
  readonly control: Control<LocationFields, unknown, LocationFields>;
  /** The stored hours, as text. */
  readonly text: string;
  /** The hours were read into the form after the field was left. */
  readonly onRead?: (() => void) | undefined;
}) {
  const { trpc, queryClient } = useApi();
  const { clock } = usePractice().practice;
  const { field, fieldState } = useController({ control, name: 'openingHours' });
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? text;
  const asked = useDeferredValue(shown);
  const { data: read } = useQuery({
    ...trpc.practice.hours.read.queryOptions({ text: asked, clock }),
    placeholderData: keepPreviousData,
  });

  const settle = async () => {
    if (typed === null) return;
    const settled = await queryClient.fetchQuery(trpc.practice.hours.read.queryOptions({ text: typed, clock }));
    if (!settled.ok) return;
    field.onChange(settled.openingHours);
    setTyped(null);
    onRead?.();
  };

  const error = read && !read.ok ? read.message : fieldState.error?.message;
  return (
    <Field label="Open" hint={typed === null || !read?.ok ? 'Like Mon-Fri 8-5:30, Sat 8-12.' : `Read as ${read.text}.`} error={error}>
      {(parts) => (
        <input
          {...parts}
          ref={field.ref}
          className={styles.input}
          style={{ width: '30rem' }}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            field.onBlur();
            void settle();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void settle();
          }}
          placeholder="Mon-Fri 8-5:30, Sat 8-12"
          autoComplete="off"
        />
      )}
    </Field>
  );
}
