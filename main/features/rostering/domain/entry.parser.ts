import type { TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';
import { readRange, readWithin, timeAt } from './clock-reading.ts';
import {
  maximumEntryShifts,
  maximumNoteLength,
  shiftFault,
  type EntryPosition,
  type EntryShift,
  type EntryTimeOff,
  type ParsedEntry,
} from './entry.ts';

export interface ParseContext {
  readonly positions: readonly EntryPosition[];
}

/** Carries a sentence out of the reading functions; it never leaves `parseEntry`. */
class Unreadable extends Error {}
const refuse = (reason: string): never => {
  throw new Unreadable(reason);
};

const example = 'Write it like 8-5, 8-4:30 MA or pto 4h.';

// A new line in a pasted cell parts two entries, so it is no blank.
const blank = /[^\S\n]+/y;
const openMark = /(?:\?|open\b)\s*/iy;
const separator = /\s*(?:[,;&\n]|\band\b)\s*/iy;
const rangeDash = /\s*(?:[-‐‑‒–—−~]+|(?:to|till|until)\b)\s*/iy;
const nextDayMark = /\s*\+\s*1(?!\d)/y;
const slash = /\s*\/\s*/y;
const at = /\s*@\s*/y;
const mealLength = /(\d+(?:\.\d+)?)(?:\s*(min(?:utes?|s)?)|(m|h(?:rs?)?))?(?![a-z\d:])/iy;
const timeOffWord =
  /(?:(off|day off|not working)|(pto|paid time off)|(vac|vacation)|(sick|sick day|sick leave)|(hol|holiday|paid holiday))(?![a-z])/iy;
const timeOffHours = /[^\S\n]*(?:(\d{1,3}):(\d\d)|(\d{1,3}(?:\.\d+)?|\.\d+)\s*(?:h|hrs?|hours?)?|(\d{1,2})h(\d\d)m?)(?![a-z\d:.])/iy;
const unknownWord = /[^\s,;&/@()]+/y;

/**
 * Reads what someone typed or pasted into a cell; never throws. `clock-reading.ts` says how bare times are read. A cell holds up to four shifts,
 * time off, or both (`8-12, pto 4h`). After the times, in any order: a meal in minutes (`/30`, `/0` none, `/30@12:30` when it begins, `@1` the usual
 * one at that time), a position by code or name, a note in parentheses. `?` in front makes the shifts open, `+1` puts the end on the next day.
 */
export function parseEntry(text: string, context: ParseContext): ParsedEntry {
  try {
    return readEntry(text, context);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

function readEntry(text: string, { positions }: ParseContext): ParsedEntry {
  const reader = new EntryReader(text.trim(), positions);
  if (reader.atEnd || /^\s*[-‐‑‒–—−]+\s*$/.test(text)) return { kind: 'empty' };
  const open = reader.take(openMark) !== undefined;
  const shifts: EntryShift[] = [];
  let beside: EntryTimeOff | null = null;
  do {
    const timeOff = reader.timeOff();
    if (!timeOff) shifts.push(reader.shift());
    else if (beside) refuse('Write time off once. Use two days, or one kind of time off.');
    else beside = timeOff;
    reader.take(blank);
  } while (reader.separator());
  if (!reader.atEnd) reader.unknown();
  if (shifts.length === 0 && beside) {
    if (open) refuse('An open shift needs its times, like ?8-5.');
    return { kind: 'time_off', timeOff: beside.kind, minutes: beside.minutes };
  }
  if (open && beside) refuse('An open shift is nobody’s yet. Write it without time off, like ?8-5.');
  return { kind: 'shifts', open, shifts: inOrder(shifts), beside };
}

function inOrder(shifts: readonly EntryShift[]): EntryShift[] {
  if (shifts.length > maximumEntryShifts) refuse(`Write at most ${maximumEntryShifts} shifts in one day.`);
  const sorted = shifts.toSorted((a, b) => a.startMinute - b.startMinute);
  for (const [index, shift] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && before.startMinute + before.lengthMinutes > shift.startMinute) {
      refuse('These shifts overlap. Write a or p beside the times, like 8a-12p, 1p-5p.');
    }
  }
  return sorted;
}

interface Tail {
  mealMinutes?: number;
  mealStartMinute?: number;
  positionId?: string;
  note?: string;
}

/** Reads from left to right; every method starts where the one before ended. */
class EntryReader {
  readonly #text: string;
  readonly #positions: readonly EntryPosition[];
  #from = 0;

  constructor(text: string, positions: readonly EntryPosition[]) {
    this.#text = text;
    this.#positions = positions;
  }

  get atEnd(): boolean {
    return this.#from >= this.#text.length;
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#from;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#from += match[0].length;
    return match;
  }

  /** A separator with something behind it; 8-12/1-5 counts as two shifts. */
  separator(): boolean {
    const before = this.#from;
    let found = false;
    while (this.take(separator)) found = true;
    if (found) {
      if (this.atEnd) this.#from = this.#text.length;
      return !this.atEnd;
    }
    if (this.take(slash) && this.#rangeFollows()) return true;
    this.#from = before;
    return false;
  }

  timeOff(): EntryTimeOff | undefined {
    const match = this.take(timeOffWord);
    if (!match) return undefined;
    const kinds: readonly TimeOffKind[] = ['off', 'pto', 'vacation', 'sick', 'holiday'];
    const kind = kinds.find((_, index) => match[index + 1] !== undefined) ?? 'off';
    const minutes = this.#timeOffMinutes(match[0]);
    if (minutes !== null && kind === 'off') refuse('A plain day off has no hours. Write off, or pto with its hours, like pto 4h.');
    return { kind, minutes };
  }

  #timeOffMinutes(label: string): number | null {
    const match = this.take(timeOffHours);
    if (!match) return null;
    const [, hours, minutes, decimal, wholeHours, restMinutes] = match;
    const total = Math.round(Number(hours ?? wholeHours ?? decimal) * 60) + Number(minutes ?? restMinutes ?? 0);
    if (Number(minutes ?? restMinutes ?? 0) > 59) refuse(`Write the hours like ${label} 4:30 or ${label} 4.5.`);
    if (total > 1440) refuse('A day has 24 hours. Write fewer hours of time off.');
    if (total === 0) refuse(`Write how many hours, like ${label} 4h, or only ${label} for the whole day.`);
    return total;
  }

  shift(): EntryShift {
    const tail: Tail = {};
    const position = this.#position();
    if (position !== undefined) tail.positionId = position;
    this.take(blank);
    const range = this.#range();
    while (this.#tailPiece(tail, range.startMinute));
    const shift: EntryShift = {
      ...range,
      mealMinutes: tail.mealMinutes ?? null,
      // Without a meal there is nothing to begin.
      mealStartMinute: tail.mealMinutes === 0 ? null : (tail.mealStartMinute ?? null),
      positionId: tail.positionId ?? null,
      note: tail.note ?? '',
    };
    const fault = shiftFault(shift);
    return fault === null ? shift : refuse(fault);
  }

  #range(): { readonly startMinute: number; readonly lengthMinutes: number } {
    const start = this.#time('start');
    if (!this.take(rangeDash)) {
      if (this.atEnd) refuse('Write when it ends too, like 8-5.');
      return this.unknown();
    }
    const end = this.#time('end');
    const range = readRange(start, end, this.take(nextDayMark) !== undefined);
    if (range.lengthMinutes === 0)
      refuse('The end is the same time as the start. Write when it ends, like 8a-8p, or 8a-8a+1 for 24 hours.');
    return range;
  }

  #time(which: 'start' | 'end' | 'meal') {
    const from = this.#from;
    const found = timeAt(this.#text, from);
    if (!found) {
      if (which === 'start') return this.unknown();
      return refuse(which === 'end' ? 'Write when it ends too, like 8-5.' : 'Write when the meal begins, like 8-5/30@12:30.');
    }
    this.#from = found.end;
    const impossible = found.time === null || (found.time.hour === 24 && which !== 'end');
    if (impossible) refuse(`“${this.#text.slice(from, found.end).trim()}” is not a time. Write times like 8, 4:30, 8a or 16:30.`);
    return found.time ?? refuse(example);
  }

  #tailPiece(tail: Tail, startMinute: number): boolean {
    const before = this.#from;
    if (this.take(at)) {
      if (tail.mealStartMinute !== undefined) refuse('Write the meal once, like 8-5/30@12:30.');
      tail.mealStartMinute = readWithin(this.#time('meal'), startMinute);
      return true;
    }
    if (this.take(slash)) return this.#meal(tail, before);
    this.take(blank);
    if (this.#text[this.#from] === '(') {
      if (tail.note !== undefined) refuse('Write one note in parentheses, like 8-5 (Desk 1).');
      tail.note = this.#note();
      return true;
    }
    const position = this.#position();
    if (position === undefined) return false;
    if (tail.positionId !== undefined) refuse('Write one position for each shift, like 8-12 MA, 1-5 FD.');
    tail.positionId = position;
    return true;
  }

  #meal(tail: Tail, before: number): boolean {
    if (this.#rangeFollows()) {
      this.#from = before;
      return false;
    }
    const match = this.take(mealLength);
    if (!match || tail.mealMinutes !== undefined) return refuse('Write the meal once, in minutes, like 8-5/30, or 8-5/0 for none.');
    const hours = match[3]?.toLowerCase().startsWith('h') ?? false;
    tail.mealMinutes = Math.round(Number(match[1]) * (hours ? 60 : 1));
    return true;
  }

  #rangeFollows(): boolean {
    const start = timeAt(this.#text, this.#from);
    if (!start) return false;
    rangeDash.lastIndex = start.end;
    const dash = rangeDash.exec(this.#text);
    return dash !== null && timeAt(this.#text, start.end + dash[0].length) !== undefined;
  }

  /** The longest code or name that stands here; a code goes before a name of the same letters. */
  #position(): string | undefined {
    let found: string | undefined;
    let length = 0;
    const tryText = (id: string, text: string): void => {
      if (text.length > length && this.#stands(text)) {
        found = id;
        length = text.length;
      }
    };
    for (const position of this.#positions) tryText(position.id, position.code);
    for (const { id, name } of this.#positions) for (const text of [name, `${name}s`, name.replace(/s$/i, '')]) tryText(id, text);
    this.#from += length;
    return found;
  }

  #stands(text: string): boolean {
    const end = this.#from + text.length;
    return (
      this.#text.slice(this.#from, end).toLowerCase() === text.toLowerCase() &&
      (end >= this.#text.length || /[\s,;&/@(]/.test(this.#text[end] ?? ''))
    );
  }

  /** Parentheses inside a note come in pairs, or with a backslash before them. */
  #note(): string {
    let depth = 0;
    let note = '';
    for (let index = this.#from; index < this.#text.length; index++) {
      const character = this.#text[index] ?? '';
      if (character === '\\' && /[\\()]/.test(this.#text[index + 1] ?? '')) {
        note += this.#text[++index];
        continue;
      }
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) {
        this.#from = index + 1;
        const trimmed = note.trim();
        return trimmed.length > maximumNoteLength
          ? refuse(`A note has at most ${maximumNoteLength} characters. Write a shorter one.`)
          : trimmed;
      }
      note += character;
    }
    return refuse('The note has no end. Close it with a parenthesis, like 8-5 (Desk 1).');
  }

  /** Says what stands here and what could stand here instead. */
  unknown(): never {
    this.take(blank);
    const found = this.take(unknownWord)?.[0] ?? this.#text.slice(this.#from, this.#from + 20);
    if (/^[\d:.]/.test(found) || !/[\p{L}]/u.test(found)) return refuse(`“${found}” cannot be read here. ${example}`);
    const codes = this.#positions.map((position) => position.code).slice(0, 8);
    const list = codes.length > 0 ? ` Positions are ${codes.join(', ')}.` : '';
    return refuse(`“${found}” is neither a time nor a position.${list} Put a note in parentheses, like 8-5 (${found}).`);
  }
}
