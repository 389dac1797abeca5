import type { CellAddress } from '../../../../preload/contract/rostering/rostering.ts';
import type { SeenRow } from '../../../../preload/contract/shared/primitives.ts';
import { addressAt, cellAt, inSpan, isOwn, spanSize, spotsOf, type GridModel, type Span, type Spot } from './grid-model.ts';
import type { TextBlock } from './clipboard-text.ts';

/** A text for a cell; '' clears it. */
export interface CellEdit extends CellAddress {
  readonly text: string;
  /** The rows the cell showed when typing began; those it shows now when left out. */
  readonly seen?: readonly SeenRow[];
}

/** What a paste would do: the edits with the block they fill, or the sentence that says why not. */
export type PastePlan =
  { readonly fits: true; readonly edits: readonly CellEdit[]; readonly span: Span } | { readonly fits: false; readonly message: string };

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function editsOf(model: GridModel, spots: readonly Spot[], textAt: (spot: Spot) => string): CellEdit[] {
  return spots.flatMap((spot) => {
    const address = addressAt(model, spot);
    return address === null ? [] : [{ ...address, text: textAt(spot) }];
  });
}

/** The texts of a block, as copy puts them on the clipboard. */
export function textsOf(model: GridModel, span: Span): TextBlock {
  const block: string[][] = [];
  for (let row = span.top; row <= span.bottom; row++) {
    const line: string[] = [];
    for (let col = span.left; col <= span.right; col++) line.push(cellAt(model, { row, col }).text);
    block.push(line);
  }
  return block;
}

/**
 * Pastes as a spreadsheet does: one cell fills the whole selection, a block repeats where the selection is a multiple of it,
 * else it starts at the selection's first cell. A block that would leave the grid is refused whole.
 */
export function planPaste(model: GridModel, selected: Span, block: TextBlock): PastePlan {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const target = spanSize(selected);
  const repeats = target.rows % height === 0 && target.cols % width === 0;
  const rows = repeats ? target.rows : height;
  const cols = repeats ? target.cols : width;
  const span = { top: selected.top, left: selected.left, bottom: selected.top + rows - 1, right: selected.left + cols - 1 };
  if (span.bottom >= model.size.rows || span.right >= model.size.cols) {
    const room = `${counted(model.size.rows - selected.top, 'line', 'lines')} and ${counted(model.size.cols - selected.left, 'day', 'days')}`;
    const size = `${counted(height, 'line', 'lines')} by ${counted(width, 'day', 'days')}`;
    return { fits: false, message: `The copied block is ${size}; from this cell on there are ${room}. Nothing was pasted.` };
  }
  const textAt = (spot: Spot): string => block[(spot.row - span.top) % height]?.[(spot.col - span.left) % width] ?? '';
  return { fits: true, edits: editsOf(model, spotsOf(span), textAt), span };
}

/** Empties every cell of a block that holds something. */
export const planClear = (model: GridModel, span: Span): CellEdit[] =>
  editsOf(
    model,
    spotsOf(span).filter((spot) => cellAt(model, spot).entries.some(isOwn)),
    () => '',
  );

/** The same text into every cell of a block. */
export const planSame = (model: GridModel, span: Span, text: string): CellEdit[] => editsOf(model, spotsOf(span), () => text);

/**
 * Repeats the first column (right) or the first line (down) of a block over the rest of it.
 * A selection of one cell wide or high takes the neighbour before it, as Excel does.
 */
export function planFill(model: GridModel, span: Span, toward: 'right' | 'down'): CellEdit[] {
  const single = toward === 'right' ? span.left === span.right : span.top === span.bottom;
  const from = toward === 'right' ? span.left - (single ? 1 : 0) : span.top - (single ? 1 : 0);
  if (from < 0) return [];
  const source = (spot: Spot): Spot => (toward === 'right' ? { row: spot.row, col: from } : { row: from, col: spot.col });
  const targets = spotsOf(span).filter((spot) => (toward === 'right' ? spot.col > from : spot.row > from));
  return editsOf(model, targets, (spot) => cellAt(model, source(spot)).text);
}

/** Drags the fill handle: `source` is repeated over the cells of `target` outside it. */
export function planHandleFill(model: GridModel, source: Span, target: Span): CellEdit[] {
  const size = spanSize(source);
  const targets = spotsOf(target).filter((spot) => !inSpan(source, spot));
  return editsOf(
    model,
    targets,
    (spot) => cellAt(model, { row: wrap(spot.row, source.top, size.rows), col: wrap(spot.col, source.left, size.cols) }).text,
  );
}

const wrap = (value: number, first: number, length: number): number => first + ((((value - first) % length) + length) % length);

/** The block the fill handle covers when dragged to `spot`: it grows in one direction only, the longer one. */
export function handleSpan(source: Span, spot: Spot): Span {
  const down = Math.max(spot.row - source.bottom, 0);
  const up = Math.max(source.top - spot.row, 0);
  const right = Math.max(spot.col - source.right, 0);
  const left = Math.max(source.left - spot.col, 0);
  if (Math.max(down, up) >= Math.max(right, left)) return { ...source, bottom: source.bottom + down, top: source.top - up };
  return { ...source, right: source.right + right, left: source.left - left };
}

/** The pairs of a move by so many lines and days, or `null` when it would leave the grid. */
export function planMove(
  model: GridModel,
  span: Span,
  rows: number,
  cols: number,
): readonly { from: CellAddress; to: CellAddress }[] | null {
  const pairs: { from: CellAddress; to: CellAddress }[] = [];
  for (const spot of spotsOf(span)) {
    const from = addressAt(model, spot);
    const to = addressAt(model, { row: spot.row + rows, col: spot.col + cols });
    if (from === null || to === null) return null;
    pairs.push({ from, to });
  }
  return pairs;
}
