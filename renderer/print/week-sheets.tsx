import { useMemo } from 'react';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { fitWeek, type SheetPlan } from './fit.ts';
import { WeekSheet } from './week-sheet.tsx';

/** The plan of a week on its own paper; the manager's note gives way where it costs a page. */
export function usePlan(week: PrintWeek): SheetPlan {
  return useMemo(() => fitWeek(week, { paper: week.paper, mayDropNote: true }), [week]);
}

/** All pages of a week. */
export function WeekSheets({ week, plan }: { readonly week: PrintWeek; readonly plan: SheetPlan }) {
  return plan.pages.map((page) => <WeekSheet key={page.number} week={week} plan={plan} page={page} />);
}
