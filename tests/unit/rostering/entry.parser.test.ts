import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryShift, ParsedEntry } from '../../../main/features/rostering/domain/entry.ts';
import { parseEntry } from '../../../main/features/rostering/domain/entry.parser.ts';

const positions = [
  { id: 'fd', code: 'FD', name: 'Front desk' },
  { id: 'ma', code: 'MA', name: 'Medical assistants' },
  { id: 'mf', code: 'MF', name: 'MA float' },
  { id: 'xr', code: 'XR', name: 'X-ray' },
  { id: 'pm', code: 'PM', name: 'Practice manager' },
];
const parse = (text: string): ParsedEntry => parseEntry(text, { positions });

const minutes = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
const shift = (start: string, end: string, over: Partial<EntryShift> = {}): EntryShift => {
  const startMinute = minutes(start);
  return {
    startMinute,
    lengthMinutes: minutes(end) - startMinute,
    mealMinutes: null,
    mealStartMinute: null,
    positionId: null,
    note: '',
    ...over,
  };
};
const shiftsOf = (text: string): readonly EntryShift[] | ParsedEntry => {
  const entry = parse(text);
  return entry.kind === 'shifts' && !entry.open && entry.beside === null ? entry.shifts : entry;
};

const isPossible = (one: EntryShift): boolean =>
  Number.isInteger(one.startMinute) &&
  one.startMinute >= 0 &&
  one.startMinute < 1440 &&
  one.lengthMinutes > 0 &&
  one.lengthMinutes <= 1440 &&
  (one.mealMinutes ?? 0) < one.lengthMinutes;

describe('one shift', () => {
  // Ends past 24:00 are on the next day.
  it.each<[string, string, string]>([
    ['8-5', '8:00', '17:00'],
    ['8–5', '8:00', '17:00'],
    ['8—5', '8:00', '17:00'],
    ['8 - 5', '8:00', '17:00'],
    ['8 to 5', '8:00', '17:00'],
    ['8 till 5', '8:00', '17:00'],
    ['8a-430p', '8:00', '16:30'],
    ['8a - 5p', '8:00', '17:00'],
    ['8am-4:30pm', '8:00', '16:30'],
    ['8 a.m. to 4:30 p.m.', '8:00', '16:30'],
    ['8:00-16:30', '8:00', '16:30'],
    ['08:00 - 16:30', '8:00', '16:30'],
    ['0800-1630', '8:00', '16:30'],
    ['8.30-5', '8:30', '17:00'],
    ['730-430', '7:30', '16:30'],
    ['13-17', '13:00', '17:00'],
    ['8-8', '8:00', '20:00'],
    ['7-3', '7:00', '15:00'],
    ['1-5', '13:00', '17:00'],
    ['12-8', '12:00', '20:00'],
    ['noon-5', '12:00', '17:00'],
    ['8-noon', '8:00', '12:00'],
    ['4-midnight', '16:00', '24:00'],
    ['16-24', '16:00', '24:00'],
    ['11-12', '11:00', '12:00'],
    ['6-2', '6:00', '14:00'],
    ['5-9', '17:00', '21:00'],
    ['5a-1p', '5:00', '13:00'],
    ['5-1p', '5:00', '13:00'],
    ['5-13', '5:00', '13:00'],
    ['7-7a', '19:00', '31:00'],
    ['7-7p', '7:00', '19:00'],
    ['7p-7a', '19:00', '31:00'],
    ['9p-5', '21:00', '29:00'],
    ['22-6', '22:00', '30:00'],
    ['20:00-5:00', '20:00', '29:00'],
    ['13:00-5:00', '13:00', '29:00'],
    ['0800-5', '8:00', '17:00'],
    ['0:30-8', '0:30', '8:00'],
    ['12a-8a', '0:00', '8:00'],
    ['midnight-8', '0:00', '8:00'],
    ['8a-8a+1', '8:00', '32:00'],
    ['0800-0800 +1', '8:00', '32:00'],
    [' 8-5 ', '8:00', '17:00'],
    ['8a-5A', '8:00', '29:00'],
  ])('%s', (text, start, end) => {
    expect(shiftsOf(text)).toEqual([shift(start, end)]);
  });

  it.each<[string, EntryShift]>([
    ['8-4:30 MA', shift('8:00', '16:30', { positionId: 'ma' })],
    ['8a-430p ma', shift('8:00', '16:30', { positionId: 'ma' })],
    ['8-5 front DESK', shift('8:00', '17:00', { positionId: 'fd' })],
    ['8-5 Medical assistant', shift('8:00', '17:00', { positionId: 'ma' })],
    ['8-5 MA float', shift('8:00', '17:00', { positionId: 'mf' })],
    ['8-5 x-ray', shift('8:00', '17:00', { positionId: 'xr' })],
    ['MA 8-5', shift('8:00', '17:00', { positionId: 'ma' })],
    ['PM 8-5', shift('8:00', '17:00', { positionId: 'pm' })],
    ['8-5 PM', shift('8:00', '17:00')],
    ['8-5p PM', shift('8:00', '17:00', { positionId: 'pm' })],
    ['8-5 (Desk 1)', shift('8:00', '17:00', { note: 'Desk 1' })],
    ['8-5 MA (Desk 1)', shift('8:00', '17:00', { positionId: 'ma', note: 'Desk 1' })],
    ['8-5(Desk 1)MA', shift('8:00', '17:00', { positionId: 'ma', note: 'Desk 1' })],
    ['8-5 (Room (2), 1–2)', shift('8:00', '17:00', { note: 'Room (2), 1–2' })],
    [String.raw`8-5 (a\) b)`, shift('8:00', '17:00', { note: 'a) b' })],
    ['8-5/30', shift('8:00', '17:00', { mealMinutes: 30 })],
    ['8-5 / 30 min', shift('8:00', '17:00', { mealMinutes: 30 })],
    ['8-5/0', shift('8:00', '17:00', { mealMinutes: 0 })],
    ['8-5/0@12', shift('8:00', '17:00', { mealMinutes: 0 })],
    ['8-5/1h', shift('8:00', '17:00', { mealMinutes: 60 })],
    ['8-5/30@12:30', shift('8:00', '17:00', { mealMinutes: 30, mealStartMinute: 750 })],
    ['8-5/60@1', shift('8:00', '17:00', { mealMinutes: 60, mealStartMinute: 780 })],
    ['8-5@1 MA', shift('8:00', '17:00', { mealStartMinute: 780, positionId: 'ma' })],
    ['7p-7a/60@1', shift('19:00', '31:00', { mealMinutes: 60, mealStartMinute: 60 })],
  ])('%s', (text, expected) => {
    expect(shiftsOf(text)).toEqual([expected]);
  });
});

