import { useId } from 'react';
import styles from './start.module.css';
import { Below, Step } from './step.tsx';
import type { SetUpState } from './use-set-up.ts';

/** Opening hours as people write them, said back as they were read. */
export function HoursStep({ state: { answers, change, preview, refused } }: { readonly state: SetUpState }) {
  const id = useId();
  const next = answers.closedOnHolidays && preview?.nextHoliday ? `Next: ${preview.nextHoliday}.` : '';
  const read = preview?.hours.ok && plain(preview.hours.text) !== plain(answers.hours) ? `Read as ${preview.hours.text}. ` : '';
  return (
    <Step number={3} title={<label htmlFor={id}>Opening hours</label>}>
      <div className={styles.hours}>
        <input
          id={id}
          className={styles.field}
          data-answer="hours"
          value={answers.hours}
          placeholder="Mon-Fri 8-5"
          aria-invalid={refused.hours ? true : undefined}
          aria-describedby={`${id}-below`}
          autoComplete="off"
          onChange={(event) => change({ hours: event.target.value })}
        />
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={answers.closedOnHolidays}
            onChange={(event) => change({ closedOnHolidays: event.target.checked })}
          />
          Closed on US holidays
        </label>
      </div>
      <Below id={`${id}-below`} error={refused.hours}>
        {read}
        {next}
      </Below>
    </Step>
  );
}

/** Hours that differ only in dashes, blanks and capitals need no saying back. */
function plain(hours: string): string {
  return hours.replaceAll(/[–—]/g, '-').replaceAll(/\s/g, '').toLowerCase();
}
