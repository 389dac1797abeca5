import { Fragment, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellAddress } from '../../../../preload/contract/rostering/rostering.ts';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { useSchedule } from '../store.ts';
import type { PositionColours } from './cell-content.tsx';
import { CellEditor } from './cell-editor.tsx';
import { gridColumns } from './columns.ts';
import type { GridPorts } from './grid-surface.ts';
import { gridModel, problemMarks, spotOf, type GridModel, type Spot } from './grid-model.ts';
import { createGridSession } from './grid-session.ts';
import { commandOf } from './keymap.ts';
import { SelectionLayer } from './selection-layer.tsx';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useKeptTyping } from './use-kept-typing.ts';
import { FootLine, GroupLine, HeadLine, OpenLine, PersonLine } from './week-rows.tsx';
import styles from './grid.module.css';

/** What the page around the grid may ask of it. */
export interface WeekGridHandle {
  /** Selects a cell, scrolls to it and takes the focus. */
  jumpTo(address: CellAddress): void;
  /** Scrolls to the coverage of a position and selects its first person on that day. */
  jumpToCoverage(positionId: string, on: string): void;
  focus(): void;
}

interface WeekGridProps {
  readonly view: WeekView;
  readonly colours: PositionColours;
  readonly place: string;
  readonly ports: GridPorts;
  readonly handle?: React.Ref<WeekGridHandle>;
}

/** The week as a spreadsheet of people and days. */
export function WeekGrid({ view, colours, place, ports, handle }: WeekGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLTableElement>(null);
  const model = useMemo(() => gridModel(view), [view]);
  const columns = useMemo(() => gridColumns(view), [view]);
  const longest: Readonly<Record<string, number>> = { '--longest-name': columns.longestName };
  const marks = useMemo(() => problemMarks(view.problems), [view.problems]);
  const [session] = useState(() => createGridSession(model, ports));
  const { controller } = session;

  useLayoutEffect(() => session.setPorts(ports), [session, ports]);
  useLayoutEffect(() => {
    if (scroller.current === null || canvas.current === null || sheet.current === null) return;
    session.attach({ scroller: scroller.current, canvas: canvas.current, sheet: sheet.current });
    const view = scroller.current;
    const observer = new ResizeObserver(() => {
      view.toggleAttribute('data-wide', view.scrollWidth > view.clientWidth);
      session.geometry.forget();
    });
    for (const element of [view, canvas.current, sheet.current]) observer.observe(element);
    return () => {
      observer.disconnect();
      session.attach(null);
    };
  }, [session]);

  useGridClipboard(session);
  useKeptTyping(model, session, ports.canWrite);
  const pointer = useGridPointer(session);

  useImperativeHandle(handle, () => ({
    jumpTo: (address) => {
      controller.selectAddress(address);
      sheet.current?.focus({ preventScroll: true });
    },
    jumpToCoverage: (positionId, on) => {
      const first = session.model().view.groups.find((group) => group.positionId === positionId)?.rows[0];
      if (first !== undefined) controller.selectAddress({ personId: first.personId, on });
      document.getElementById(`cover-${positionId}-${on}`)?.scrollIntoView({ block: 'center', inline: 'nearest' });
      sheet.current?.focus({ preventScroll: true });
    },
    focus: () => sheet.current?.focus({ preventScroll: true }),
  }));

  // A table that is used like a spreadsheet: its cells are grid cells to screen readers, and the keys are the grid's.
  const asGrid = {
    role: 'grid',
    tabIndex: 0,
    onKeyDown: (event: React.KeyboardEvent): void => {
      const command = commandOf(event);
      if (command !== null && controller.run(command)) event.preventDefault();
    },
    onFocus: (): void => {
      const { active } = useSchedule.getState();
      if (active === null || spotOf(session.model(), active) === null) controller.select(firstSpot(session.model()), false);
    },
  } as const;

  const people = model.lines.length - 1;
  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        ref={canvas}
        className={styles['canvas']}
        style={{ minWidth: columns.least, ...longest }}
        role="presentation"
        onPointerDown={pointer.onPointerDown}
        onDoubleClick={pointer.onDoubleClick}
      >
        <table
          ref={sheet}
          {...asGrid}
          className={styles['sheet']}
          aria-label={`Week of ${view.title}`}
          aria-multiselectable="true"
          aria-colcount={view.days.length + 1}
        >
          <thead className={styles['contents']}>
            <HeadLine days={view.days} columns={columns.tracks} place={place} people={people} />
          </thead>
          <tbody className={styles['body']}>
            <OpenLine
              cells={view.openCells}
              hours={view.totals.openHours}
              days={view.days}
              columns={columns.tracks}
              marks={marks.get('open')}
              colours={colours}
            />
            {view.groups.map((group) => (
              <Fragment key={group.positionId ?? 'none'}>
                <GroupLine group={group} days={view.days} columns={columns.tracks} marks={marks.get(`position-${group.positionId}`)} />
                {group.rows.map((row) => (
                  <PersonLine
                    key={row.personId}
                    row={row}
                    days={view.days}
                    columns={columns.tracks}
                    colour={group.positionId === null ? undefined : group.colour}
                    marks={marks.get(row.personId)}
                    colours={colours}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot className={styles['contents']}>
            <FootLine days={view.days} columns={columns.tracks} totals={view.totals} people={people} />
          </tfoot>
        </table>
        <SelectionLayer model={model} session={session} canWrite={ports.canWrite} />
        <CellEditor model={model} session={session} />
      </div>
    </div>
  );
}

/** Where the grid begins when nobody was in it: the first person, today where it is shown. */
function firstSpot(model: GridModel): Spot {
  const today = model.days.find((day) => day.today);
  const line = model.lines[1] ?? model.lines[0];
  const spot = today === undefined || line === undefined ? null : spotOf(model, { personId: line.personId, on: today.on });
  return spot ?? { row: Math.min(1, model.size.rows - 1), col: 0 };
}
