import { useMemo, useState } from 'react';
import type { ImportCounts, ImportRow } from '../../../../preload/contract/people/people.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import styles from './import.module.css';
import { outcomes, outcomeWords, rowText, type Outcome } from './import-words.ts';

const columns: readonly Column<ImportRow>[] = [
  { key: 'line', head: 'Line', width: '3.5rem', number: true, sort: ({ line }) => line, cell: ({ line }) => line },
  {
    key: 'outcome',
    head: 'What happens',
    width: '6.5rem',
    sort: ({ outcome }) => outcomes.indexOf(outcome),
    cell: ({ outcome, reasons }) => (
      <span className={styles.outcome} data-outcome={outcome}>
        {outcomeWords[outcome]}
        {outcome !== 'refuse' && reasons.length > 0 && <span aria-hidden> ?</span>}
      </span>
    ),
  },
  {
    key: 'name',
    head: 'Name',
    width: 'minmax(9rem, 1fr)',
    text: ({ name }) => name,
    cell: ({ name }) => <b className={styles.who}>{name}</b>,
  },
  {
    key: 'what',
    head: 'Why, and what changes',
    width: 'minmax(12rem, 4fr)',
    text: rowText,
    cell: (row) => <span title={rowText(row)}>{rowText(row)}</span>,
  },
];

/** Every row of the list with what will happen to it, to be narrowed to one outcome. A row opens with its whole text. */
export function ImportRows({ rows, counts }: { readonly rows: readonly ImportRow[]; readonly counts: ImportCounts }) {
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  // An outcome nothing has any more, after another mapping, shows everything again.
  const outcome = chosen !== null && counts[chosen] > 0 ? chosen : null;
  const shown = useMemo(() => (outcome === null ? rows : rows.filter((row) => row.outcome === outcome)), [rows, outcome]);
  const open = rows.find(({ line }) => line === openLine);
  return (
    <div className={styles.rows}>
      <DataTable
        label="Rows of the list"
        rows={shown}
        rowId={({ line }) => String(line)}
        columns={columns}
        openId={openLine === null ? null : String(openLine)}
        onOpen={({ line }) => setOpenLine(line)}
        filterLabel="Filter rows"
        tools={
          <fieldset className={styles.segments} aria-label="Show">
            <button type="button" aria-pressed={outcome === null} onClick={() => setChosen(null)}>
              All {rows.length.toLocaleString('en-US')}
            </button>
            {outcomes
              .filter((one) => counts[one] > 0)
              .map((one) => (
                <button key={one} type="button" aria-pressed={outcome === one} data-outcome={one} onClick={() => setChosen(one)}>
                  {outcomeWords[one]} {counts[one].toLocaleString('en-US')}
                </button>
              ))}
          </fieldset>
        }
      />
      {open && (
        <SidePanel title={open.name || `Line ${open.line}`} facts={`line ${open.line}`} onClose={() => setOpenLine(null)}>
          <div className={styles.detail}>
            <p className={styles.outcome} data-outcome={open.outcome}>
              {outcomeWords[open.outcome]}
            </p>
            {open.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            <dl>
              {open.changes.map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>{from === '' ? to : `${from} → ${to || 'empty'}`}</dd>
                </div>
              ))}
            </dl>
          </div>
        </SidePanel>
      )}
    </div>
  );
}
