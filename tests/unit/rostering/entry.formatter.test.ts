import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBand, formatHours, formatLongTime, formatStartEnd, formatTime } from '../../../main/features/rostering/domain/clock-text.ts';
import { shiftFault, type EntryShift, type EntryTimeOff } from '../../../main/features/rostering/domain/entry.ts';
import { describeEntry, formatEntry, formatTimeOff } from '../../../main/features/rostering/domain/entry.formatter.ts';
import { parseEntry } from '../../../main/features/rostering/domain/entry.parser.ts';
import { timeOffKinds } from '../../../preload/contract/rostering/rostering.ts';

const positions = [
  { id: 'fd', code: 'FD', name: 'Front desk' },
  { id: 'ma', code: 'MA', name: 'Medical assistant' },
  { id: 'hr', code: 'HR', name: 'Staff office' },
  { id: 'mi', code: 'MI', name: 'Imaging' },
  { id: 'pm', code: 'PM', name: 'Practice manager' },
  { id: 'am', code: 'AM', name: 'Assistant manager' },
  { id: 'm2', code: 'MA', name: 'MA float' },
];

const clocks = fc.constantFrom('12', '24');
const note = fc.oneof(
  fc.constant(''),
  fc.constantFrom('Desk 1', 'Room (2)', 'a)', '(', String.raw`c:\x`, 'Lee, AM–PM', '1-5'),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim()),
);
const shifts: fc.Arbitrary<EntryShift> = fc
  .record({
    startMinute: fc.oneof(
      fc.nat(1439),
      fc.nat(95).map((quarter) => quarter * 15),
    ),
    lengthMinutes: fc.oneof(
      fc.integer({ min: 1, max: 1440 }),
      fc.integer({ min: 1, max: 24 }).map((hours) => hours * 60),
    ),
    mealMinutes: fc.option(fc.constantFrom(0, 15, 30, 60, 240)),
    mealStartMinute: fc.option(fc.nat(1439)),
    positionId: fc.option(fc.constantFrom(...positions.map((position) => position.id))),
    note,
  })
  .filter((shift) => shift.note.length <= 60 && !(shift.mealMinutes === 0 && shift.mealStartMinute !== null) && shiftFault(shift) === null);
const timeOffs: fc.Arbitrary<EntryTimeOff> = fc
  .record({ kind: fc.constantFrom(...timeOffKinds), minutes: fc.option(fc.integer({ min: 1, max: 1440 })) })
  .map((timeOff) => (timeOff.kind === 'off' ? { ...timeOff, minutes: null } : timeOff));

describe('what is written is read back the same', () => {
  it('one shift, on both clocks', () => {
    fc.assert(
      fc.property(shifts, clocks, fc.boolean(), (shift, clock, open) => {
        const text = formatEntry({ open, shifts: [shift], timeOff: null }, { clock, positions, ownPositionId: null });
        expect([text, parseEntry(text, { positions })]).toEqual([text, { kind: 'shifts', open, shifts: [shift], beside: null }]);
      }),
      { numRuns: 5000 },
    );
  });

  it('every start with every length, to the quarter hour', () => {
    const misread: string[] = [];
    for (const clock of ['12', '24'] as const) {
      for (let startMinute = 0; startMinute < 1440; startMinute += 15) {
        for (let lengthMinutes = 15; lengthMinutes <= 1440; lengthMinutes += 15) {
          const shift = { startMinute, lengthMinutes, mealMinutes: null, mealStartMinute: null, positionId: null, note: '' };
          const text = formatEntry({ open: false, shifts: [shift], timeOff: null }, { clock, positions, ownPositionId: null });
          const read = parseEntry(text, { positions });
          const same =
            read.kind === 'shifts' && read.shifts[0]?.startMinute === startMinute && read.shifts[0].lengthMinutes === lengthMinutes;
          if (!same) misread.push(text);
        }
      }
    }
    expect(misread).toEqual([]);
  });

  it('time off, alone and beside a shift', () => {
    fc.assert(
      fc.property(shifts, timeOffs, clocks, (shift, timeOff, clock) => {
        const context = { clock, positions, ownPositionId: null };
        const alone = formatEntry({ open: false, shifts: [], timeOff }, context);
        expect(parseEntry(alone, { positions })).toEqual({ kind: 'time_off', timeOff: timeOff.kind, minutes: timeOff.minutes });
        const both = formatEntry({ open: false, shifts: [shift], timeOff }, context);
        expect(parseEntry(both, { positions })).toEqual({ kind: 'shifts', open: false, shifts: [shift], beside: timeOff });
      }),
      { numRuns: 2000 },
    );
  });
});

const rewritten = (typed: string, clock: '12' | '24' = '12', ownPositionId: string | null = null): string => {
  const entry = parseEntry(typed, { positions });
  if (entry.kind !== 'shifts') throw new Error(`${typed}: ${entry.kind}`);
  return formatEntry({ open: entry.open, shifts: entry.shifts, timeOff: entry.beside }, { clock, positions, ownPositionId });
};

