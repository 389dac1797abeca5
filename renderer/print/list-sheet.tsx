import type { CSSProperties } from 'react';
import { columnWidths, listMeasures, type ListColumn, type ListPage } from './list-pages.ts';
import styles from './list-sheet.module.css';
import { marginMillimetres, type Sheet } from './paper.ts';
import { pt } from './points.ts';
import paper from './week-sheet.module.css';

/** React knows no custom properties. */
type Properties = CSSProperties & Record<`--${string}`, string>;

const propertiesOf = (sheet: Sheet): Properties => ({
  '--paper-width': `${sheet.widthMillimetres}mm`,
  '--paper-height': `${sheet.heightMillimetres}mm`,
  '--margin': `${marginMillimetres}mm`,
  '--box-width': pt(sheet.width),
  '--box-height': pt(sheet.height),
  '--time': pt(listMeasures.row),
  '--title': pt(listMeasures.title),
  '--meta': pt(listMeasures.meta),
  '--foot': pt(listMeasures.foot),
  '--row': pt(listMeasures.row),
  '--head': pt(listMeasures.head),
  '--above': pt(listMeasures.above),
  '--gap': pt(listMeasures.gap),
});

/** What stands around a printed list. */
export interface ListPaper {
  readonly practiceName: string;
  readonly title: string;
  /** What the list is narrowed to, at the right of the head. */
  readonly narrowed: string;
  /** "Printed Nov 23, 2026 by Dana Whitfield" */
  readonly printed: string;
  /** At the left of the foot: "38 items". */
  readonly foot: string;
}

/** One page of a printed list, in its real size on paper, set as the week is. */
export function ListSheet<Row>({
  list,
  columns,
  page,
  pages,
  rowKey,
  sheet,
}: {
  readonly list: ListPaper;
  readonly columns: readonly ListColumn<Row>[];
  readonly page: ListPage<Row>;
  readonly pages: number;
  readonly rowKey: (row: Row) => string;
  readonly sheet: Sheet;
}) {
  const widths = columnWidths(columns, sheet);
  return (
    <section className={paper.sheet} style={propertiesOf(sheet)} data-sheet={page.number} aria-label={`Page ${page.number}`}>
      <div className={paper.layout}>
        <header className={paper.head}>
          <p>
            <b>{list.practiceName}</b>
          </p>
          <h1>{list.title}</h1>
          <p>{list.narrowed}</p>
        </header>
        <table className={styles.table}>
          <colgroup>
            {columns.map(({ head }, index) => (
              <col key={head} style={{ width: pt((widths[index] ?? 0) + (index < columns.length - 1 ? listMeasures.gap : 0)) }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ head, number }) => (
                <th key={head} scope="col" data-number={number || undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ head, number, text }) => (
                  <td key={head} data-number={number || undefined}>
                    {text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <footer className={paper.foot}>
          <p>{list.foot}</p>
          <p className={paper.printed}>
            {list.printed}, page {page.number} of {pages}
          </p>
        </footer>
      </div>
    </section>
  );
}
