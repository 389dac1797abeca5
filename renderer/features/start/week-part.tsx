import type { PrintWeek } from '../../../preload/contract/rostering/print-week.ts';
import { WeekPreview } from '../../print/week-preview.tsx';
import styles from './start.module.css';

/** The week as it will print, renewed while one types. */
export function WeekPart({ week }: { readonly week: PrintWeek | null }) {
  return (
    <aside className={styles.see} aria-label="Your first week, as it will print">
      <p className={styles.seeHead}>
        <b>As it will print</b>
        <span>changes while you type</span>
      </p>
      <div className={styles.paper}>{week && <WeekPreview week={week} />}</div>
      <p className={styles.next}>Then: say how many people you need each day, and short days will show by themselves.</p>
    </aside>
  );
}
