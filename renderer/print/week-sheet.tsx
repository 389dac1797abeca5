import { useId, type CSSProperties } from 'react';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { ChangedMark } from './changed-mark.tsx';
import type { PlannedPage, SheetPlan } from './fit.ts';
import { changedText, footText } from './frame.ts';
import type { Measures } from './measures.ts';
import { marginMillimetres } from './paper.ts';
import { pt } from './points.ts';
import styles from './week-sheet.module.css';
import { WeekTable } from './week-table.tsx';

/** React knows no custom properties. */
type Properties = CSSProperties & Record<`--${string}`, string>;

function propertiesOf({ sheet, measures }: SheetPlan): Properties {
  const sizes: readonly (keyof Measures)[] = [
    'time', 'name', 'day', 'tail', 'typed', 'open', 'title', 'meta', 'foot', 'code', 'word', 'start', 'end', 'pad', 'gap',
  ]; // prettier-ignore
  return {
    '--paper-width': `${sheet.widthMillimetres}mm`,
    '--paper-height': `${sheet.heightMillimetres}mm`,
    '--margin': `${marginMillimetres}mm`,
    '--box-width': pt(sheet.width),
    '--box-height': pt(sheet.height),
    ...Object.fromEntries(sizes.map((size) => [`--${size}`, pt(Number(measures[size]))])),
  };
}

/**
 * One page of the printed week, in its real size on paper. On the screen its width is `--paper-width` times `--fit` (1 when not set).
 * Black on white whatever the theme; legible also when backgrounds are not printed.
 */
export function WeekSheet({ week, plan, page }: { readonly week: PrintWeek; readonly plan: SheetPlan; readonly page: PlannedPage }) {
  const hatch = useId();
  const draft = week.version === 'Draft';
  return (
    <section className={styles.sheet} style={propertiesOf(plan)} data-sheet={page.number} aria-label={`Page ${page.number}`}>
      <div className={styles.layout}>
        <svg className={styles.patterns} aria-hidden focusable="false">
          <pattern id={hatch} width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V18" stroke="#a8a8a8" strokeWidth="5" />
          </pattern>
        </svg>
        <header className={styles.head}>
          <p>
            <b>{week.practiceName}</b>, {week.locationName}
          </p>
          <h1>
            {week.title} <small>({week.weekNumber})</small>
          </h1>
          <p>
            <b className={draft ? styles.draft : undefined}>{week.version}</b>
            {week.replaces !== '' && `, ${week.replaces}`}
          </p>
        </header>
        {week.note !== '' && !plan.noteDropped && (
          <p className={styles.note}>
            <b>Note:</b> {week.note}
          </p>
        )}
        <WeekTable week={week} plan={plan} page={page} hatch={hatch} />
        <footer className={styles.foot}>
          <Legend week={week} reasons={page.reasons} />
          <p className={styles.printed}>{footText(week, page.number, plan.pages.length)}</p>
        </footer>
      </div>
    </section>
  );
}

function Legend({ week, reasons }: { readonly week: PrintWeek; readonly reasons: readonly string[] }) {
  const changed = changedText(week);
  return (
    <p className={styles.legend}>
      {week.legend.map(({ code, name }) => (
        <span key={code}>
          <b>{code}</b> {name}{' '}
        </span>
      ))}
      {changed !== '' && (
        <span className={styles.legendChanged}>
          <i className={styles.bar} />
          <ChangedMark legend />
          {changed}{' '}
        </span>
      )}
      {reasons.map((reason) => (
        <span key={reason}>{reason} </span>
      ))}
    </p>
  );
}
