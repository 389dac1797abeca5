import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAccess, useMay } from '../../api/access.ts';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import { shortInstant } from '../../ui/dates.ts';
import { useWaitingNotes } from '../capture/use-waiting-notes.ts';
import { notePrinted, useOffers } from './offers.store.ts';
import styles from './quiet-bars.module.css';

interface QuietBar {
  readonly key: string;
  readonly words: string;
  readonly action?: { readonly label: string; readonly to: string };
}

/** What may be said above the page, one line at a time and never in the way: protection, the recovery key, an end without closing. */
export function QuietBars() {
  const access = useAccess();
  const may = useMay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const printed = useOffers((state) => state.printed);
  const waitingNotes = useWaitingNotes();
  const [put, setPut] = useState<readonly string[]>([]);
  const bar = [...barsOf(access, may, printed), ...notesBar(waitingNotes)].find(
    ({ key, action }) => !put.includes(key) && action?.to !== pathname,
  );
  useEffect(() => {
    window.addEventListener('afterprint', notePrinted);
    return () => window.removeEventListener('afterprint', notePrinted);
  }, []);
  if (!bar) return <div />;
  const { key, words, action } = bar;
  return (
    <aside className={styles.bar} aria-label="Notice">
      <p>{words}</p>
      {action && <Button onClick={() => void navigate(action.to)}>{action.label}</Button>}
      <Button variant="text" onClick={() => setPut([...put, key])}>
        {action ? 'Later' : 'Close'}
      </Button>
    </aside>
  );
}

/** Notes that came in while nobody was signed in. Another number is another line, so that new ones are told of again. */
const notesBar = (waiting: number): readonly QuietBar[] =>
  waiting === 0
    ? []
    : [
        {
          key: `notes ${waiting}`,
          words: waiting === 1 ? 'A note from the front desk waits.' : `${waiting} notes from the front desk wait.`,
          action: { label: 'Read', to: '/notes' },
        },
      ];

/** The lines that hold now, the most important one first. */
function barsOf(access: AccessState, may: (path: string) => boolean, printed: boolean): readonly QuietBar[] {
  const { lastChange, recoveryKey } = access;
  const bars: QuietBar[] = [];
  if (lastChange) {
    const { label, actor, at } = lastChange;
    bars.push({
      key: 'end',
      words: `The program ended without closing last time. The last change that is there: ${label} (${actor}, ${shortInstant(at)}).`,
    });
  }
  if (access.syncedBy !== null && may('backup.settings')) {
    bars.push({
      key: 'synced',
      words: `${access.syncedBy} copies this data folder while it is in use, which can damage it. Move it out of there; backups may lie there.`,
    });
  }
  if (!access.protected && !access.demonstration && (access.offerProtection || printed) && may('access.protect')) {
    bars.push({
      key: 'protect',
      words: 'This file opens for anyone who can use this computer. A passphrase changes that.',
      action: { label: 'Protect this practice', to: '/settings/protect' },
    });
  }
  if (access.protected && recoveryKey !== 'confirmed' && may('access.recoveryKey.make')) {
    const words =
      recoveryKey === 'none'
        ? 'There is no recovery key yet. Without one, a forgotten passphrase closes the practice for good.'
        : 'The printed recovery key was not compared yet. Two groups show that the sheet is right.';
    bars.push({ key: 'recovery', words, action: { label: 'Print the recovery key', to: '/settings/recovery-key' } });
  }
  return bars;
}
