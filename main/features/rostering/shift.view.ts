import type { ClockFormat } from '../../../preload/contract/practice/practice.ts';
import { formatBand } from './domain/clock-text.ts';

/** The hours of a shift, "8–4:30". */
export const shiftHours = (shift: { readonly startMinute: number; readonly lengthMinutes: number }, clock: ClockFormat): string =>
  formatBand(shift.startMinute, shift.lengthMinutes, clock);
