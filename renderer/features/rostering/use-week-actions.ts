import { CalendarRange, Copy, Printer, TriangleAlert, Users } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Problem, WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { useActions, type AppAction } from '../../app/actions.ts';
import type { WeekHeadActions } from './head/week-head.tsx';
import { createLatest } from './latest.ts';
import { nextProblem } from './panel/problem-list.tsx';
import { useSchedule } from './store.ts';

interface WeekActionInput {
  readonly view: WeekView;
  readonly canWrite: boolean;
  readonly actions: WeekHeadActions;
  readonly jumpToProblem: (problem: Problem) => void;
  readonly focusGrid: () => void;
  readonly panelOpen: boolean;
}

/** The week's actions for shortcuts, palette and keyboard help, as long as the week is shown. */
export function useWeekActions(input: WeekActionInput): void {
  const [latest] = useState(() => createLatest(input));
  useEffect(() => latest.set(input));
  const { canWrite } = input;
  const offered = useMemo(() => weekActions(latest.get).filter(({ id }) => canWrite || !changing.has(id)), [latest, canWrite]);
  useActions(offered);
}

/** What those who may only look are not offered. */
const changing: ReadonlySet<string> = new Set(['schedule.copy', 'schedule.sheet', 'schedule.needed']);

function weekActions(now: () => WeekActionInput): readonly AppAction[] {
  const step = (by: 1 | -1): void => {
    const problem = nextProblem(now().view.problems, useSchedule.getState().markedProblem, by);
    if (problem !== undefined) now().jumpToProblem(problem);
  };
  return [
    {
      id: 'schedule.before',
      label: 'Week before',
      group: 'Schedule',
      icon: CalendarRange,
      shortcut: 'Alt+ArrowLeft',
      perform: () => now().actions.goTo(-1),
    },
    {
      id: 'schedule.after',
      label: 'Week after',
      group: 'Schedule',
      icon: CalendarRange,
      shortcut: 'Alt+ArrowRight',
      perform: () => now().actions.goTo(1),
    },
    { id: 'schedule.this', label: 'This week', group: 'Schedule', icon: CalendarRange, perform: () => now().actions.goTo(0) },
    { id: 'schedule.copy', label: 'Copy last week', group: 'Schedule', icon: Copy, perform: () => now().actions.copyLastWeek() },
    { id: 'schedule.sheet', label: 'Paste last week’s sheet', group: 'Schedule', icon: Copy, perform: () => now().actions.openSheet() },
    { id: 'schedule.needed', label: 'People needed', group: 'Schedule', icon: Users, perform: () => now().actions.openNeeded() },
    {
      id: 'schedule.print',
      label: 'Print the week',
      group: 'Schedule',
      icon: Printer,
      shortcut: 'Ctrl+P',
      whileTyping: true,
      perform: () => now().actions.print(),
    },
    {
      id: 'schedule.nextProblem',
      label: 'Next problem',
      group: 'Schedule',
      icon: TriangleAlert,
      shortcut: 'F8',
      whileTyping: true,
      perform: () => step(1),
    },
    {
      id: 'schedule.previousProblem',
      label: 'Problem before',
      group: 'Schedule',
      icon: TriangleAlert,
      shortcut: 'Shift+F8',
      whileTyping: true,
      perform: () => step(-1),
    },
    {
      id: 'schedule.panel',
      label: 'From the grid to the panel and back',
      group: 'Schedule',
      shortcut: 'F6',
      perform: () => {
        const inGrid = document.activeElement?.closest('[role="grid"]') ?? null;
        const tab = document.getElementById(`panel-tab-${useSchedule.getState().tab}`);
        if (inGrid !== null && now().panelOpen && tab !== null) tab.focus();
        else now().focusGrid();
      },
    },
  ];
}
