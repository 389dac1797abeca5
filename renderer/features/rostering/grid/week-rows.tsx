import { memo } from 'react';
import type {
  Problem,
  Standing,
  WeekCell,
  WeekDay,
  WeekGroup,
  WeekRow,
  WeekTotals,
} from '../../../../preload/contract/rostering/week-view.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { PositionColour } from '../../../../preload/contract/practice/practice.ts';
import { useSchedule } from '../store.ts';
import { CellContent, flagOf, ProblemLetters, type PositionColours } from './cell-content.tsx';
import { cellDomId, lineKey } from './grid-model.ts';
import styles from './grid.module.css';

type LineMarks = ReadonlyMap<LocalDate, readonly Problem[]> | undefined;

const classes = (...names: (string | false | undefined)[]): string => names.filter((name) => typeof name === 'string').join(' ');

const standingWords: Readonly<Record<Standing, string>> = {
  within: ', on target',
  near_under: ', a little under',
  near_over: ', a little over',
  far_under: ', under',
  far_over: ', over',
  none: '',
};

const hoursWords = (planned: string, contract: string, standing: Standing): string =>
  `${planned} of ${contract} hours${standingWords[standing]}`;

interface CellsProps {
  readonly personId: Id | null;
  readonly cells: readonly WeekCell[];
  readonly days: readonly WeekDay[];
  readonly marks: LineMarks;
  readonly colours: PositionColours;
}

function Cells({ personId, cells, days, marks, colours }: CellsProps) {
  const pending = useSchedule((state) => state.pending[lineKey(personId)]);
  const kept = useSchedule((state) => state.kept[lineKey(personId)]);
  return days.map((day, col) => {
    const cell = cells[col];
    if (cell === undefined) return null;
    const problems = marks?.get(day.on);
    const away = cell.entries.length > 0 && cell.entries.every((entry) => entry.kind === 'time_off');
    return (
      // By weekday: another week's texts go into the same cells.
      <td
        key={day.weekday}
        id={cellDomId({ personId, on: day.on })}
        data-day={day.on}
        className={classes(styles['cell'], day.closed && styles['shut'], away && styles['away'])}
        data-flag={flagOf(problems)}
        data-changed={cell.changed ? '' : undefined}
      >
        <CellContent
          cell={cell}
          day={day}
          open={personId === null}
          colours={colours}
          pending={pending?.[day.on]}
          kept={kept?.[day.on]}
          problems={problems}
        />
      </td>
    );
  });
}

const sameMarks = (one: LineMarks, other: LineMarks): boolean => {
  if (one === other) return true;
  if (one === undefined || other === undefined || one.size !== other.size) return false;
  for (const [on, problems] of one) {
    const others = other.get(on);
    if (others === undefined || others.length !== problems.length) return false;
    if (problems.some((problem, at) => problem.key !== others[at]?.key || problem.text !== others[at].text)) return false;
  }
  return true;
};

interface PersonLineProps {
  readonly row: WeekRow;
  readonly days: readonly WeekDay[];
  readonly columns: string;
  readonly colour: PositionColour | undefined;
  readonly marks: LineMarks;
  readonly colours: PositionColours;
}

