import type { PrintRow, PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { ClosedRun, StandingRow } from './closed-runs.ts';
import type { PlannedGroup, PlannedPage, SheetPlan } from './fit.ts';
import type { Measures } from './measures.ts';
import { pt } from './points.ts';
import { OpenCell, WeekCell } from './week-cell.tsx';
import styles from './week-table.module.css';

interface TableProps {
  readonly week: PrintWeek;
  readonly plan: SheetPlan;
  readonly page: PlannedPage;
  /** Id of the sheet's hatch pattern. */
  readonly hatch: string;
}

/** Hatched: nobody works here, as the practice is closed. */
function ClosedCell({ run, hatch }: { readonly run: ClosedRun; readonly hatch: string }) {
  return (
    <td className={styles.shut} rowSpan={run.rows}>
      <svg className={styles.hatch} aria-hidden focusable="false">
        <rect width="100%" height="100%" fill={`url(#${hatch})`} />
      </svg>
      {run.tall === null ? (
        <span className={styles.across}>{run.label}</span>
      ) : (
        <span className={styles.tall} style={{ fontSize: pt(run.tall) }}>
          {run.label}
        </span>
      )}
    </td>
  );
}

/** The days of one row; `open` marks the row of open shifts. */
function Days({ row, open, props }: { readonly row: PrintRow; readonly open: boolean; readonly props: TableProps }) {
  const { plan, page, hatch } = props;
  return row.cells.map((cell, day) => {
    const run = page.closed.get(row)?.get(day);
    if (run === 'covered') return null;
    if (run) return <ClosedCell key={day} run={run} hatch={hatch} />;
    if (open) return <OpenCell key={day} cell={cell} />;
    return <WeekCell key={day} cell={cell} width={plan.measures.days[day] ?? 0} measures={plan.measures} />;
  });
}

function OpenRow({ open, props }: { readonly open: StandingRow; readonly props: TableProps }) {
  return (
    <tbody className={styles.openGroup}>
      <tr style={{ height: pt(open.height) }}>
        <td className={styles.spine} aria-label="Any position" />
        <th scope="row">{open.row.name}</th>
        <Days row={open.row} open props={props} />
      </tr>
    </tbody>
  );
}

function Group({ group, props }: { readonly group: PlannedGroup; readonly props: TableProps }) {
  return (
    <tbody>
      {group.rows.map(({ row, height }, index) => (
        <tr key={row.personId ?? index} style={{ height: pt(height) }}>
          {index === 0 && (
            <th className={styles.spine} rowSpan={group.rows.length} scope="rowgroup">
              {group.code !== '' && <b>{group.code}</b>}
              {group.wordFits && <span>{group.name}</span>}
            </th>
          )}
          <th scope="row">{row.name}</th>
          <Days row={row} open={false} props={props} />
        </tr>
      ))}
    </tbody>
  );
}

function Columns({ measures }: { readonly measures: Measures }) {
  return (
    <colgroup>
      <col style={{ width: pt(measures.spine) }} />
      <col style={{ width: pt(measures.names) }} />
      {measures.days.map((width, day) => (
        <col key={day} style={{ width: pt(width) }} />
      ))}
    </colgroup>
  );
}

/** The table of one page: its head is repeated on each. */
export function WeekTable(props: TableProps) {
  const { week, plan, page } = props;
  return (
    <table className={styles.table}>
      <Columns measures={plan.measures} />
      <thead>
        <tr>
          <td colSpan={2} aria-label="Position and name" />
          {week.days.map(({ on, head, hours }, day) => (
            <th key={on} scope="col">
              {head}
              {hours !== '' && !plan.measures.shut[day] && (
                <>
                  {' '}
                  <small className={plan.measures.hoursBelow ? styles.hoursBelow : undefined}>{hours}</small>
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      {page.open && <OpenRow open={page.open} props={props} />}
      {page.groups.map((group, index) => (
        <Group key={index} group={group} props={props} />
      ))}
    </table>
  );
}
