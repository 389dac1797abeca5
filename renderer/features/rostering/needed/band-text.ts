/** A band of a day: minutes since midnight, and its length; it may run past midnight. */
export interface Band {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

const time = String.raw`(\d{1,2}):?(\d\d)?\s*([ap])?m?`;
const band = new RegExp(String.raw`^\s*${time}\s*(?:-|–|to)\s*${time}\s*$`, 'i');
const dial = 720;

/**
 * Reads a band as a cell's times are read: `8-5`, `8:30-12`, `0800-1630`, `7a-7p`.
 * Bare 6 to 11 are in the morning, 12 is noon, 1 to 5 in the afternoon; a bare end is the first such time after the start.
 * Answers null for anything else.
 */
export function readBand(text: string): Band | null {
  const match = band.exec(text);
  if (match === null) return null;
  const start = timeOf(match[1], match[2], match[3]);
  const end = timeOf(match[4], match[5], match[6]);
  if (start === null || end === null) return null;
  const startMinute = start.known ? start.minute : start.minute >= 360 ? start.minute : start.minute + dial;
  const around = end.known ? 1440 : dial;
  const lengthMinutes = (((end.minute - startMinute) % around) + around) % around || around;
  return { startMinute, lengthMinutes };
}

function timeOf(hours = '', minutes = '0', half = ''): { minute: number; known: boolean } | null {
  const hour = Number(hours);
  const minute = Number(minutes);
  if (minute > 59 || hour > 24) return null;
  if (half !== '') {
    if (hour < 1 || hour > 12) return null;
    return { minute: (hour % 12) * 60 + minute + (half.toLowerCase() === 'p' ? dial : 0), known: true };
  }
  const onDayClock = hour > 12 || hour === 0 || hours.startsWith('0') || (hours.length === 2 && minutes.length === 2 && hour > 12);
  return onDayClock ? { minute: (hour % 24) * 60 + minute, known: true } : { minute: (hour % 12) * 60 + minute, known: false };
}
