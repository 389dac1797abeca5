import { addressAt, cellDomId, type GridModel, type Span, type Spot } from './grid-model.ts';

/** A rectangle inside the canvas, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where cells stand. Measured once and kept until something can have moved. */
export interface Geometry {
  /** Forgets what was measured and tells those who drew by it: rows, columns or sizes may have changed. */
  forget(): void;
  /** Calls back after each `forget`; answers how to stop. */
  onForget(listener: () => void): () => void;
  boxOf(spot: Spot): Box;
  spanBox(span: Span): Box;
  /** The cell at a point of the canvas, the nearest when it lies outside. */
  spotAt(x: number, y: number): Spot;
}

interface Measured {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
}

const lastBefore = (starts: readonly number[], at: number): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= at),
  );

const boxes = (elements: readonly (HTMLElement | null | undefined)[]): readonly (DOMRect | undefined)[] =>
  elements.map((element) => element?.getBoundingClientRect());

function measure(model: GridModel): Measured {
  const elementAt = (spot: Spot): HTMLElement | null => {
    const address = addressAt(model, spot);
    return address === null ? null : document.getElementById(cellDomId(address));
  };
  // Boxes, not offsets: a line that is laid out for itself is the offset parent of its cells.
  const origin = elementAt({ row: 0, col: 0 })?.closest('table')?.getBoundingClientRect();
  // The lines themselves: asking for a cell would have the contents of a line out of view laid out.
  const column = boxes(model.lines.map((_, row) => elementAt({ row, col: 0 })?.parentElement));
  const line = boxes(model.days.map((_, col) => elementAt({ row: 0, col })));
  return {
    tops: column.map((row) => (row?.top ?? 0) - (origin?.top ?? 0)),
    heights: column.map((row) => row?.height ?? 0),
    lefts: line.map((cell) => (cell?.left ?? 0) - (origin?.left ?? 0)),
    widths: line.map((cell) => cell?.width ?? 0),
  };
}

/** Measures the cells of the model in force; each line and each column is read once. */
export function createGeometry(model: () => GridModel): Geometry {
  let kept: Measured | null = null;
  const listeners = new Set<() => void>();
  const measured = (): Measured => {
    kept ??= measure(model());
    return kept;
  };
  const spanBox = (span: Span): Box => {
    const { tops, heights, lefts, widths } = measured();
    const left = lefts[span.left] ?? 0;
    const top = tops[span.top] ?? 0;
    return {
      left,
      top,
      width: (lefts[span.right] ?? 0) + (widths[span.right] ?? 0) - left,
      height: (tops[span.bottom] ?? 0) + (heights[span.bottom] ?? 0) - top,
    };
  };
  return {
    forget: () => {
      kept = null;
      for (const listener of listeners) listener();
    },
    onForget: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    boxOf: (spot) => spanBox({ top: spot.row, bottom: spot.row, left: spot.col, right: spot.col }),
    spanBox,
    spotAt: (x, y) => {
      const { tops, lefts } = measured();
      return { row: lastBefore(tops, y), col: lastBefore(lefts, x) };
    },
  };
}
