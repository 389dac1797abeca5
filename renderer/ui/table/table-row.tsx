import type { Column } from './column.ts';
import styles from './data-table.module.css';

/** One row of a list, laid where the virtualiser wants it. */
export function TableRow<Row>({
  row,
  index,
  start,
  template,
  columns,
  active,
  open,
  chosen,
  onActivate,
  onOpen,
  onToggle,
}: {
  readonly row: Row;
  readonly index: number;
  /** Px from the top of the body. */
  readonly start: number;
  readonly template: string;
  readonly columns: readonly Column<Row>[];
  /** The one row Tab goes to. */
  readonly active: boolean;
  readonly open: boolean;
  readonly chosen?: boolean;
  readonly onActivate: () => void;
  readonly onOpen?: () => void;
  readonly onToggle?: () => void;
}) {
  return (
    <tr
      className={styles.row}
      style={{ gridTemplateColumns: template, top: start }}
      data-index={index}
      data-open={open || undefined}
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={onToggle ? (chosen ?? false) : open || undefined}
      onFocus={onActivate}
      onClick={onOpen}
    >
      {onToggle && (
        <td className={styles.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label="Choose this row"
            checked={chosen ?? false}
            onChange={onToggle}
            onClick={(event) => event.stopPropagation()}
          />
        </td>
      )}
      {columns.map(({ key, cell, number }) => (
        <td key={key} className={number ? `${styles.cell} num` : styles.cell} data-number={number || undefined}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
