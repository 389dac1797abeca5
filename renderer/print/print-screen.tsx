import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import { useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { useActions, type AppAction } from '../app/actions.ts';
import { PageHead } from '../ui/page-head.tsx';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { SheetPlan } from './fit.ts';
import { PrintRules } from './print-rules.tsx';
import styles from './print-screen.module.css';
import { useSheetScale } from './use-sheet-scale.ts';
import { WeekSheets } from './week-sheets.tsx';

const around = 28;
const paperNames = { letter: 'Letter', a4: 'A4' } as const;

/** What can be done with the sheets. */
export interface PrintCommands {
  readonly print: () => void;
  readonly savePdf: () => void;
  readonly goBack: () => void;
}

/** The sheets as they print, on a sunken ground, with what can be chosen at the right. The same elements go onto paper. */
export function PrintScreen({
  week,
  plan,
  commands,
  children,
}: {
  readonly week: PrintWeek;
  readonly plan: SheetPlan;
  /** Keep it stable (`useMemo`). */
  readonly commands: PrintCommands;
  /** The options. */
  readonly children: ReactNode;
}) {
  const ground = useRef<HTMLElement>(null);
  const scale = useSheetScale(ground, plan.sheet, { pad: around, whole: true });
  const fit: CSSProperties & Record<'--fit', number> = { '--fit': scale };
  const actions = useMemo<readonly AppAction[]>(
    () => [
      {
        id: 'week.print',
        label: 'Print the week',
        group: 'Schedule',
        icon: Printer,
        shortcut: 'Ctrl+P',
        whileTyping: true,
        perform: commands.print,
      },
      { id: 'week.pdf', label: 'Save the week as PDF', group: 'Schedule', icon: FileDown, perform: commands.savePdf },
      {
        id: 'week.print.back',
        label: 'Back to the week',
        group: 'Schedule',
        icon: ArrowLeft,
        shortcut: 'Escape',
        perform: commands.goBack,
      },
    ],
    [commands],
  );
  useActions(actions);
  const pages = plan.pages.length;
  return (
    <div className={styles.screen}>
      <PrintRules paper={plan.sheet.paper} />
      <PageHead
        title="Print the week"
        facts={`${week.title}, ${pages === 1 ? 'one page' : `${pages} pages`}, ${paperNames[plan.sheet.paper]}`}
        before={
          <IconButton aria-label="Back to the week" title="Back to the week (Esc)" onClick={commands.goBack}>
            <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
      >
        <Button onClick={commands.savePdf}>Save PDF</Button>
        <Button variant="contained" color="primary" onClick={commands.print} title="Print (Ctrl+P)">
          Print
        </Button>
      </PageHead>
      <div className={styles.body}>
        <section ref={ground} className={styles.ground} aria-label="As it will print">
          <div className={styles.sheets} style={fit} data-sheets="">
            <WeekSheets week={week} plan={plan} />
          </div>
        </section>
        <aside className={styles.options} aria-label="What is printed">
          {children}
        </aside>
      </div>
    </div>
  );
}
