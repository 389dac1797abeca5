import type { CountLineView } from '../../../../preload/contract/supplies/counts.ts';
import { differenceWords } from './counting-state.ts';
import styles from './counting.module.css';

const figure = (value: number | null): string => (value === null ? '' : value.toLocaleString('en-US'));
/** A dot where nothing moved, so that the columns read as figures only where there are some. */
const moved = (value: number | null): string => (value === 0 ? '·' : figure(value));

/** A line that is not in hand. A click takes it in hand. */
export function CountRow({ line, blind, take }: { readonly line: CountLineView; readonly blind: boolean; readonly take: () => void }) {
  const differs = line.difference !== null && line.difference !== 0;
  return (
    <tr className={styles.line} data-open={line.counted === null || undefined} onClick={take}>
      <td className={styles.shelf}>{line.shelf}</td>
      <th scope="row">
        {line.name} <small>{[line.baseUnit, line.lotNumber && `lot ${line.lotNumber}`].filter(Boolean).join(', ')}</small>
      </th>
      {!blind && (
        <>
          <td className={styles.number}>{figure(line.lastCount)}</td>
          <td className={styles.number}>{moved(line.cameIn)}</td>
          <td className={styles.number}>{moved(line.wentOut)}</td>
          <td className={styles.number}>{figure(line.shouldBe)}</td>
        </>
      )}
      <td className={styles.counted}>{line.skipped ? 'skipped' : figure(line.counted)}</td>
      {!blind && (
        <td className={styles.difference} data-differs={differs || undefined}>
          {line.difference !== null && (differs ? `≠ ${differenceWords(line.difference)}` : 'same')}
        </td>
      )}
    </tr>
  );
}
