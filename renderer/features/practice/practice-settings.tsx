import { practiceFields } from '../../../preload/contract/practice/practice.ts';
import { usePractice } from '../../api/practice-queries.ts';
import { Choice, TextLine, TimeOfDay, WholeNumber } from '../../ui/form/form-fields.tsx';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { Fields } from '../../ui/form/fields.tsx';
import { Section } from '../../ui/section.tsx';
import { timeZoneOptions, weekdayOptions } from './practice-words.ts';
import { usePracticeWrites } from './use-practice-writes.ts';

/** The practice's own settings. */
export function PracticeSettings() {
  const { id, practice } = usePractice();
  const { savePractice, seen } = usePracticeWrites();
  const state = useSavedForm({
    schema: practiceFields,
    stored: practice,
    prefix: 'practice',
    save: (values) => savePractice({ seen: seen(id), practice: values }),
  });
  const { control } = state.form;
  return (
    <SavedForm state={state} label="Practice">
      <Section title="Practice">
        <Fields>
          <TextLine control={control} name="name" label="Name" width="30rem" hint="Stands on top of every printed week." />
          <Choice control={control} name="timeZone" label="Time zone" options={timeZoneOptions(practice.timeZone)} width="20rem" />
          <Choice control={control} name="clock" label="Clock" options={clocks} width="20rem" />
          <Choice control={control} name="paper" label="Paper" options={papers} width="20rem" />
        </Fields>
      </Section>
      <Section title="The week">
        <Fields>
          <Choice
            control={control}
            name="weekStartsOn"
            label="The schedule begins on"
            options={weekdayOptions}
            read={Number}
            width="12rem"
          />
          <Choice
            control={control}
            name="workweekStartsOn"
            label="Overtime is counted from"
            hint="The first day of the practice’s own seven-day workweek. More than 40 hours in it are overtime."
            options={weekdayOptions}
            read={Number}
            width="12rem"
          />
        </Fields>
      </Section>
      <Section title="Lunch" facts="the usual unpaid meal, taken off the hours of a shift">
        <Fields>
          <WholeNumber control={control} name="mealMinutes" label="Length" unit="min" max={180} hint="0 switches it off." />
          <WholeNumber control={control} name="mealAfterMinutes" label="In shifts longer than" unit="h" max={24} per={60} />
          <TimeOfDay control={control} name="mealStartMinute" label="Usually at" hint="Where it fits into the shift." />
        </Fields>
      </Section>
    </SavedForm>
  );
}

const clocks = [
  { value: '12', label: '12 hours, 8:30 am' },
  { value: '24', label: '24 hours, 08:30' },
];
const papers = [
  { value: 'letter', label: 'US Letter' },
  { value: 'a4', label: 'A4' },
];
