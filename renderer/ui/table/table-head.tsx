import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Column, Sorting } from './column.ts';
import styles from './data-table.module.css';

/** The head of a list, which keeps its place; a press sorts. */
export function TableHead<Row>({
  columns,
  template,
  sorting,
  onSort,
  allChosen,
  onChooseAll,
}: {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sorting: Sorting | null;
  readonly onSort: (key: string) => void;
  readonly allChosen?: boolean;
  readonly onChooseAll?: () => void;
}) {
  return (
    <thead className={styles.head}>
      <tr className={styles.cells} style={{ gridTemplateColumns: template }} aria-rowindex={1}>
        {onChooseAll && (
          <th scope="col" className={styles.check}>
            <input type="checkbox" aria-label="Choose all" checked={allChosen ?? false} onChange={onChooseAll} />
          </th>
        )}
        {columns.map(({ key, head, number, text, sort }) => {
          const sorted = sorting?.key === key;
          const Arrow = sorted && sorting.descending ? ChevronDown : ChevronUp;
          return (
            <th
              key={key}
              scope="col"
              className={styles.headCell}
              data-number={number || undefined}
              aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
            >
              {text || sort ? (
                <button type="button" className={styles.sort} onClick={() => onSort(key)}>
                  <span>{head}</span>
                  {sorted && <Arrow size={14} strokeWidth={1.5} aria-hidden />}
                </button>
              ) : (
                head
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
