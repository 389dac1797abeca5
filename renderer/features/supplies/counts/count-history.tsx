import Button from '@mui/material/Button';
import type { CountStatus } from '../../../../preload/contract/supplies/choices.ts';
import type { CountSummary } from '../../../../preload/contract/supplies/counts.ts';
import { shortInstant } from '../../../ui/dates.ts';
import { Section } from '../../../ui/section.tsx';
import styles from './counts.module.css';

const statusWords: Readonly<Record<CountStatus, string>> = {
  counting: 'being counted',
  review: 'being looked through',
  posted: 'booked',
  cancelled: 'given up',
};

/** The counts so far, newest first. */
export function CountHistory({ counts, onOpen }: { readonly counts: readonly CountSummary[]; readonly onOpen: (countId: string) => void }) {
  return (
    <Section title="Counts" facts="newest first">
      <table className={styles.history}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Room</th>
            <th scope="col">Started</th>
            <th scope="col">State</th>
            <th scope="col">Counted</th>
            <th scope="col">Differ</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.id}>
              <th scope="row">
                <Button variant="text" color="primary" onClick={() => onOpen(count.id)}>
                  {count.label}
                </Button>
              </th>
              <td>{count.room}</td>
              <td>
                {shortInstant(count.startedAt)} by {count.startedBy}
              </td>
              <td>{statusWords[count.status]}</td>
              <td>
                {count.counted} of {count.lines}
              </td>
              <td>{count.blind && count.status === 'counting' ? '' : count.differing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
