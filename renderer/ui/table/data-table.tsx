import { Search } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useRowHeight } from '../use-row-height.ts';
import { filterRows, nextSorting, sortRows, type Column, type Sorting } from './column.ts';
import styles from './data-table.module.css';
import { columnsInRoom, useRoom } from './columns-in-room.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { showRow, useRowWindow } from './use-row-window.ts';

/** Which rows are chosen, by id. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/**
 * The one way to show a list: virtualised, sorted by its heads, filtered by its box, worked by the keyboard
 * (arrows, Home, End, Page; Enter opens; Space chooses, Ctrl+A all). It fills its parent, which must have a height.
 */
export function DataTable<Row>({
  label,
  rows,
  rowId,
  columns,
  onOpen,
  openId = null,
  selection,
  initialSorting = null,
  filterLabel,
  tools,
  narrow = false,
  empty,
}: {
  /** Read out: "People". */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly onOpen?: (row: Row) => void;
  /** The row whose panel stands open. */
  readonly openId?: string | null;
  readonly selection?: Selection;
  readonly initialSorting?: Sorting | null;
  /** Shows the filter box: "Filter people". */
  readonly filterLabel?: string;
  /** Stand beside the filter box. */
  readonly tools?: ReactNode;
  /** Leaves the secondary columns out. */
  readonly narrow?: boolean;
  /** Stands in place of no rows at all. */
  readonly empty?: ReactNode;
}) {
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState(initialSorting);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const tableId = useId();
  const rowHeight = useRowHeight();

  const { width, rem } = useRoom(scroller);
  const choosing = selection !== undefined;
  const shownColumns = useMemo(
    () => (narrow ? columns.filter(({ secondary }) => !secondary) : columnsInRoom(columns, { width, rem }, choosing)),
    [columns, narrow, width, rem, choosing],
  );
  const shown = useMemo(() => sortRows(filterRows(rows, columns, filter), columns, sorting), [rows, columns, filter, sorting]);
  const { first, end } = useRowWindow(scroller, shown.length, rowHeight);

  const activeIndex = Math.max(
    0,
    shown.findIndex((row) => rowId(row) === (activeId ?? openId)),
  );
  const template = `${selection ? '2rem ' : ''}${shownColumns.map(({ width }) => width).join(' ')}`;

  const activate = (index: number) => {
    const at = Math.max(0, Math.min(shown.length - 1, index));
    const row = shown[at];
    if (row === undefined) return;
    setActiveId(rowId(row));
    showRow(scroller, at, rowHeight);
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus());
  };

  const toggle = (row: Row) => {
    if (!selection) return;
    const chosen = new Set(selection.chosen);
    if (!chosen.delete(rowId(row))) chosen.add(rowId(row));
    selection.onChange(chosen);
  };
  const shownIds = shown.map(rowId);
  const allChosen = selection !== undefined && shownIds.length > 0 && shownIds.every((id) => selection.chosen.has(id));
  const chooseAll = () => selection?.onChange(allChosen ? new Set() : new Set(shownIds));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined) return;
    const row = shown[activeIndex];
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
    };
    const to = steps[event.key];
    if (to !== undefined && !event.ctrlKey) activate(to);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else if (event.key === ' ' && row !== undefined && selection) toggle(row);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection) chooseAll();
    else return;
    event.preventDefault();
  };

  // Its rows take the focus, so the table is a grid.
  const grid = { role: 'grid', onKeyDown } as const;
  return (
    <div className={styles.list}>
      {(filterLabel || tools) && (
        <div className={styles.tools}>
          {filterLabel && (
            <label className={styles.filter}>
              <Search size={16} strokeWidth={1.5} aria-hidden />
              <span className="sr-only">{filterLabel}</span>
              <input
                type="search"
                value={filter}
                placeholder={filterLabel}
                autoComplete="off"
                onChange={(event) => setFilter(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowDown') activate(0);
                }}
              />
            </label>
          )}
          <span className={styles.count} aria-live="polite">
            {filter !== '' && `${shown.length} of ${rows.length}`}
          </span>
          {tools}
        </div>
      )}
      {rows.length === 0 && empty ? (
        empty
      ) : (
        <div ref={setScroller} className={styles.scroller}>
          <table
            id={tableId}
            className={styles.table}
            aria-label={label}
            aria-rowcount={shown.length + 1}
            aria-multiselectable={selection ? true : undefined}
            {...grid}
          >
            <TableHead
              columns={shownColumns}
              template={template}
              sorting={sorting}
              onSort={(key) => setSorting(nextSorting(sorting, key))}
              {...(selection ? { allChosen, onChooseAll: chooseAll } : {})}
            />
            <tbody className={styles.body} style={{ height: shown.length * rowHeight }}>
              {shown.slice(first, end).map((row, offset) => {
                const index = first + offset;
                const id = rowId(row);
                return (
                  <TableRow
                    key={id}
                    row={row}
                    index={index}
                    start={index * rowHeight}
                    template={template}
                    columns={shownColumns}
                    active={index === activeIndex}
                    open={id === openId}
                    onActivate={() => setActiveId(id)}
                    {...(onOpen ? { onOpen: () => onOpen(row) } : {})}
                    {...(selection ? { chosen: selection.chosen.has(id), onToggle: () => toggle(row) } : {})}
                  />
                );
              })}
            </tbody>
          </table>
          {shown.length === 0 && rows.length > 0 && <p className={styles.none}>Nothing here matches “{filter}”.</p>}
        </div>
      )}
    </div>
  );
}
