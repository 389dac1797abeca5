import type { Size, Span, Spot } from './grid-model.ts';
import { spanCount } from './grid-model.ts';

/** Keeps a place inside the grid. */
export const clampSpot = (spot: Spot, size: Size): Spot => ({
  row: Math.max(0, Math.min(size.rows - 1, spot.row)),
  col: Math.max(0, Math.min(size.cols - 1, spot.col)),
});

/**
 * Where Ctrl and an arrow lead, as in Excel: to the last filled cell of a run,
 * over a gap to the next filled cell, or to the edge.
 */
export function jumpFrom(spot: Spot, rows: number, cols: number, size: Size, filled: (spot: Spot) => boolean): Spot {
  const at = (steps: number): Spot => ({ row: spot.row + rows * steps, col: spot.col + cols * steps });
  const inside = (one: Spot): boolean => one.row >= 0 && one.col >= 0 && one.row < size.rows && one.col < size.cols;
  if (!inside(at(1))) return spot;
  let steps = 1;
  if (filled(spot) && filled(at(1))) {
    while (inside(at(steps + 1)) && filled(at(steps + 1))) steps++;
    return at(steps);
  }
  while (inside(at(steps)) && !filled(at(steps))) steps++;
  return inside(at(steps)) ? at(steps) : at(steps - 1);
}

export type Advance = 'down' | 'up' | 'right' | 'left';

/** The next place inside a block, which Enter and Tab walk round; `null` when the block is a single cell. */
export function advanceIn(span: Span, spot: Spot, toward: Advance): Spot | null {
  if (spanCount(span) === 1) return null;
  const height = span.bottom - span.top + 1;
  const width = span.right - span.left + 1;
  const row = spot.row - span.top;
  const col = spot.col - span.left;
  const count = height * width;
  const byColumn = toward === 'down' || toward === 'up';
  const place = byColumn ? col * height + row : row * width + col;
  const step = toward === 'down' || toward === 'right' ? 1 : -1;
  const next = (place + step + count) % count;
  return byColumn
    ? { row: span.top + (next % height), col: span.left + Math.floor(next / height) }
    : { row: span.top + Math.floor(next / width), col: span.left + (next % width) };
}
