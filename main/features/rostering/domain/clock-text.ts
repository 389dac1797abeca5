import type { ClockFormat } from '../../../../preload/contract/practice/practice.ts';
import { usualStart } from './clock-reading.ts';

const dayMinutes = 1440;
const dial = 720;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** "8" and "4:30" on the 12-hour clock, "8:00" and "16:30" on the other. Any minute, also past midnight. */
export function formatTime(minute: number, clock: ClockFormat): string {
  const ofDay = minute % dayMinutes;
  const rest = ofDay % 60;
  const hour = (ofDay - rest) / 60;
  if (clock === '24') return `${hour}:${two(rest)}`;
  return rest === 0 ? String(hour % 12 || 12) : `${hour % 12 || 12}:${two(rest)}`;
}

const half = (minute: number): string => (minute % dayMinutes < dial ? 'a' : 'p');

export interface StartEnd {
  readonly start: string;
  readonly end: string;
}

/** Start and end as the grid shows them: "8" and "4:30", with a and p on both where bare times would be read otherwise ("7p" and "7a"). */
export function formatStartEnd(startMinute: number, lengthMinutes: number, clock: ClockFormat): StartEnd {
  const endMinute = startMinute + lengthMinutes;
  const start = formatTime(startMinute, clock);
  const end = formatTime(endMinute, clock);
  if (clock === '24' || isPlain(startMinute, lengthMinutes)) return { start, end };
  return { start: start + half(startMinute), end: end + half(endMinute) };
}

/** Whether the bare times are read as this shift: see `readRange`. */
const isPlain = (startMinute: number, lengthMinutes: number): boolean =>
  lengthMinutes <= dial && usualStart(startMinute % dial) === startMinute;

/** The same for typing: what `readRange` reads back exactly, whatever the length. */
export function typedStartEnd(startMinute: number, lengthMinutes: number, clock: ClockFormat): StartEnd {
  const shown = formatStartEnd(startMinute, lengthMinutes, clock);
  const nextDay = lengthMinutes >= dayMinutes ? '+1' : '';
  if (clock === '12') return nextDay === '' ? shown : { start: shown.start, end: `${shown.end}${nextDay}` };
  const endMinute = (startMinute + lengthMinutes) % dayMinutes;
  const told = beyondDial(startMinute) || beyondDial(endMinute) || isPlain(startMinute, lengthMinutes);
  return told
    ? { start: shown.start, end: `${shown.end}${nextDay}` }
    : { start: digits(startMinute), end: `${digits(endMinute)}${nextDay}` };
}

const beyondDial = (minute: number): boolean => minute < 60 || minute >= dial + 60;
/** Four digits, which are always on the 24-hour clock. */
const digits = (minute: number): string => `${two(Math.floor(minute / 60))}${two(minute % 60)}`;

/** A time inside a shift that began at `startMinute`, so that `readWithin` reads it back. */
export function typedWithin(minute: number, startMinute: number, clock: ClockFormat): string {
  const isNext = (minute - startMinute + dayMinutes) % dayMinutes < dial;
  if (isNext || (clock === '24' && beyondDial(minute))) return formatTime(minute, clock);
  return clock === '24' ? digits(minute) : formatTime(minute, clock) + half(minute);
}

/** "12–1", "8–12", "7p–7a": start and end with an en dash, to be shown. */
export function formatBand(startMinute: number, lengthMinutes: number, clock: ClockFormat): string {
  const { start, end } = formatStartEnd(startMinute % dayMinutes, lengthMinutes, clock);
  return `${start}–${end}`;
}

/** "8:00 am", or "8:00" on the 24-hour clock. */
export function formatLongTime(minute: number, clock: ClockFormat): string {
  const ofDay = minute % dayMinutes;
  if (clock === '24') return formatTime(ofDay, clock);
  return `${Math.floor(ofDay / 60) % 12 || 12}:${two(ofDay % 60)} ${ofDay < dial ? 'am' : 'pm'}`;
}

/** Minutes as hours with at most two decimals: "31.5", "8", "7.25". */
export const formatHours = (minutes: number): string => String(Math.round((minutes * 100) / 60) / 100);
