import { useLayoutEffect, useState, type RefObject } from 'react';
import { pixelsPerMillimetre, type Sheet } from './paper.ts';

/** Sheets are never shown much larger than they are. */
const largestScale = 1.3;
const smallestScale = 0.2;

/**
 * Scale at which a sheet fits the element, followed as the element changes. `pad` is white on each side, in pixels.
 * With `whole` its height fits too, so that a page is seen at one glance.
 */
export function useSheetScale(ref: RefObject<HTMLElement | null>, sheet: Sheet, { pad, whole }: { pad: number; whole: boolean }): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const follow = () => {
      const { clientWidth, clientHeight } = element;
      const wide = (clientWidth - 2 * pad) / (sheet.widthMillimetres * pixelsPerMillimetre);
      const tall = (clientHeight - 2 * pad) / (sheet.heightMillimetres * pixelsPerMillimetre);
      const fits = whole ? Math.min(wide, Math.max(tall, wide * 0.75)) : wide;
      setScale(Math.min(largestScale, Math.max(smallestScale, fits)));
    };
    follow();
    if (!('ResizeObserver' in window)) return;
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, sheet, pad, whole]);
  return scale;
}
