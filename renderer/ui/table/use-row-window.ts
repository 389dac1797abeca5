import { useCallback, useSyncExternalStore } from 'react';

/** The rows to draw: `first` to `end`, without `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows drawn beyond the view on either side, so that a fast scroll finds them there. */
const beyond = 12;
/** The window moves in steps of so many rows, which spares most renders while scrolling. */
const step = 6;
/** Rows drawn where nothing can be measured yet. */
const unmeasured = 40;

/** Which rows of one height (px) a view of `height` px shows that is scrolled down by `top`. */
export function rowWindow(count: number, rowHeight: number, top: number, height: number): RowWindow {
  const seen = height === 0 ? unmeasured : Math.ceil(height / rowHeight);
  const start = Math.floor(Math.max(0, top) / rowHeight / step) * step;
  return { first: Math.max(0, Math.min(start, count) - beyond), end: Math.min(count, start + seen + step + beyond) };
}

/** Follows a scrolling element and answers which of its rows to draw. All rows are `rowHeight` px high. */
export function useRowWindow(scroller: HTMLElement | null, count: number, rowHeight: number): RowWindow {
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!scroller) return () => {};
      const observer = new ResizeObserver(onChange);
      observer.observe(scroller);
      scroller.addEventListener('scroll', onChange, { passive: true });
      return () => {
        observer.disconnect();
        scroller.removeEventListener('scroll', onChange);
      };
    },
    [scroller],
  );
  const text = useSyncExternalStore(subscribe, () => {
    const { first, end } = rowWindow(count, rowHeight, scroller?.scrollTop ?? 0, scroller?.clientHeight ?? 0);
    return `${first} ${end}`;
  });
  const [first = 0, end = 0] = text.split(' ').map(Number);
  return { first, end };
}

/** Scrolls so that row `index` stands whole below a sticky head of one row's height. */
export function showRow(scroller: HTMLElement | null, index: number, rowHeight: number): void {
  if (!scroller) return;
  const top = index * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + 2 * rowHeight;
  if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
