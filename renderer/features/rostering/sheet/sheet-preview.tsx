import type { SheetPreview } from '../../../../preload/contract/rostering/rostering.ts';
import { shortDate } from '../../../ui/dates.ts';
import styles from './sheet.module.css';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What the sheet would bring, in one sentence. */
export function sheetSentence({ counts, people, days }: SheetPreview): string {
  const parts = [
    counted(counts.shifts, 'shift', 'shifts'),
    counts.timeOff > 0 ? `${counts.timeOff} off` : '',
    counts.keptAsText > 0 ? `${counts.keptAsText} kept as text` : '',
  ].filter((part) => part !== '');
  const created = counts.created > 0 ? `, ${counts.created} of them new` : '';
  return `${counted(people.length, 'person', 'people')}${created}; ${counted(days.length, 'day', 'days')}: ${parts.join(', ')}.`;
}

/** What is read: the sum, who is new, the lines that cannot be taken, and the cells that will be kept as text. */
export function SheetPreviewList({ preview }: { readonly preview: SheetPreview }) {
  const ambiguous = preview.people.filter((person) => person.match === 'ambiguous');
  const created = preview.people.filter((person) => person.match === 'new');
  return (
    <div className={styles['preview']} aria-live="polite">
      <p className={styles['sum']}>{sheetSentence(preview)}</p>
      {created.length > 0 && (
        <p>
          <b>New:</b> {created.map((person) => person.name).join('; ')}
        </p>
      )}
      {ambiguous.length > 0 && (
        <p>
          <b>More than one fits:</b> {ambiguous.map((person) => `${person.name} (line ${person.line})`).join('; ')}
        </p>
      )}
      {preview.leftOut.length > 0 && (
        <table className={styles['unread']}>
          <caption>Cannot be taken; correct them and paste again</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Who</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {preview.leftOut.map(({ line, name, reasons }) => (
              <tr key={line}>
                <td className="num">{line}</td>
                <td>{name}</td>
                <td>{reasons.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview.skipped.length > 0 && (
        <p>
          <b>Titles, totals and notes:</b> {preview.skipped.map(({ line, text }) => `${text} (line ${line})`).join('; ')}
        </p>
      )}
      {preview.unreadColumns.length > 0 && (
        <p>
          <b>Nothing is taken from:</b> {preview.unreadColumns.join(', ')}
        </p>
      )}
      {preview.unread.length > 0 && (
        <table className={styles['unread']}>
          <caption>Kept as text</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Who</th>
              <th scope="col">Day</th>
              <th scope="col">Cell</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {preview.unread.map((cell) => (
              <tr key={`${cell.line}-${cell.on}`}>
                <td className="num">{cell.line}</td>
                <td>{cell.name}</td>
                <td>{shortDate(cell.on)}</td>
                <td className={styles['text']}>{cell.text}</td>
                <td>{cell.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
