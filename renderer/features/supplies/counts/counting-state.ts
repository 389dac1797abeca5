import type { CountLineView } from '../../../../preload/contract/supplies/counts.ts';

/** Neither counted nor left out. */
export const isOpen = (line: CountLineView): boolean => line.counted === null && !line.skipped;

/** The line to go on with after one: the next that is open, from the top again when there is none below; the line after it when all are done. */
export function lineAfter(list: readonly CountLineView[], id: string | null): string | null {
  const at = list.findIndex((line) => line.id === id);
  const next = list.slice(at + 1).find(isOpen) ?? list.slice(0, Math.max(0, at)).find(isOpen);
  return next?.id ?? list[Math.min(at + 1, list.length - 1)]?.id ?? null;
}

/** The line `step` above or below, within the list. */
export function lineBeside(list: readonly CountLineView[], id: string | null, step: 1 | -1): string | null {
  const at = list.findIndex((line) => line.id === id);
  return list[Math.max(0, Math.min(list.length - 1, at + step))]?.id ?? null;
}

/** "16 fewer", "8 more", "same" */
export function differenceWords(difference: number): string {
  if (difference === 0) return 'same';
  return `${Math.abs(difference).toLocaleString('en-US')} ${difference < 0 ? 'fewer' : 'more'}`;
}
