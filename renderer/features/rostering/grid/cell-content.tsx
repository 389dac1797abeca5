import type { CellEntry, Problem, WeekCell, WeekDay } from '../../../../preload/contract/rostering/week-view.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { PositionColour } from '../../../../preload/contract/practice/practice.ts';
import type { KeptText } from '../store.ts';
import styles from './grid.module.css';

/** The colour of each position, by its id. */
export type PositionColours = Readonly<Record<Id, PositionColour>>;

/** "8–5" */
const hoursOf = (entry: Extract<CellEntry, { kind: 'shift' }>): string => `${entry.start}–${entry.end}`;

function Tail({ code, note, elsewhere }: { readonly code: string; readonly note: string; readonly elsewhere: string }) {
  if (elsewhere !== '') return <span className={styles['tail']}>{elsewhere}</span>;
  if (code === '' && note === '') return null;
  return (
    <span className={styles['tail']}>
      {code !== '' && <b>{code}</b>}
      {code !== '' && note !== '' && ' '}
      {note}
    </span>
  );
}

interface EntryProps {
  readonly entry: CellEntry;
  readonly open: boolean;
  readonly colours: PositionColours;
}

/** One entry that has the cell, or its line of the open-shifts cell, for itself. */
function Entry({ entry, open, colours }: EntryProps) {
  if (entry.kind === 'time_off') {
    return (
      <span className={styles['off']}>
        {entry.label} {entry.hours !== '' && <small>{entry.hours}</small>}
      </span>
    );
  }
  if (entry.kind === 'unread') {
    return (
      <span className={styles['unread']} title={entry.reason}>
        {entry.text}
      </span>
    );
  }
  return (
    <span
      className={styles['entry']}
      data-colour={colours[entry.positionId]}
      data-open={open ? '' : undefined}
      data-elsewhere={entry.elsewhere === '' ? undefined : ''}
    >
      <span className={styles['from']}>{entry.start}</span>
      <span className={styles['till']}>–{entry.end}</span>
      <Tail code={entry.code} note={entry.note} elsewhere={entry.elsewhere} />
    </span>
  );
}

/** Several entries of one person's day on one line: "7:30–12, 1–5". */
function JoinedEntries({ entries, colours }: { readonly entries: readonly CellEntry[]; readonly colours: PositionColours }) {
  const first = entries.find((entry) => entry.kind === 'shift');
  const words = entries.map((entry) => {
    if (entry.kind === 'time_off') return `${entry.label} ${entry.hours}`.trim();
    if (entry.kind === 'unread') return entry.text;
    return [hoursOf(entry), entry.elsewhere === '' ? entry.code : entry.elsewhere].filter((word) => word !== '').join(' ');
  });
  const text = words.join(', ');
  const unread = entries.find((entry) => entry.kind === 'unread');
  if (unread !== undefined) {
    return (
      <span className={styles['unread']} title={unread.reason}>
        {text}
      </span>
    );
  }
  return (
    <span className={styles['entry']} data-colour={first === undefined ? undefined : colours[first.positionId]} data-many="" title={text}>
      <span className={styles['joined']}>{text}</span>
    </span>
  );
}

/** The square letters of a cell's problems, one for each kind: at most two, the gravest first; the rest is in the list. */
export function ProblemLetters({ problems }: { readonly problems: readonly Problem[] }) {
  const kinds = [...Map.groupBy(gravestFirst(problems), (problem) => problem.letter)].slice(0, 2);
  return kinds.map(([letter, ofKind]) => (
    <abbr
      key={letter}
      className={styles['letter']}
      data-severity={ofKind[0]?.severity}
      title={ofKind.map(({ subject, text }) => `${subject} ${text}`).join('\n')}
    >
      {letter}
    </abbr>
  ));
}

const gravestFirst = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((one, other) => Number(other.severity === 'must_fix') - Number(one.severity === 'must_fix'));

/** How a cell is underlined: by the gravest of its problems. */
export function flagOf(problems: readonly Problem[] | undefined): Problem['severity'] | undefined {
  if (problems === undefined || problems.length === 0) return undefined;
  return problems.some((problem) => problem.severity === 'must_fix') ? 'must_fix' : 'look';
}

interface CellContentProps {
  readonly cell: WeekCell;
  readonly day: WeekDay;
  readonly open: boolean;
  readonly colours: PositionColours;
  /** The text on its way to main, if any. */
  readonly pending: string | undefined;
  readonly kept: KeptText | undefined;
  readonly problems: readonly Problem[] | undefined;
}

/** What stands inside a cell. A text that is on its way, or was refused, stands in place of what main last said. */
export function CellContent({ cell, open, colours, pending, kept, problems }: CellContentProps) {
  if (kept !== undefined) {
    return (
      <span className={styles['pending']} data-kept="" title={kept.refusal}>
        {kept.text}
      </span>
    );
  }
  if (pending !== undefined) return pending === '' ? null : <span className={styles['pending']}>{pending}</span>;
  const letters = problems === undefined ? null : <ProblemLetters problems={problems} />;
  if (cell.entries.length === 0) {
    if (cell.credit === '') return letters;
    return (
      <>
        <span className={styles['credit']}>
          <small>{cell.credit}</small>
        </span>
        {letters}
      </>
    );
  }
  const [only] = cell.entries;
  // Without a key of its own, so that the cell keeps its elements in another week.
  if (!open && only !== undefined && cell.entries.length === 1) {
    return (
      <>
        <Entry entry={only} open={false} colours={colours} />
        {letters}
      </>
    );
  }
  if (open) {
    return (
      <>
        {cell.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} open colours={colours} />
        ))}
        {letters}
      </>
    );
  }
  return (
    <>
      <JoinedEntries entries={cell.entries} colours={colours} />
      {letters}
    </>
  );
}
