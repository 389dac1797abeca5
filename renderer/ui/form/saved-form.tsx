import Button from '@mui/material/Button';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import styles from './form.module.css';
import type { SavedFormState } from './use-saved-form.ts';

/** Lays out a `useSavedForm`: it saves when a field is left, when a choice is made, and on Enter. */
export function SavedForm<Values extends FieldValues>({
  state,
  label,
  whole = false,
  children,
}: {
  readonly state: SavedFormState<Values>;
  /** Read out. */
  readonly label: string;
  /** Saves only when the focus leaves the form, or on Enter: for a new thing, which is not whole before. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}) {
  const { commit, refusal, takeStored } = state;
  const saving = {
    onBlur: (event: FocusEvent) => {
      if (!whole || !event.currentTarget.contains(event.relatedTarget)) void commit();
    },
    onChange: ({ target }: { readonly target: EventTarget }) => {
      if (whole) return;
      // A choice is whole at once; text is not until it is left.
      if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'checkbox')) void commit();
    },
    // A form of several fields and no button is not submitted by Enter on its own.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void commit();
    },
    onSubmit: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      void commit();
    },
  };
  return (
    <form className={styles.form} aria-label={label} noValidate {...saving}>
      {children}
      {refusal && (
        <div className={styles.conflict} role="alert">
          <p>{refusal.message}</p>
          {refusal.code === 'conflict' && (
            <>
              <Button onClick={() => void commit()}>Save mine</Button>
              <Button onClick={takeStored}>Take theirs</Button>
            </>
          )}
        </div>
      )}
    </form>
  );
}
