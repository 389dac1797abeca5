import { useState } from 'react';
import type { SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import styles from './start.module.css';

/** Lines shown before all of them are asked for. */
const few = 4;

/** The lines that cannot be taken, each with what to do about it; below them what else brings nobody. */
export function StaffLeftOut({ read, onGoToLine }: { readonly read: SheetPreview; readonly onGoToLine: (line: number) => void }) {
  const [all, setAll] = useState(false);
  const { leftOut, people, skipped, unreadColumns } = read;
  const remarked = people.flatMap(({ line, name, remarks = [] }) => (remarks.length === 0 ? [] : [{ line, name, reasons: remarks }]));
  const lines = [...leftOut.map((one) => ({ ...one, out: true })), ...remarked.map((one) => ({ ...one, out: false }))];
  const shown = all ? lines : lines.slice(0, few);
  return (
    <>
      {leftOut.length > 0 && (
        <p className={styles.out}>
          <span>
            <b>{leftOut.length === 1 ? '1 line' : `${leftOut.length.toLocaleString('en-US')} lines`}</b> cannot be taken yet. Correct{' '}
            {leftOut.length === 1 ? 'it' : 'them'} above, or go on without.
          </span>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={styles.lines} aria-label="Lines to look at">
          {shown.map(({ line, name, reasons, out }) => (
            <li key={line} className={out ? styles.outLine : styles.look}>
              <span>
                Line {line}
                {name && ', '}
                {name && <b>{name}</b>}: {reasons.join(' ')}
              </span>
              <button type="button" className={styles.fix} onClick={() => onGoToLine(line)}>
                Go to it
              </button>
            </li>
          ))}
        </ul>
      )}
      {lines.length > few && (
        <p className={styles.hint}>
          <button type="button" className={styles.fix} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${lines.length.toLocaleString('en-US')}`}
          </button>
        </p>
      )}
      {skipped.length > 0 && <p className={styles.hint}>{skippedSentence(skipped.map(({ line }) => line))}</p>}
      {unreadColumns.length > 0 && <p className={styles.hint}>{columnsSentence(unreadColumns)}</p>}
    </>
  );
}

/** "Lines 1, 4 and 8 look like titles, totals or notes and bring nobody." */
export function skippedSentence(lines: readonly number[]): string {
  return lines.length === 1
    ? `Line ${lines[0]} looks like a title, a total or a note and brings nobody.`
    : `Lines ${listed(lines.map(String))} look like titles, totals or notes and bring nobody.`;
}

/** "Nothing is taken from the columns Email and Badge." */
export function columnsSentence(columns: readonly string[]): string {
  return `Nothing is taken from the ${columns.length === 1 ? 'column' : 'columns'} ${listed(columns)}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
