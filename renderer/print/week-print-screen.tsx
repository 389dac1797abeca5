import type { ReactNode } from 'react';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { SheetPlan } from './fit.ts';
import { PrintScreen, type PrintCommands, type PrintWords } from './print-screen.tsx';
import { WeekSheets } from './week-sheets.tsx';

const words: PrintWords = {
  id: 'week',
  group: 'Schedule',
  print: 'Print the week',
  pdf: 'Save the week as PDF',
  back: 'Back to the week',
};

/** The week's sheets before they are printed, with their options. */
export function WeekPrintScreen({
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
  return (
    <PrintScreen
      words={words}
      facts={week.title}
      pages={plan.pages.length}
      sheet={plan.sheet}
      sheets={<WeekSheets week={week} plan={plan} />}
      commands={commands}
    >
      {children}
    </PrintScreen>
  );
}
