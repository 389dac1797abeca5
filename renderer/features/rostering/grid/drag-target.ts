import type { DragMark } from '../store.ts';
import { handleSpan } from './block-plans.ts';
import { spotOf, type GridModel, type Span } from './grid-model.ts';

/** The block a drag would reach: the selection moved, kept inside the grid, or grown by the fill handle. */
export function dragTarget(model: GridModel, span: Span, drag: DragMark): Span | null {
  const from = spotOf(model, drag.from);
  const to = spotOf(model, drag.to);
  if (from === null || to === null) return null;
  if (drag.kind === 'fill') return handleSpan(span, to);
  const rows = Math.max(-span.top, Math.min(model.size.rows - 1 - span.bottom, to.row - from.row));
  const cols = Math.max(-span.left, Math.min(model.size.cols - 1 - span.right, to.col - from.col));
  return { top: span.top + rows, bottom: span.bottom + rows, left: span.left + cols, right: span.right + cols };
}
