import type { Density } from '../../preload/contract/computer/computer.ts';
import { useComputer } from '../app/computer.store.ts';

const heights: Readonly<Record<Density, number>> = { compact: 28, comfortable: 36, large: 44 };

/** Height of a row in px, as `--row` gives it: by density and text size. What virtualises needs it as a number. */
export function useRowHeight(): number {
  return useComputer(({ appearance: { density, textSize } }) => (heights[density] * textSize) / 100);
}
