import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { useAccess, useMay } from '../../api/access.ts';
import { Section } from '../../ui/section.tsx';
import { ComputerLockSettings } from './computer-lock-settings.tsx';
import { OwnPassphrase } from './own-passphrase.tsx';
import { OwnPin } from './own-pin.tsx';
import styles from './settings.module.css';

/** What keeps the practice closed to others: one's own passphrase and PIN, the recovery key, and when this computer locks. */
export function SecuritySettings() {
  const { protected: isProtected } = useAccess();
  const may = useMay();
  const navigate = useNavigate();
  if (!isProtected) {
    return (
      <Section title="Security">
        <p className={styles.words}>
          The practice file is encrypted, but it opens for anyone who can use this computer, as it has no passphrase yet. A passphrase makes
          it open only for those who sign in.
        </p>
        {may('access.protect') && (
          <Button variant="contained" color="primary" onClick={() => void navigate('/settings/protect')}>
            Protect this practice
          </Button>
        )}
      </Section>
    );
  }
  return (
    <>
      <OwnPassphrase />
      <OwnPin />
      {may('access.recoveryKey.make') && <RecoveryKeyState />}
      <ComputerLockSettings />
    </>
  );
}

const recoveryWords = {
  none: 'There is none. Without one, a passphrase that everybody forgot closes the practice for good.',
  unconfirmed: 'One was printed and not compared. Two groups typed from the sheet show that it is right; for that a new one is made.',
  confirmed: 'It is printed and was compared. If its envelope was opened or is lost, make a new one: the old one opens nothing then.',
} as const;

function RecoveryKeyState() {
  const { recoveryKey } = useAccess();
  const navigate = useNavigate();
  return (
    <Section title="Recovery key">
      <p className={styles.words}>{recoveryWords[recoveryKey]}</p>
      <Button onClick={() => void navigate('/settings/recovery-key')}>
        {recoveryKey === 'none' ? 'Make and print a recovery key' : 'Make and print a new recovery key'}
      </Button>
    </Section>
  );
}
