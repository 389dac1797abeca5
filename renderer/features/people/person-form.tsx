import { useMemo } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { employmentClasses } from '../../../preload/contract/people/people.ts';
import type { PracticeView } from '../../../preload/contract/practice/practice.ts';
import { Choice, TextLine, Tick } from '../../ui/form/form-fields.tsx';
import { HoursField } from './hours-field.tsx';
import { PayField } from './pay-field.tsx';
import { classWords } from './people-words.ts';
import type { PersonDraft } from './person-draft.ts';
import styles from './person-form.module.css';
import { PositionsField } from './positions-field.tsx';

const classOptions = employmentClasses.map((value) => ({ value, label: classWords[value] }));

/** Everything the practice keeps of a person. Pay is left out where it may not be seen; for those who may only look, nothing takes typing. */
export function PersonForm({
  form,
  practice,
  canWrite,
  showPay,
}: {
  readonly form: UseFormReturn<PersonDraft, unknown, PersonDraft>;
  readonly practice: PracticeView;
  readonly canWrite: boolean;
  readonly showPay: boolean;
}) {
  const { control, setValue } = form;
  const locationOptions = useMemo(
    () => [{ value: '', label: 'Any' }, ...practice.locations.map(({ id, name }) => ({ value: id, label: name }))],
    [practice.locations],
  );
  return (
    <fieldset className={styles.form} disabled={!canWrite}>
      <TextLine control={control} name="givenName" label="First name" />
      <TextLine control={control} name="familyName" label="Last name" />
      <TextLine control={control} name="nickname" label="Called" hint="As the schedule shows them, if it is another name." />
      <TextLine control={control} name="phone" label="Phone" type="tel" />
      <PositionsField control={control} positions={practice.positions} />
      <HoursField
        control={control}
        onFill={(hours) => setValue('hours', hours, { shouldDirty: true, shouldTouch: true, shouldValidate: true })}
      />
      <div className={styles.section}>
        <Choice control={control} name="employmentClass" label="Class" options={classOptions} />
        <Tick control={control} name="exempt" label="Salaried, never paid overtime (exempt)" />
        {practice.locations.length > 1 && <Choice control={control} name="homeLocationId" label="Location" options={locationOptions} />}
        <TextLine control={control} name="activeFrom" label="First day" type="date" width="10rem" />
        <TextLine control={control} name="activeTo" label="Last day" type="date" width="10rem" />
      </div>
      {showPay && <PayField control={control} today={practice.today} />}
    </fieldset>
  );
}
