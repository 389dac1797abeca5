import type { CSSProperties } from 'react';
import { auditKindWords, type AuditPrint } from '../../preload/contract/audit/audit.ts';
import { marginMillimetres, type Sheet } from './paper.ts';
import { pt } from './points.ts';
import { recordColumns, recordMeasures, type RecordPage } from './record-pages.ts';
import styles from './record-sheet.module.css';
import paper from './week-sheet.module.css';

/** React knows no custom properties. */
type Properties = CSSProperties & Record<`--${string}`, string>;

const propertiesOf = (sheet: Sheet): Properties => ({
  '--paper-width': `${sheet.widthMillimetres}mm`,
  '--paper-height': `${sheet.heightMillimetres}mm`,
  '--margin': `${marginMillimetres}mm`,
  '--box-width': pt(sheet.width),
  '--box-height': pt(sheet.height),
  '--time': pt(recordMeasures.row),
  '--title': pt(recordMeasures.title),
  '--meta': pt(recordMeasures.meta),
  '--foot': pt(recordMeasures.foot),
  '--row': pt(recordMeasures.row),
  '--head': pt(recordMeasures.head),
  '--above': pt(recordMeasures.above),
  '--gap': pt(recordColumns.gap),
});

/** One page of the printed access record, in its real size on paper, set as the week is. */
export function RecordSheet({
  record,
  page,
  pages,
  sheet,
}: {
  readonly record: AuditPrint;
  readonly page: RecordPage;
  readonly pages: number;
  readonly sheet: Sheet;
}) {
  const instant = instantFormat(record.timeZone);
  return (
    <section className={paper.sheet} style={propertiesOf(sheet)} data-sheet={page.number} aria-label={`Page ${page.number}`}>
      <div className={paper.layout}>
        <header className={paper.head}>
          <p>
            <b>{record.practiceName}</b>
          </p>
          <h1>Access record</h1>
          <p>{record.narrowed}</p>
        </header>
        <table className={styles.table}>
          <colgroup>
            <col style={{ width: pt(recordColumns.at + recordColumns.gap) }} />
            <col style={{ width: pt(recordColumns.actor + recordColumns.gap) }} />
            <col style={{ width: pt(recordColumns.kind + recordColumns.gap) }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Kind</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {page.entries.map(({ id, at, actor, kind, detail }) => (
              <tr key={id}>
                <td className={styles.at}>{instant.format(new Date(at))}</td>
                <td>{actor}</td>
                <td>{auditKindWords[kind]}</td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <footer className={paper.foot}>
          <p>
            {countText(record)}. Days and times of {record.timeZone.replaceAll('_', ' ')}.
          </p>
          <p className={paper.printed}>
            Printed {instant.format(new Date(record.printedAt))} by {record.actor}, page {page.number} of {pages}
          </p>
        </footer>
      </div>
    </section>
  );
}

function countText({ entries, count }: AuditPrint): string {
  const shown = entries.length.toLocaleString('en-US');
  if (entries.length < count) return `The newest ${shown} of ${count.toLocaleString('en-US')} entries`;
  return count === 1 ? '1 entry' : `${shown} entries, newest first`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Nov 23, 2026, 11:00:05 AM" */
function instantFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'medium' })));
  return format;
}
