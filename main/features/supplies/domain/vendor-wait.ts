import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, formatDay } from '../../../kernel/local-date.ts';
import type { Said } from './words.ts';

/** The last day on which stock suffices, at its usual usage; null where none is known, or beyond ten years. @param usable base units. */
export function lastsUntil(usable: number, usagePerWeek: number | null, today: LocalDate): LocalDate | null {
  if (usagePerWeek === null || usagePerWeek <= 0) return null;
  const days = Math.floor((Math.max(0, usable) / usagePerWeek) * 7 + 1e-9);
  return days > 3650 ? null : addDays(today, days);
}

export interface WaitLine {
  /** As in a sentence: "gowns". */
  readonly name: string;
  /** `lastsUntil` of what is usable and of what comes before the later order does; null when it lasts. */
  readonly lastsUntilOn: LocalDate | null;
}

export interface WaitAdvice {
  readonly safe: boolean;
  readonly reason: Said<'wait' | 'do_not_wait'>;
}

/**
 * Whether an order below the vendor's minimum can wait for the next order day: everything on it lasts until that order is here.
 * @param orderOn the later order day. @param arrivesOn when that order would be here. Sentences name the line that runs out first.
 */
export function adviseWaiting(lines: readonly WaitLine[], orderOn: LocalDate, arrivesOn: LocalDate): WaitAdvice {
  const ending = lines
    .filter((line) => line.lastsUntilOn !== null)
    .toSorted((a, b) => ((a.lastsUntilOn ?? '') < (b.lastsUntilOn ?? '') ? -1 : 1));
  const [first] = ending;
  const late = ending.filter((line) => (line.lastsUntilOn ?? '') < arrivesOn);
  const order = `an order on ${formatDay(orderOn)} arrives ${formatDay(arrivesOn)}`;
  const safe = late.length === 0;
  const lasts = first ? `${first.name} last to ${formatDay(first.lastsUntilOn ?? arrivesOn)}, ${order}` : order;
  return {
    safe,
    reason: {
      code: safe ? 'wait' : 'do_not_wait',
      sentence: safe ? `Waiting is safe: ${lasts}.` : `Do not wait: ${lasts}.`,
      numbers: { lines: lines.length, late: late.length },
    },
  };
}
