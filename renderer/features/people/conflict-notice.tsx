import Button from '@mui/material/Button';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import { draftOf, type PersonDraft } from './person-draft.ts';
import styles from './person-form.module.css';

const fieldWords: Readonly<Record<keyof PersonDraft, string>> = {
  givenName: 'First name',
  familyName: 'Last name',
  nickname: 'Called',
  phone: 'Phone',
  positions: 'Positions',
  employmentClass: 'Class',
  exempt: 'Exempt',
  homeLocationId: 'Location',
  hours: 'Contract hours',
  activeFrom: 'First day',
  activeTo: 'Last day',
  payRates: 'Pay',
};

/** Someone else saved the same person meanwhile: what differs, and which of the two is to stand. The typing is kept. */
export function ConflictNotice({
  theirs,
  fields,
  onSave,
  onDiscard,
}: {
  readonly theirs: PersonView;
  readonly fields: readonly (keyof PersonDraft)[];
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const stored = draftOf(theirs);
  return (
    <div className={styles.conflict} role="alert">
      <p>{theirs.name} was changed meanwhile. What you typed is kept here and not saved yet.</p>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => {
            const value = stored[field];
            return (
              <li key={field}>
                {fieldWords[field]}
                {typeof value === 'string' ? `: now “${value || 'nothing'}”` : ' differs'}
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={onSave}>Save mine</Button>
        <Button onClick={onDiscard}>Take theirs</Button>
      </div>
    </div>
  );
}
