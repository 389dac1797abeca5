import type { SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import { shortDate } from '../../ui/dates.ts';
import { StaffLeftOut } from './staff-left-out.tsx';
import { likelyHours } from './staff-table.ts';
import styles from './start.module.css';

type Unread = SheetPreview['unread'][number];

const most = 4;

/** What was read, in numbers, and what was not, as questions with their likely answer. */
export function StaffRead({
  read,
  onGo,
  onGoToLine,
  onAnswer,
}: {
  readonly read: SheetPreview;
  readonly onGo: (unread: Unread) => void;
  readonly onGoToLine: (line: number) => void;
  readonly onAnswer: (unread: Unread, text: string) => void;
}) {
  const { people, counts, unread, leftOut } = read;
  const alike = people.filter(({ match }) => match === 'ambiguous');
  if (people.length === 0 && leftOut.length === 0) {
    return <p className={styles.hint}>No names are found yet. Put one person on each line, the name first.</p>;
  }
  return (
    <>
      {people.length > 0 && (
        <p className={styles.read}>
          <span>
            <b>{countsSentence(people.length, counts.shifts)}</b>
            {daysOffText(counts.timeOff)} read
          </span>
        </p>
      )}
      <StaffLeftOut read={read} onGoToLine={onGoToLine} />
      {alike.length > 0 && (
        <p className={styles.look}>
          <span>
            <b>{alike[0]?.name}</b> fits more than one person. Write the whole name.
          </span>
        </p>
      )}
      {unread.slice(0, most).map((cell) => {
        const likely = likelyHours(cell.text);
        return (
          <p key={`${cell.line}-${cell.on}`} className={styles.look}>
            <span>
              <b>{cell.text}</b> for {cell.name} on {shortDate(cell.on).split(' ')[0]}
              {likely ? `. Is it ${likely}?` : ' stays as text.'}
            </span>
            {likely ? (
              <button type="button" className={styles.fix} onClick={() => onAnswer(cell, likely)}>
                Yes, {likely}
              </button>
            ) : (
              <button type="button" className={styles.fix} onClick={() => onGo(cell)}>
                Go to it
              </button>
            )}
          </p>
        );
      })}
      {unread.length > most && <p className={styles.hint}>{unread.length - most} more cells stay as text; they are marked.</p>}
    </>
  );
}

/** "12 people, 43 shifts"; a list without shifts is its people. */
export function countsSentence(people: number, shifts: number): string {
  const who = people === 1 ? '1 person' : `${people} people`;
  if (shifts === 0) return who;
  return `${who}, ${shifts === 1 ? '1 shift' : `${shifts} shifts`}`;
}

function daysOffText(days: number): string {
  if (days === 0) return '';
  return days === 1 ? ' and 1 day off' : ` and ${days} days off`;
}
