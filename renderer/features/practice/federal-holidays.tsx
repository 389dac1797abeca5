import { useController, type Control } from 'react-hook-form';
import { practiceFields, type PracticeFields } from '../../../preload/contract/practice/practice.ts';
import type { HolidayView } from '../../../preload/contract/practice/holidays.ts';
import type { LocalDate } from '../../../preload/contract/shared/primitives.ts';
import { usePractice } from '../../api/practice-queries.ts';
import { shortDate } from '../../ui/dates.ts';
import { Tick } from '../../ui/form/form-fields.tsx';
import form from '../../ui/form/form.module.css';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { Section } from '../../ui/section.tsx';
import styles from './federal-holidays.module.css';
import { usePracticeWrites } from './use-practice-writes.ts';

/** Whether the practice keeps the federal holidays, and which of them. */
export function FederalHolidays() {
  const { id, practice, holidays, today } = usePractice();
  const { savePractice, seen } = usePracticeWrites();
  const state = useSavedForm({
    schema: practiceFields,
    stored: practice,
    prefix: 'practice',
    save: (values) => savePractice({ seen: seen(id), practice: values }),
  });
  const { control } = state.form;
  return (
    <SavedForm state={state} label="Federal holidays">
      <Section title="Federal holidays">
        <Tick
          alone
          control={control}
          name="closedOnHolidays"
          label="Closed on federal holidays"
          hint="They count toward contract hours and never toward overtime."
        />
        {practice.closedOnHolidays && <KeptHolidays control={control} holidays={holidays} today={today} />}
      </Section>
    </SavedForm>
  );
}

/** Each holiday with its next day: ticked where the practice is closed. */
function KeptHolidays({
  control,
  holidays,
  today,
}: {
  readonly control: Control<PracticeFields>;
  readonly holidays: readonly HolidayView[];
  readonly today: LocalDate;
}) {
  const {
    field: { value: open, onChange, onBlur },
  } = useController({ control, name: 'openHolidays' });
  return (
    <fieldset className={styles.kept}>
      <legend className="sr-only">Holidays the practice is closed on</legend>
      {holidays.map(({ id, name, nextOn }) => (
        <label key={id} className={`${form.tick} ${styles.holiday}`}>
          <input
            type="checkbox"
            checked={!open.includes(id)}
            onBlur={onBlur}
            onChange={(event) => onChange(event.target.checked ? open.filter((other) => other !== id) : [...open, id])}
          />
          {name} <span className={`${styles.on} num`}>{shortDate(nextOn, today)}</span>
        </label>
      ))}
    </fieldset>
  );
}