describe('as short as people write it', () => {
  it.each([
    ['8a-5p', '8-5'],
    ['0800-2000', '8-8'],
    ['0800-1630 ma (Desk 1)', '8-4:30 MA (Desk 1)'],
    ['19-7', '7p-7a'],
    ['7:30-12,1-5', '7:30-12, 1-5'],
    ['5a-1p', '5a-1p'],
    ['8a-9p', '8a-9p'],
    ['8-5 / 30', '8-5/30'],
    ['8-5/60@13', '8-5/60@1'],
    ['8a-9p/30@8:30p', '8a-9p/30@8:30p'],
    ['? 8 - 5', '?8-5'],
    ['8-12,pto 4', '8-12, pto 4h'],
    ['pm 8-5', 'PM 8-5'],
    ['8-5 MA float', '8-5 MA float'],
    ['8a-8a+1', '8a-8a+1'],
  ])('%s is written %s', (typed, expected) => {
    expect(rewritten(typed)).toBe(expected);
  });
  it.each([
    ['8-5', '8:00-17:00'],
    ['8-12', '8:00-12:00'],
    ['0100-0500', '0100-0500'],
    ['7p-7a', '19:00-7:00'],
    ['8-5/30@12:30', '8:00-17:00/30@12:30'],
    ['8-5/30@1', '8:00-17:00/30@13:00'],
  ])('%s is written %s on the 24-hour clock', (typed, expected) => {
    expect(rewritten(typed, '24')).toBe(expected);
  });
  it('leaves out the row’s own position', () => {
    expect(rewritten('8-12 MA, 1-5 FD', '12', 'ma')).toBe('8-12, 1-5 FD');
  });
  it.each([
    [{ kind: 'off', minutes: null }, 'off'],
    [{ kind: 'pto', minutes: null }, 'pto'],
    [{ kind: 'pto', minutes: 240 }, 'pto 4h'],
    [{ kind: 'sick', minutes: 435 }, 'sick 7.25h'],
    [{ kind: 'vacation', minutes: 260 }, 'vacation 4:20'],
  ] as const)('%j is written %s', (timeOff, expected) => {
    expect(formatTimeOff(timeOff)).toBe(expected);
  });
});

describe('times to be shown', () => {
  it.each([
    [480, '8', '8:00', '8:00 am'],
    [990, '4:30', '16:30', '4:30 pm'],
    [0, '12', '0:00', '12:00 am'],
    [720, '12', '12:00', '12:00 pm'],
    [1440 + 65, '1:05', '1:05', '1:05 am'],
  ])('minute %i', (minute, twelve, twentyFour, long) => {
    expect([formatTime(minute, '12'), formatTime(minute, '24'), formatLongTime(minute, '12')]).toEqual([twelve, twentyFour, long]);
    expect(formatLongTime(minute, '24')).toBe(twentyFour);
  });
  it('a band', () => {
    expect(formatBand(720, 60, '12')).toBe('12–1');
    expect(formatBand(480, 240, '12')).toBe('8–12');
    expect(formatBand(1140, 720, '12')).toBe('7p–7a');
    expect(formatBand(480, 240, '24')).toBe('8:00–12:00');
    expect(formatBand(60, 240, '24')).toBe('1:00–5:00');
  });
  it('start and end apart', () => {
    expect(formatStartEnd(480, 510, '12')).toEqual({ start: '8', end: '4:30' });
    expect(formatStartEnd(1140, 720, '12')).toEqual({ start: '7p', end: '7a' });
  });
  it.each([
    [1890, '31.5'],
    [480, '8'],
    [435, '7.25'],
    [260, '4.33'],
    [0, '0'],
  ])('%i minutes are %s hours', (minutes, expected) => {
    expect(formatHours(minutes)).toBe(expected);
  });
});

describe('the hint under the editor', () => {
  const policy = { afterMinutes: 360, minutes: 60, startMinute: 720 };
  const hint = (text: string): string[] =>
    describeEntry(parseEntry(text, { positions }), { clock: '12', positions, policy, ownPositionId: 'ma', contractMinutes: 480 });
  it.each<[string, string[]]>([
    ['8-4:30', ['8:00 am–4:30 pm, 7.5 h after 1 h lunch', 'Medical assistant']],
    ['8-4:30/30 FD (Desk 1)', ['8:00 am–4:30 pm, 8 h after 30 min lunch', 'Front desk, Desk 1']],
    ['8-12', ['8:00 am–12:00 pm, 4 h', 'Medical assistant']],
    ['8-5/0', ['8:00 am–5:00 pm, 9 h without a meal', 'Medical assistant']],
    ['7p-7a', ['7:00 pm–7:00 am the next day, 11 h after 1 h meal', 'Medical assistant']],
    ['4-midnight', ['4:00 pm–12:00 am, 7 h after 1 h meal', 'Medical assistant']],
    ['?8-12', ['8:00 am–12:00 pm, 4 h', 'Medical assistant', 'An open shift']],
    ['8-12, pto 4h', ['8:00 am–12:00 pm, 4 h', 'Medical assistant', 'PTO, 4 h toward contract']],
    ['vac', ['Vacation, the whole day: 8 h toward contract']],
    ['off', ['Day off, no hours']],
    ['', []],
    ['8a-8a', ['The end is the same time as the start. Write when it ends, like 8a-8p, or 8a-8a+1 for 24 hours.']],
  ])('%s', (text, expected) => {
    expect(hint(text)).toEqual(expected);
  });
});
