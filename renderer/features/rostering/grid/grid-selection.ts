import { selectCells, useSchedule } from '../store.ts';
import { addressAt, spanOf, spotOf, type Span, type Spot } from './grid-model.ts';
import type { GridSurface } from './grid-surface.ts';
import { advanceIn, clampSpot, type Advance } from './movement.ts';

/** Where the person is in the grid, and the ways to go elsewhere. */
export interface GridSelection {
  /** The cell the keyboard acts on; the first person's first day before one was chosen. */
  activeSpot(): Spot;
  /** The corner of the selection that Shift moves. */
  headSpot(): Spot;
  span(): Span | null;
  /** Selects a block with the active cell in it, without scrolling. */
  selectSpan(active: Spot, anchor: Spot, head: Spot): void;
  /** Selects a cell, or extends the selection to it, and brings it into view. */
  select(spot: Spot, extend: boolean): void;
  /** As an arrow key does it: the first one in a fresh grid only shows where the person is. */
  move(from: Spot, to: Spot, extend: boolean): void;
  /** As Enter and Tab do it; false where Tab leaves the grid. */
  advance(toward: Advance): boolean;
}

const directions: Readonly<Record<'down' | 'up', number>> = { down: 1, up: -1 };

export function createGridSelection(surface: GridSurface): GridSelection {
  const state = useSchedule.getState;
  const model = surface.model;

  const activeSpot = (): Spot => {
    const { active } = state();
    return (active === null ? null : spotOf(model(), active)) ?? { row: Math.min(1, model().size.rows - 1), col: 0 };
  };
  const headSpot = (): Spot => {
    const { head } = state();
    return (head === null ? null : spotOf(model(), head)) ?? activeSpot();
  };
  const span = (): Span | null => {
    const { anchor, head } = state();
    const from = anchor === null ? null : spotOf(model(), anchor);
    const to = head === null ? null : spotOf(model(), head);
    return from === null || to === null ? null : spanOf(from, to);
  };
  const selectSpan = (active: Spot, anchor: Spot, head: Spot): void => {
    const places = [active, anchor, head].map((spot) => addressAt(model(), spot));
    const [one, two, three] = places;
    if (one && two && three) selectCells(one, two, three);
  };

  const select = (spot: Spot, extend: boolean): void => {
    const to = clampSpot(spot, model().size);
    const from = activeSpot();
    selectSpan(extend ? from : to, extend ? from : to, to);
    surface.reveal(to);
  };
  const move = (from: Spot, to: Spot, extend: boolean): void => {
    if (state().active === null) select(from, false);
    else select(to, extend);
  };

  /** To the next day, at the end of a line to the next line; Enter will return to where this began. */
  const tab = (spot: Spot, step: number): boolean => {
    const { size, days } = model();
    const began = state().tabFrom ?? days[spot.col]?.on ?? null;
    const flat = spot.row * size.cols + spot.col + step;
    // At the grid's very end Tab goes on to what follows it.
    if (flat < 0 || flat >= size.rows * size.cols) return false;
    select({ row: Math.floor(flat / size.cols), col: flat % size.cols }, false);
    useSchedule.setState({ tabFrom: began });
    return true;
  };

  const advance = (toward: Advance): boolean => {
    const selected = span();
    const spot = activeSpot();
    const inside = selected === null ? null : advanceIn(selected, spot, toward);
    if (inside !== null) {
      const active = addressAt(model(), inside);
      if (active !== null) useSchedule.setState({ active });
      surface.reveal(inside);
      return true;
    }
    if (toward === 'right' || toward === 'left') return tab(spot, toward === 'right' ? 1 : -1);
    const { tabFrom } = state();
    const backTo = tabFrom === null ? undefined : model().dayOf.get(tabFrom);
    select({ row: spot.row + directions[toward], col: backTo ?? spot.col }, false);
    return true;
  };

  return { activeSpot, headSpot, span, selectSpan, select, move, advance };
}
