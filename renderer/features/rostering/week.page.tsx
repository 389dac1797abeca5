import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { useWrite } from '../../app/use-write.ts';
import { useLocationInView } from '../../app/location-in-view.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { WeekHeadActions } from './head/week-head.tsx';
import { NoteDialog, openNote } from './head/note-dialog.tsx';
import { NeededDialog, openNeeded } from './needed/needed-dialog.tsx';
import { ShiftPanel } from './panel/shift-panel.tsx';
import { openSheet, SheetDialog } from './sheet/sheet-dialog.tsx';
import { selectCells, useSchedule } from './store.ts';
import { useWeekPorts } from './use-week-ports.ts';
import { daysLater } from './week-dates.ts';
import { WeekScreen } from './week-screen.tsx';

/** The schedule: `/schedule?on=2026-11-23&shift=<id>`; today's week when no day is named. */
export function WeekPage() {
  const trpc = useTrpc();
  const practice = usePractice();
  const location = useLocationInView();
  const [asked, setAsked] = useSearchParams();
  const on = asked.get('on') ?? practice.today;
  const week = useQuery(trpc.rostering.week.get.queryOptions({ locationId: location.id, on }, { placeholderData: keepPreviousData }));
  usePrefetchedNeighbours(location.id, on);
  const arrived = useCallback(() => setAsked({ on }, { replace: true }), [on, setAsked]);
  useJumpToShift(week.data, asked.get('shift'), arrived);

  const ports = useWeekPorts(location.id, on);
  const actions = useWeekHeadActions(week.data, on, setAsked);
  const navigate = useNavigate();
  const colours = useMemo(() => Object.fromEntries(practice.positions.map(({ id, colour }) => [id, colour])), [practice.positions]);

  const title = week.data?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - Medical Office Manager`;
  }, [title]);

  if (week.error !== null && week.data === undefined) return <ErrorNotice error={week.error} onRetry={() => void week.refetch()} />;
  if (week.data === undefined) return null;
  return (
    <>
      <WeekScreen
        view={week.data}
        place={location.name}
        colours={colours}
        ports={ports}
        actions={actions}
        openPeople={() => void navigate('/people')}
        shift={<ShiftPanel view={week.data} canWrite={ports.canWrite} positions={practice.positions} />}
      />
      {ports.canWrite && (
        <>
          <NeededDialog view={week.data} positions={practice.positions} />
          <SheetDialog view={week.data} />
          <NoteDialog view={week.data} />
        </>
      )}
    </>
  );
}

function useWeekHeadActions(view: WeekView | undefined, on: string, setAsked: (next: Record<string, string>) => void): WeekHeadActions {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const { mutate: copyWeek } = useWrite(trpc.rostering.week.copy.mutationOptions(), {
    done: ({ copied, skipped }) =>
      `Copied ${copied === 1 ? '1 shift' : `${copied} shifts`}${skipped === 0 ? '' : `; left out ${skipped}, whose cell was filled, day closed or person gone`}.`,
  });
  const { mutateAsync: publish } = useWrite(trpc.rostering.week.publish.mutationOptions());
  const from = view?.from ?? on;
  const locationId = view?.locationId ?? '';
  const replaces = view?.published?.id ?? null;
  return useMemo(
    () => ({
      goTo: (step) => {
        keepWeekday(step * 7);
        setAsked(step === 0 ? {} : { on: daysLater(from, step * 7) });
      },
      copyLastWeek: () => copyWeek({ locationId, from: daysLater(from, -7), to: from }),
      openNeeded: () => view && openNeeded(view),
      openSheet: () => view && openSheet(view),
      openNote: () => view && openNote(view),
      print: () => void navigate(`/schedule/print?location=${locationId}&on=${from}`),
      publish: async () => {
        await publish({ locationId, on: from, replaces });
      },
    }),
    [view, from, locationId, replaces, copyWeek, publish, navigate, setAsked],
  );
}

/** The selection goes along to the same weekday of the other week. */
function keepWeekday(days: number): void {
  const { active, anchor, head } = useSchedule.getState();
  if (days === 0 || active === null || anchor === null || head === null) return;
  const moved = [active, anchor, head].map(({ personId, on }) => ({ personId, on: daysLater(on, days) }));
  const [one, two, three] = moved;
  if (one && two && three) selectCells(one, two, three);
}

/** Reads the weeks beside the shown one, so that paging answers at once. */
function usePrefetchedNeighbours(locationId: string, on: string): void {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.rostering.week.get.queryOptions({ locationId, on }));
  const from = data?.from;
  useEffect(() => {
    if (from === undefined) return;
    for (const step of [7, -7]) {
      void queryClient.prefetchQuery(trpc.rostering.week.get.queryOptions({ locationId, on: daysLater(from, step) }));
    }
  }, [queryClient, trpc, locationId, from]);
}

/** Selects the cell of a shift that was searched for, once; then the address names the week alone. */
function useJumpToShift(view: WeekView | undefined, shiftId: string | null, arrived: () => void): void {
  useEffect(() => {
    if (view === undefined || shiftId === null) return;
    const lines = [{ personId: null, cells: view.openCells }, ...view.groups.flatMap((group) => group.rows)];
    for (const { personId, cells } of lines) {
      const col = cells.findIndex((cell) => cell.entries.some((entry) => entry.id === shiftId));
      const day = view.days[col];
      if (day === undefined) continue;
      selectCells({ personId, on: day.on });
      useSchedule.setState({ tab: 'shift' });
      document.querySelector<HTMLElement>('[role="grid"]')?.focus();
      arrived();
      return;
    }
  }, [view, shiftId, arrived]);
}
