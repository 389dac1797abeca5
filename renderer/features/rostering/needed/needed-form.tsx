import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { NeededLineDraft } from '../drafts.ts';
import { readBand } from './band-text.ts';
import { weekdayNames } from './needed-words.ts';
import styles from './needed.module.css';

/** What a person filled in. */
export interface NeededValues {
  readonly weekdays: number[];
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly minimum: number;
}

interface NeededFormProps {
  readonly typed: NeededLineDraft;
  readonly refusal: string | null;
  readonly onType: (typed: NeededLineDraft) => void;
  readonly onSave: (values: NeededValues) => void;
  readonly onCancel: () => void;
}

/** Weekdays, from-to and how many: one line of people needed. */
export function NeededForm({ typed, refusal, onType, onSave, onCancel }: NeededFormProps) {
  const { weekdays, band, minimum } = typed;
  const [tried, setTried] = useState(false);
  const id = useId();
  const read = readBand(band);
  const count = /^\d{1,2}$/.test(minimum.trim()) ? Number(minimum) : 0;
  const sentence = !tried
    ? refusal
    : weekdays.length === 0
      ? 'Choose at least one weekday.'
      : read === null
        ? 'Write from and to, like 8-5.'
        : count < 1
          ? 'Write how many, from 1 to 99.'
          : refusal;
  const save = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (weekdays.length === 0 || read === null || count < 1) return;
    onSave({ weekdays: weekdays.toSorted((one, other) => one - other), ...read, minimum: count });
  };
  return (
    <form className={styles['form']} onSubmit={save} aria-label={typed.line === null ? 'Add people needed' : 'Change people needed'}>
      <fieldset className={styles['field']}>
        <legend className={styles['label']}>On</legend>
        <span className={styles['days']}>
          {weekdayNames.map((name, at) => (
            <label key={name} className={styles['day']}>
              <input
                type="checkbox"
                checked={weekdays.includes(at + 1)}
                onChange={(event) =>
                  onType({
                    ...typed,
                    weekdays: event.target.checked ? [...weekdays, at + 1] : weekdays.filter((weekday) => weekday !== at + 1),
                  })
                }
              />
              {name}
            </label>
          ))}
        </span>
      </fieldset>
      <label className={styles['field']}>
        <span className={styles['label']}>From-to</span>
        <input
          value={band}
          placeholder="8-5"
          aria-invalid={tried && read === null ? true : undefined}
          aria-describedby={`${id}-refusal`}
          onChange={(event) => onType({ ...typed, band: event.target.value })}
        />
      </label>
      <label className={styles['field']} data-short="">
        <span className={styles['label']}>At least</span>
        <input
          value={minimum}
          inputMode="numeric"
          aria-invalid={tried && count < 1 ? true : undefined}
          aria-describedby={`${id}-refusal`}
          onChange={(event) => onType({ ...typed, minimum: event.target.value })}
        />
      </label>
      <span className={styles['buttons']}>
        <Button type="submit" variant="contained" color="primary">
          {typed.line === null ? 'Add' : 'Change'}
        </Button>
        <Button variant="text" onClick={onCancel}>
          Cancel
        </Button>
      </span>
      <span className={styles['refusal']} id={`${id}-refusal`} role="alert">
        {sentence}
      </span>
    </form>
  );
}