/** One person's week. Rendered again only when something of it changed: selection and typing never do. */
export const PersonLine = memo(
  function PersonLine({ row, days, columns, colour, marks, colours }: PersonLineProps) {
    return (
      <tr
        className={styles['row']}
        style={{ gridTemplateColumns: columns }}
        data-contained=""
        data-line={row.personId}
        data-colour={colour}
      >
        <th scope="row" className={styles['name']} aria-label={`${row.name}, ${hoursWords(row.planned, row.contract, row.standing)}`}>
          <span className={styles['nameText']} title={row.name}>
            {row.name}
          </span>
          <span className={styles['hours']} data-standing={row.standing}>
            <b>{row.planned}</b> / {row.contract}
          </span>
        </th>
        <Cells personId={row.personId} cells={row.cells} days={days} marks={marks} colours={colours} />
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.days === after.days &&
    before.columns === after.columns &&
    before.colour === after.colour &&
    before.colours === after.colours &&
    sameMarks(before.marks, after.marks),
);

interface OpenLineProps {
  readonly cells: readonly WeekCell[];
  readonly hours: string;
  readonly days: readonly WeekDay[];
  readonly columns: string;
  readonly marks: LineMarks;
  readonly colours: PositionColours;
}

/** The shifts nobody has yet: several of one day stand below each other. */
export const OpenLine = memo(function OpenLine({ cells, hours, days, columns, marks, colours }: OpenLineProps) {
  return (
    <tr className={styles['row']} style={{ gridTemplateColumns: columns }} data-line={lineKey(null)}>
      <th scope="row" className={styles['name']}>
        <span className={styles['nameText']}>Open shifts</span>
        {hours !== '0' && (
          <span className={styles['hours']} data-standing="none">
            <b>{hours}</b> h
          </span>
        )}
      </th>
      <Cells personId={null} cells={cells} days={days} marks={marks} colours={colours} />
    </tr>
  );
});

interface GroupLineProps {
  readonly group: WeekGroup;
  readonly days: readonly WeekDay[];
  readonly columns: string;
  readonly marks: LineMarks;
}

/** A position's head with its coverage: planned/needed at the worst quarter of an hour of each day. */
export const GroupLine = memo(function GroupLine({ group, days, columns, marks }: GroupLineProps) {
  return (
    <tr
      data-contained=""
      className={classes(styles['row'], styles['groupRow'])}
      style={{ gridTemplateColumns: columns }}
      data-colour={group.positionId === null ? undefined : group.colour}
    >
      <th scope="row" className={styles['name']}>
        <span className={styles['groupName']}>
          {group.code !== '' && <b>{group.code}</b>}
          {group.name}
        </span>
      </th>
      {days.map((day, col) => {
        const cover = group.coverage[col];
        const needed = cover !== undefined && cover.needed > 0 ? cover : null;
        return (
          <td
            key={day.weekday}
            id={`cover-${group.positionId ?? 'none'}-${day.on}`}
            className={classes(styles['cell'], styles['cover'], day.closed && styles['shut'])}
            data-short={needed?.short === true ? '' : undefined}
          >
            {needed !== null && (
              <>
                <span className={styles['from']}>{needed.planned}</span>
                <span className={styles['till']}>
                  /{needed.needed}
                  {needed.short && '!'}
                </span>
                {needed.short && <small>{needed.band}</small>}
                <ProblemLetters problems={marks?.get(day.on) ?? []} />
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** Weekdays and dates with the opening hours, or why a day is closed. */
export const HeadLine = memo(function HeadLine({
  days,
  columns,
  place,
  people,
}: {
  readonly days: readonly WeekDay[];
  readonly columns: string;
  readonly place: string;
  readonly people: number;
}) {
  return (
    <tr className={classes(styles['row'], styles['headRow'])} style={{ gridTemplateColumns: columns }}>
      <th scope="col" data-corner="" className={classes(styles['headCell'], styles['corner'])}>
        <span>
          {place}, {people === 1 ? '1 person' : `${people} people`}
        </span>
        <small>Hours planned / contract</small>
      </th>
      {days.map((day) => (
        <th
          key={day.weekday}
          scope="col"
          className={classes(styles['headCell'], day.closed && styles['shut'])}
          data-today={day.today ? '' : undefined}
          aria-current={day.today ? 'date' : undefined}
        >
          {day.head}
          <small title={day.hours}>{[day.today ? 'today' : '', day.hours].filter((word) => word !== '').join(', ')}</small>
        </th>
      ))}
    </tr>
  );
});

/** Hours of each day and of the week. */
export const FootLine = memo(function FootLine({
  days,
  columns,
  totals,
  people,
}: {
  readonly days: readonly WeekDay[];
  readonly columns: string;
  readonly totals: WeekTotals;
  readonly people: number;
}) {
  return (
    <tr data-foot="" className={classes(styles['row'], styles['footRow'])} style={{ gridTemplateColumns: columns }}>
      <th scope="row" className={styles['name']}>
        <span className={styles['nameText']}>All {people}</span>
        <span className={styles['hours']} data-standing="none" data-total="">
          <b>{totals.planned}</b> / {totals.contract} h
        </span>
      </th>
      {days.map((day, col) => (
        <td key={day.weekday} className={classes(styles['cell'], day.closed && styles['shut'])}>
          {totals.days[col] === undefined || totals.days[col] === '0' ? '' : `${totals.days[col]} h`}
        </td>
      ))}
    </tr>
  );
});
