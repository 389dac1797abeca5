import { useId } from 'react';
import { Field } from '../../ui/form/field.tsx';
import form from '../../ui/form/form.module.css';
import type { PositionFields } from '../../../preload/contract/practice/practice.ts';
import { PositionsAnswer } from './positions-answer.tsx';
import type { AnswerField, SetUpAnswers } from './set-up-answers.ts';
import styles from './start.module.css';
import { otherTimeZones, usTimeZones } from './time-zones.ts';
import { weekdayNames } from './weekday-names.ts';

/** The settings with a sensible default, for those who want another one. */
export function PracticeSettings({
  answers,
  positions,
  change,
  refused,
}: {
  readonly answers: SetUpAnswers;
  /** As they would be made: the usual ones, and those of the list. */
  readonly positions: readonly PositionFields[];
  readonly change: (answers: Partial<SetUpAnswers>) => void;
  readonly refused: Partial<Record<AnswerField, string>>;
}) {
  const heading = useId();
  return (
    <section className={styles.settings} aria-labelledby={heading}>
      <h3 id={heading} className="sr-only">
        Settings of the practice
      </h3>
      <Field label="Locations" hint="Their names with commas between. Leave it empty for one." error={refused.locations}>
        {(parts) => (
          <input
            {...parts}
            className={form.input}
            data-answer="locations"
            placeholder="Main office, North clinic"
            autoComplete="off"
            value={answers.locations}
            onChange={(event) => change({ locations: event.target.value })}
          />
        )}
      </Field>
      <Field label="Time zone" error={refused.timeZone}>
        {(parts) => (
          <select
            {...parts}
            className={form.input}
            data-answer="timeZone"
            value={answers.timeZone}
            onChange={(event) => change({ timeZone: event.target.value })}
          >
            <optgroup label="United States">
              {usTimeZones.map(({ zone, label }) => (
                <option key={zone} value={zone}>
                  {label}
                </option>
              ))}
            </optgroup>
            <optgroup label="Elsewhere">
              {otherTimeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      <Field label="The schedule's week starts on">
        {(parts) => <WeekdaySelect parts={parts} value={answers.weekStartsOn} onChange={(weekStartsOn) => change({ weekStartsOn })} />}
      </Field>
      <Field label="The pay week starts on" hint="Overtime over 40 hours is counted in it.">
        {(parts) => (
          <WeekdaySelect parts={parts} value={answers.workweekStartsOn} onChange={(workweekStartsOn) => change({ workweekStartsOn })} />
        )}
      </Field>
      <Field label="Clock">
        {(parts) => (
          <select
            {...parts}
            className={form.input}
            value={answers.clock}
            onChange={(event) => change({ clock: event.target.value === '24' ? '24' : '12' })}
          >
            <option value="12">12 hours (8-4:30)</option>
            <option value="24">24 hours (8-16:30)</option>
          </select>
        )}
      </Field>
      <Field label="Paper">
        {(parts) => (
          <select
            {...parts}
            className={form.input}
            value={answers.paper}
            onChange={(event) => change({ paper: event.target.value === 'a4' ? 'a4' : 'letter' })}
          >
            <option value="letter">US Letter</option>
            <option value="a4">A4</option>
          </select>
        )}
      </Field>
      <PositionsAnswer
        positions={answers.positions ?? positions}
        onChange={(changed) => change({ positions: changed })}
        error={refused.positions}
      />
    </section>
  );
}

function WeekdaySelect({
  parts,
  value,
  onChange,
}: {
  readonly parts: Readonly<Record<string, string | true | undefined>> | object;
  readonly value: number;
  readonly onChange: (weekday: number) => void;
}) {
  return (
    <select {...parts} className={form.input} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {weekdayNames.map((name, index) => (
        <option key={name} value={index + 1}>
          {name}
        </option>
      ))}
    </select>
  );
}
