import { useCallback, useSyncExternalStore } from 'react';
import type { Column } from './column.ts';

/** What a list has to set its columns in, in px; a `width` of 0 is not known yet. */
export interface Room {
  readonly width: number;
  /** One rem, which grows with the text size. */
  readonly rem: number;
}

/** White between two columns, and at both sides of a line together, in px: as data-table.module.css has them. */
const gap = 16;
const sides = 48;

/** The least width of a CSS grid track in px: of `8rem`, or of the first length in `minmax(10rem, 2fr)`. */
export function leastWidth(track: string, rem: number): number {
  const length = /([\d.]+)rem/.exec(track)?.[1];
  return length === undefined ? 0 : Number(length) * rem;
}

/**
 * The columns there is room for: where all of them would have to be scrolled to, secondary ones go, the last first.
 * `choosing`: a column of boxes stands before them.
 */
export function columnsInRoom<Row>(columns: readonly Column<Row>[], { width, rem }: Room, choosing: boolean): readonly Column<Row>[] {
  if (width === 0) return columns;
  const boxes = choosing ? 2 * rem + gap : 0;
  const needed = (shown: readonly Column<Row>[]) =>
    sides + boxes + shown.reduce((sum, column) => sum + leastWidth(column.width, rem), 0) + gap * (shown.length - 1);
  let shown = columns;
  while (needed(shown) > width) {
    const last = shown.findLast(({ secondary }) => secondary);
    if (!last) break;
    shown = shown.filter((column) => column !== last);
  }
  return shown;
}

/** Follows the room of an element. */
export function useRoom(element: HTMLElement | null): Room {
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!element) return () => {};
      const observer = new ResizeObserver(onChange);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [element],
  );
  const text = useSyncExternalStore(subscribe, () => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return `${element?.clientWidth ?? 0} ${Number.isFinite(rem) ? rem : 16}`;
  });
  const [width = 0, rem = 16] = text.split(' ').map(Number);
  return { width, rem };
}