describe('several shifts', () => {
  it.each<[string, readonly EntryShift[]]>([
    ['7:30-12, 1-5', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['7:30-12 and 1-5', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['7:30-12/1-5', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['7:30-12\n1-5', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['7:30-12 \r\n 1-5\n', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['1-5; 7:30-12,', [shift('7:30', '12:00'), shift('13:00', '17:00')]],
    ['8-12 MA (a, b), 1-5 FD', [shift('8:00', '12:00', { positionId: 'ma', note: 'a, b' }), shift('13:00', '17:00', { positionId: 'fd' })]],
    ['6a-8, 8-10, 10-12, 12-2', [shift('6:00', '8:00'), shift('8:00', '10:00'), shift('10:00', '12:00'), shift('12:00', '14:00')]],
  ])('%s', (text, expected) => {
    expect(shiftsOf(text)).toEqual(expected);
  });
});

describe('open shifts', () => {
  it.each(['?8-5', '? 8-5', 'open 8-5'])('%s', (text) => {
    expect(parse(text)).toEqual({ kind: 'shifts', open: true, shifts: [shift('8:00', '17:00')], beside: null });
  });
});

describe('nothing', () => {
  it.each(['', '   ', '-', '–', '\n'])('%j', (text) => {
    expect(parse(text)).toEqual({ kind: 'empty' });
  });
});

describe('time off', () => {
  it.each<[string, string, number | null]>([
    ['off', 'off', null],
    ['OFF', 'off', null],
    ['day off', 'off', null],
    ['pto', 'pto', null],
    ['PTO', 'pto', null],
    ['pto 4h', 'pto', 240],
    ['pto 4', 'pto', 240],
    ['pto4h', 'pto', 240],
    ['pto 4.5', 'pto', 270],
    ['pto 4:30', 'pto', 270],
    ['pto 4h30', 'pto', 270],
    ['pto 4 hours', 'pto', 240],
    ['pto 7.25h', 'pto', 435],
    ['pto 24h', 'pto', 1440],
    ['vac', 'vacation', null],
    ['Vacation 8h', 'vacation', 480],
    ['sick', 'sick', null],
    ['sick 2h', 'sick', 120],
    ['hol', 'holiday', null],
    ['Holiday', 'holiday', null],
  ])('%s', (text, timeOff, minutes) => {
    expect(parse(text)).toEqual({ kind: 'time_off', timeOff, minutes });
  });

  it('stands beside a shift', () => {
    const expected = { kind: 'shifts', open: false, shifts: [shift('8:00', '12:00')], beside: { kind: 'pto', minutes: 240 } };
    expect(parse('8-12, pto 4h')).toEqual(expected);
    expect(parse('pto 4h, 8-12')).toEqual(expected);
    expect(parse('pto 4h\n8-12')).toEqual(expected);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string]>([
    ['8a-8a', 'The end is the same time as the start'],
    ['0800-0800', 'The end is the same time as the start'],
    ['20:00-20:00', 'The end is the same time as the start'],
    ['8a-2p+1', 'A shift is at most 24 hours long'],
    ['8-5 EAST', '“EAST” is neither a time nor a position. Positions are FD, MA, MF, XR, PM.'],
    ['8-5 MA Lee', '“Lee” is neither a time nor a position'],
    ['8-5 QQ', '“QQ” is neither a time nor a position'],
    ['EAST', '“EAST” is neither a time nor a position'],
    ['offsite', '“offsite” is neither a time nor a position'],
    ['25-3', '“25” is not a time'],
    ['8:75-5', '“8:75” is not a time'],
    ['8-13p', '“13p” is not a time'],
    ['24-8', '“24” is not a time'],
    ['8:5-5', '“8:5” is not a time'],
    ['80000-5', '“80000” is not a time'],
    ['8', 'Write when it ends too'],
    ['8-', 'Write when it ends too'],
    ['8-5/540', 'at most 240 minutes'],
    ['8-9/60', 'The meal must be shorter than the shift'],
    ['8-12/240', 'The meal must be shorter than the shift'],
    ['8-5/30@7p', 'The meal must lie inside the shift'],
    ['8-5/30@4:45', 'The meal must lie inside the shift'],
    ['8-5/30/30', 'Write the meal once'],
    ['8-5@12@1', 'Write the meal once'],
    ['8-5/', 'Write the meal once'],
    ['8-5@', 'Write when the meal begins'],
    ['8-5 (Desk', 'The note has no end'],
    ['8-5 (a) (b)', 'Write one note'],
    [`8-5 (${'x'.repeat(61)})`, 'at most 60 characters'],
    ['8-5 MA FD', 'Write one position'],
    ['8-5, 12-6', 'These shifts overlap'],
    ['8-9, 9-10, 10-11, 11-12, 1-2', 'Write at most 4 shifts'],
    ['pto 30h', 'A day has 24 hours'],
    ['pto 4:75', 'Write the hours like'],
    ['pto 0', 'Write how many hours'],
    ['pto x', '“x” is neither a time nor a position'],
    ['pto, sick', 'Write time off once'],
    ['off 4h', 'A plain day off has no hours'],
    ['?off', 'An open shift needs its times'],
    ['?', 'cannot be read here'],
    ['?8-5, pto', 'An open shift is nobody’s yet'],
    ['8-5-6', 'cannot be read here'],
    ['8 5', 'cannot be read here'],
    ['!!', 'cannot be read here'],
    ['8-5 8-5', 'cannot be read here'],
  ])('%s', (text, reason) => {
    const entry = parse(text);
    expect(entry).toEqual({ kind: 'unreadable', reason: expect.stringContaining(reason) });
  });

  it('names the positions only where there are some', () => {
    expect(parseEntry('8-5 EAST', { positions: [] })).toEqual({
      kind: 'unreadable',
      reason: '“EAST” is neither a time nor a position. Put a note in parentheses, like 8-5 (EAST).',
    });
  });

  it('never throws, and never answers a shift that cannot be', () => {
    const pieces = fc.constantFrom(...'0123456789:.-–/@?,;&()+ apmAPM\\\n', '8-5', 'MA', 'pto', 'off', 'noon', ' to ', '/30', '(x)', '12');
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const entry = parse(typed);
        if (entry.kind === 'unreadable') return entry.reason.endsWith('.') && entry.reason.length > 10;
        if (entry.kind !== 'shifts') return true;
        return entry.shifts.length > 0 && entry.shifts.every(isPossible);
      }),
      { numRuns: 3000 },
    );
  });
});
