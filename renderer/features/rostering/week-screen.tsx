import Button from '@mui/material/Button';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem, WeekView } from '../../../preload/contract/rostering/week-view.ts';
import type { PositionColours } from './grid/cell-content.tsx';
import type { GridPorts } from './grid/grid-surface.ts';
import { gridModel } from './grid/grid-model.ts';
import { WeekGrid, type WeekGridHandle } from './grid/week-grid.tsx';
import { WeekHead, type WeekHeadActions } from './head/week-head.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { StatusLine } from './status-line.tsx';
import { useSchedule } from './store.ts';
import { useWeekActions } from './use-week-actions.ts';
import styles from './week-screen.module.css';

interface WeekScreenProps {
  readonly view: WeekView;
  readonly place: string;
  readonly colours: PositionColours;
  readonly ports: GridPorts;
  readonly actions: WeekHeadActions;
  /** Opens the people list, to add or import. */
  readonly openPeople: () => void;
  /** What the panel's Shift tab shows. */
  readonly shift: React.ReactNode;
}

/** The week as one screen: head, grid, panel, status. Draws what main answered; decides no rule. */
export function WeekScreen({ view, place, colours, ports, actions, openPeople, shift }: WeekScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const grid = useRef<WeekGridHandle>(null);
  const widthInRem = useWidthInRem(screen);
  const roomBeside = widthInRem >= 62;
  const wanted = useSchedule((state) => state.panelOpen);
  const open = wanted ?? roomBeside;
  const model = useMemo(() => gridModel(view), [view]);
  const people = model.lines.length - 1;

  const jumpToProblem = useCallback(
    (problem: Problem): void => {
      useSchedule.setState({ markedProblem: problem.key, tab: 'problems' });
      if (!roomBeside) useSchedule.setState({ panelOpen: false });
      const { personId, positionId, on } = problem.cell;
      if (positionId === null) grid.current?.jumpTo({ personId, on });
      else grid.current?.jumpToCoverage(positionId, on);
    },
    [roomBeside],
  );

  const { canWrite } = ports;
  useWeekActions({ view, canWrite, actions, jumpToProblem, focusGrid: () => grid.current?.focus(), panelOpen: open });

  const showPanel = (
    <Button onClick={() => useSchedule.setState({ panelOpen: true, tab: 'problems' })}>Problems ({view.problems.length})</Button>
  );
  return (
    <div ref={screen} className={styles['screen']}>
      <WeekHead
        view={view}
        canWrite={canWrite}
        actions={actions}
        onChanges={showChanges}
        narrow={widthInRem < 66}
        panelButton={open ? null : showPanel}
      />
      {people === 0 ? (
        <NobodyYet openPeople={openPeople} openSheet={canWrite ? actions.openSheet : undefined} />
      ) : (
        <div className={styles['grid']}>
          <WeekGrid view={view} colours={colours} place={place} ports={ports} handle={grid} />
          {canWrite && isEmptyWeek(view) && <EmptyWeek actions={actions} />}
        </div>
      )}
      {open && people > 0 && (
        <SidePanel
          view={view}
          over={!roomBeside}
          onJumpToProblem={jumpToProblem}
          onJumpToChange={({ personId, on }) => {
            if (!roomBeside) useSchedule.setState({ panelOpen: false });
            grid.current?.jumpTo({ personId, on });
          }}
          onClose={() => {
            useSchedule.setState({ panelOpen: false });
            grid.current?.focus();
          }}
          shift={shift}
        />
      )}
      {people > 0 && <StatusLine view={view} model={model} />}
    </div>
  );
}

const showChanges = (): void => useSchedule.setState({ panelOpen: true, tab: 'changes' });

const isEmptyWeek = (view: WeekView): boolean =>
  view.openCells.every((cell) => cell.entries.length === 0) &&
  view.groups.every((group) => group.rows.every((row) => row.cells.every((cell) => cell.entries.length === 0)));

function NobodyYet({ openPeople, openSheet }: { readonly openPeople: () => void; readonly openSheet: (() => void) | undefined }) {
  if (!openSheet) {
    return (
      <div className={styles['welcome']}>
        <h2>Nobody is on the schedule yet</h2>
        <p>Whoever plans the week brings the people in.</p>
      </div>
    );
  }
  return (
    <div className={styles['welcome']}>
      <h2>Nobody is on the schedule yet</h2>
      <p>Import the staff list, or paste last week’s sheet: its name column brings the people with it.</p>
      <div className={styles['actions']}>
        <Button variant="contained" color="primary" onClick={openPeople}>
          Add or import people
        </Button>
        <Button onClick={openSheet}>Paste last week’s sheet</Button>
      </div>
    </div>
  );
}

function EmptyWeek({ actions }: { readonly actions: WeekHeadActions }) {
  const pending = useSchedule((state) => Object.keys(state.pending).length > 0);
  if (pending) return null;
  return (
    <div className={styles['empty']}>
      <div className={styles['card']}>
        <span>This week is empty. Type into any cell, like 8-5, or</span>
        <Button variant="contained" color="primary" onClick={actions.copyLastWeek}>
          Copy last week
        </Button>
        <Button onClick={actions.openSheet}>Paste a sheet</Button>
      </div>
    </div>
  );
}

/** Width of the element in rem: what fits depends on the chosen text size too. */
function useWidthInRem(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(80);
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return;
    const measure = (pixels: number): void => setWidth(pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    const observer = new ResizeObserver((entries) => {
      const box = entries[0]?.contentRect;
      if (box !== undefined) measure(box.width);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
