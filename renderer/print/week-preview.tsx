import { useRef, type CSSProperties } from 'react';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { useSheetScale } from './use-sheet-scale.ts';
import styles from './week-preview.module.css';
import { WeekSheet } from './week-sheet.tsx';
import { usePlan } from './week-sheets.tsx';

/** The first page of a week as it will print, as wide as its place. It does not print from here. */
export function WeekPreview({ week }: { readonly week: PrintWeek }) {
  const plan = usePlan(week);
  const place = useRef<HTMLDivElement>(null);
  const scale = useSheetScale(place, plan.sheet, { pad: 0, whole: false });
  const fit: CSSProperties & Record<'--fit', number> = { '--fit': scale };
  const first = plan.pages[0];
  return (
    <div ref={place} className={styles.place}>
      <div style={fit}>{first && <WeekSheet week={week} plan={plan} page={first} />}</div>
    </div>
  );
}
