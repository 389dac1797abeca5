import { cleanup, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import type { CellAddress } from '../../../preload/contract/rostering/rostering.ts';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { useShortcuts } from '../../../renderer/app/shortcuts.ts';
import type { GridPorts } from '../../../renderer/features/rostering/grid/grid-surface.ts';
import { useDrafts } from '../../../renderer/app/draft.store.ts';
import { addressAt, cellDomId, gridModel, lineKey, spotOf, type Spot } from '../../../renderer/features/rostering/grid/grid-model.ts';
import type { WeekHeadActions } from '../../../renderer/features/rostering/head/week-head.tsx';
import { selectCells, showPending, useSchedule } from '../../../renderer/features/rostering/store.ts';
import { WeekScreen } from '../../../renderer/features/rostering/week-screen.tsx';

const untouched = useSchedule.getInitialState();

/** What jsdom lacks: it lays nothing out. */
function standInForLayout(): void {
  for (const observer of ['ResizeObserver', 'IntersectionObserver']) {
    vi.stubGlobal(
      observer,
      class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      },
    );
  }
  Element.prototype.scrollIntoView = () => {};
}

/** The week screen as a person meets it, with main's side recorded. */
export interface WeekPageObject {
  readonly user: UserEvent;
  readonly write: ReturnType<typeof vi.fn<GridPorts['write']>>;
  readonly move: ReturnType<typeof vi.fn<GridPorts['move']>>;
  readonly say: ReturnType<typeof vi.fn<GridPorts['say']>>;
  readonly goTo: ReturnType<typeof vi.fn<WeekHeadActions['goTo']>>;
  readonly grid: HTMLElement;
  /** Selects a cell by its place and gives the grid the focus. */
  stand(spot: Spot, head?: Spot): void;
  /** Where the keyboard is, as "row,col", by what the grid tells screen readers. */
  active(): string;
  /** The cells said to be selected, as "row,col". */
  selected(): string[];
  cell(spot: Spot): HTMLElement;
  editor(): HTMLInputElement;
  show(view: WeekView): void;
  /** What was written, as "row,col=text". */
  written(): string[];
}

interface HarnessOptions {
  /** True puts written texts into their cells, as the write queue does. */
  readonly pending?: boolean;
  /** False for someone who may only look. */
  readonly canWrite?: boolean;
}

/** Renders the screen over `view`, alone on the page. */
export function openWeek(view: WeekView, { pending = false, canWrite = true }: HarnessOptions = {}): WeekPageObject {
  cleanup();
  standInForLayout();
  useSchedule.setState(untouched, true);
  // A window of somebody who left nothing half typed.
  useDrafts.setState(useDrafts.getInitialState(), true);
  let model = gridModel(view);
  const user = userEvent.setup();
  const write = vi.fn<GridPorts['write']>((edits) => {
    if (pending) showPending(edits.map(({ personId, on, text }) => ({ key: lineKey(personId), on, text })));
  });
  const move = vi.fn<GridPorts['move']>();
  const say = vi.fn<GridPorts['say']>();
  const goTo = vi.fn<WeekHeadActions['goTo']>();
  const ports: GridPorts = {
    canWrite,
    write,
    move,
    say,
    explain: async (_address, text) => ({ readable: true, lines: [`reads ${text}`] }),
  };
  const actions: WeekHeadActions = {
    goTo,
    copyLastWeek: vi.fn(),
    openNeeded: vi.fn(),
    openSheet: vi.fn(),
    openNote: vi.fn(),
    print: vi.fn(),
    publish: vi.fn(async () => {}),
  };
  function Page({ shown }: { readonly shown: WeekView }) {
    useShortcuts();
    return <WeekScreen view={shown} place="Downtown" colours={{}} ports={ports} actions={actions} openPeople={vi.fn()} shift={null} />;
  }
  const { rerender } = render(<Page shown={view} />);
  const grid = screen.queryByRole('grid') ?? document.body;
  const place = (address: CellAddress): string => {
    const spot = spotOf(model, address);
    return spot === null ? 'outside' : `${spot.row},${spot.col}`;
  };
  const byId = (id: string | null): string => {
    for (let row = 0; row < model.size.rows; row++) {
      for (let col = 0; col < model.size.cols; col++) {
        const address = addressAt(model, { row, col });
        if (address !== null && cellDomId(address) === id) return `${row},${col}`;
      }
    }
    return 'none';
  };
  const at = (spot: Spot): CellAddress => {
    const address = addressAt(model, spot);
    if (address === null) throw new Error(`no cell at ${spot.row},${spot.col}`);
    return address;
  };
  return {
    user,
    write,
    move,
    say,
    goTo,
    grid,
    stand: (spot, head = spot) => {
      selectCells(at(spot), at(spot), at(head));
      grid.focus();
    },
    active: () => byId(grid.getAttribute('aria-activedescendant')),
    selected: () => [...grid.querySelectorAll('[aria-selected="true"]')].map((cell) => byId(cell.id)),
    cell: (spot) => {
      const element = document.getElementById(cellDomId(at(spot)));
      if (element === null) throw new Error('the cell is not on the screen');
      return element;
    },
    editor: () => screen.getByRole<HTMLInputElement>('textbox'),
    show: (next) => {
      model = gridModel(next);
      rerender(<Page shown={next} />);
    },
    written: () => write.mock.calls.flatMap(([edits]) => edits.map((edit) => `${place(edit)}=${edit.text}`)),
  };
}
