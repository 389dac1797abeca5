import Button from '@mui/material/Button';
import { useController, useWatch, type Control } from 'react-hook-form';
import form from '../../ui/form/form.module.css';
import { hoursText, readHours } from './hours-text.ts';
import { dayNames } from './people-words.ts';
import type { PersonDraft } from './person-draft.ts';
import styles from './person-form.module.css';

type PersonControl = Control<PersonDraft, unknown, PersonDraft>;

const fullNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Contract hours for each weekday, typed as hours ("8", "7.5", "7:30"), with their sum. */
export function HoursField({ control, onFill }: { readonly control: PersonControl; readonly onFill: (hours: string[]) => void }) {
  const hours = useWatch({ control, name: 'hours' });
  const sum = hours.reduce((total, text) => total + (readHours(text) ?? 0), 0);
  return (
    <fieldset className={styles.section} aria-label="Contract hours">
      <div className={styles.sectionHead}>
        <h3>Contract hours</h3>
        <span className={`${styles.sum} num`} aria-live="polite">
          {sum === 0 ? 'none' : `${hoursText(sum)} h a week`}
        </span>
        <Button onClick={() => onFill(['8', '8', '8', '8', '8', '', ''])}>Mon-Fri 8</Button>
      </div>
      <div className={styles.days}>
        {dayNames.map((name, day) => (
          <DayHours key={name} control={control} day={day} />
        ))}
      </div>
      <HoursRefusal control={control} />
    </fieldset>
  );
}

function DayHours({ control, day }: { readonly control: PersonControl; readonly day: number }) {
  const { field, fieldState } = useController({ control, name: `hours.${day}` });
  return (
    <label className={styles.day}>
      <span aria-hidden>{dayNames[day]}</span>
      <input
        {...field}
        className={`${form.input} num`}
        aria-label={`${fullNames[day]}, hours`}
        aria-invalid={fieldState.error ? true : undefined}
        aria-describedby={fieldState.error ? 'hours-refused' : undefined}
        autoComplete="off"
      />
    </label>
  );
}

/** One sentence for the row of small fields, naming the days it is about. */
function HoursRefusal({ control }: { readonly control: PersonControl }) {
  const { formState } = useController({ control, name: 'hours' });
  const refused = dayNames.flatMap((name, day) => {
    const message = formState.errors.hours?.[day]?.message;
    return message ? [{ name, message }] : [];
  });
  const [first] = refused;
  if (!first) return null;
  return (
    <p id="hours-refused" className={styles.error}>
      {refused.map(({ name }) => name).join(', ')}: {first.message}
    </p>
  );
}
