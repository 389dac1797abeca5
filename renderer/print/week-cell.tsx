import type { PrintCell, PrintLine } from '../../preload/contract/rostering/print-week.ts';
import { ChangedMark } from './changed-mark.tsx';
import { endText, type Measures } from './measures.ts';
import { belowIndent, standTogether, tailPlace, tailText, togetherText, typedText, type TailPlace } from './row-height.ts';
import { pt } from './points.ts';
import styles from './week-table.module.css';

function Tail({ line }: { readonly line: PrintLine }) {
  return (
    <>
      {line.code !== '' && <b>{line.code}</b>}
      {line.code !== '' && line.tail !== '' && ' '}
      {line.tail}
    </>
  );
}

interface EntryProps {
  readonly line: PrintLine;
  readonly cell: PrintCell;
  readonly width: number;
  readonly measures: Measures;
}

function Entry({ line, cell, width, measures }: EntryProps) {
  if (line.kind === 'off') return <div className={styles.off}>off</div>;
  if (line.kind === 'text') return <div className={styles.typed}>{typedText(line)}</div>;
  const place: TailPlace | null = tailText(line) === '' ? null : tailPlace(line, cell, width, measures);
  return (
    <div className={styles.shift}>
      <div className={styles.times}>
        <span className={styles.start}>{line.start}</span>
        <span className={place === 'close' ? styles.endClose : styles.end}>{endText(line.end)}</span>
        {(place === 'column' || place === 'close') && (
          <span className={styles.tail}>
            {' '}
            <Tail line={line} />
          </span>
        )}
      </div>
      {place === 'below' && (
        <div className={styles.below} style={{ paddingLeft: pt(belowIndent(line, cell, width, measures)) }}>
          {' '}
          <Tail line={line} />
        </div>
      )}
    </div>
  );
}

/** A person's day. */
export function WeekCell({ cell, width, measures }: Omit<EntryProps, 'line'>) {
  return (
    <td className={cell.changed ? styles.changed : undefined}>
      {standTogether(cell, width, measures) ? (
        <div className={styles.shift}>
          <div className={styles.times}>
            <span className={styles.start}>{cell.lines[0]?.start}</span>
            <span className={styles.endClose}>{togetherText(cell)}</span>
          </div>
        </div>
      ) : (
        cell.lines.map((line, index) => <Entry key={index} line={line} cell={cell} width={width} measures={measures} />)
      )}
      {cell.changed && <ChangedMark />}
    </td>
  );
}

/** A day of the open shifts: dashed boxes. */
export function OpenCell({ cell }: { readonly cell: PrintCell }) {
  return (
    <td className={cell.changed ? styles.changed : undefined}>
      {cell.lines.length > 0 && (
        <div className={styles.boxes}>
          {cell.lines.map((line, index) => (
            <span key={index} className={styles.openShift}>
              <span className={styles.openTimes}>
                {line.start}
                {endText(line.end)}
              </span>
              {tailText(line) !== '' && (
                <span className={styles.openTail}>
                  {' '}
                  <Tail line={line} />
                </span>
              )}
            </span>
          ))}
        </div>
      )}
      {cell.changed && <ChangedMark />}
    </td>
  );
}
