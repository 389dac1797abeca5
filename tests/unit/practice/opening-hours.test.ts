import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../../../preload/contract/practice/practice.ts';
import { formatOpeningHours, parseOpeningHours } from '../../../main/features/practice/domain/opening-hours.ts';

/** "1 480 570" per opening: weekday, start, length. */
function read(text: string): string[] | string {
  const result = parseOpeningHours(text);
  return result.ok ? result.hours.map((opening) => `${opening.weekday} ${opening.startMinute} ${opening.lengthMinutes}`) : result.message;
}
const onDays = (days: number[], ...times: string[]) => days.flatMap((weekday) => times.map((time) => `${weekday} ${time}`));

describe('parseOpeningHours', () => {
  test.each<[string, string[]]>([
    ['Mon-Fri 8-5:30, Sat 8-12', [...onDays([1, 2, 3, 4, 5], '480 570'), '6 480 240']],
    ['M-F 8a-5p', onDays([1, 2, 3, 4, 5], '480 540')],
    ['m–f 8:00 AM – 5:00 PM', onDays([1, 2, 3, 4, 5], '480 540')],
    ['Monday to Friday from 8 to 5', onDays([1, 2, 3, 4, 5], '480 540')],
    ['Mon, Wed, Fri 9-1; Tue 8-12, 1-5', ['1 540 240', '2 480 240', '2 780 240', '3 540 240', '5 540 240']],
    ['MWF 9-1 TTh 10-6', ['1 540 240', '2 600 480', '3 540 240', '4 600 480', '5 540 240']],
    ['daily 8-8', onDays([1, 2, 3, 4, 5, 6, 7], '480 720')],
    ['weekdays 0800-1630', onDays([1, 2, 3, 4, 5], '480 510')],
    ['Weekdays: 7:30-noon and 1-5', onDays([1, 2, 3, 4, 5], '450 270', '780 240')],
    ['Mon-Thu 8-5, Fri 8-12, Sat closed, Sun closed', [...onDays([1, 2, 3, 4], '480 540'), '5 480 240']],
    ['Sat-Mon 9-12', ['1 540 180', '6 540 180', '7 540 180']],
    ['Tues & Thurs 1-5', ['2 780 240', '4 780 240']],
    ['T 8-5, Th 8-5', ['2 480 540', '4 480 540']],
    ['Mon 24 hours', ['1 0 1440']],
    ['Fri 7p-7a', ['5 1140 720']],
    ['mon 8.30-16.45', ['1 510 495']],
    ['Mon 8-5, Mon 8-5', ['1 480 540']],
    ['', []],
  ])('reads %j', (text, hours) => {
    expect(read(text)).toEqual(hours);
  });

  test.each([
    ['8-5', 'Say first on which days'],
    ['Mon-Fri', 'on Friday'],
    ['Mon-Fri whenever', '“whenever” cannot be read'],
    ['Mon 25-26', '“25-26” cannot be read'],
    ['Mon 8-5:75', 'cannot be read'],
    ['Mon 8-12, 11-5', 'Monday has two times that overlap'],
    ['Mon 8:00-8:10a', 'less than 15 minutes'],
    ['Octember 8-5', 'cannot be read'],
  ])('says what to write for %j', (text, part) => {
    expect(read(text)).toContain(part);
  });
});

describe('formatOpeningHours', () => {
  test.each<[string, '12' | '24', string]>([
    ['mon-fri 8-5:30 sat 8-12', '12', 'Mon–Fri 8–5:30, Sat 8–12'],
    ['mon-fri 8-5:30 sat 8-12', '24', 'Mon–Fri 08:00–17:30, Sat 08:00–12:00'],
    ['mon wed fri 9-1, tue 8-12, 1-5', '12', 'Mon, Wed, Fri 9–1; Tue 8–12, 1–5'],
    ['daily 8-8', '12', 'daily 8–8'],
    ['fri 7p-7a', '12', 'Fri 7pm–7am'],
    ['mon 24 hours', '12', 'Mon 12am–12am'],
    ['', '12', ''],
  ])('writes %j on a %s-hour clock', (text, clock, written) => {
    const result = parseOpeningHours(text);
    expect(result.ok && formatOpeningHours(result.hours, clock)).toBe(written);
  });

  test('what it writes reads back the same, on both clocks, for any week', () => {
    const opening = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      startMinute: fc.integer({ min: 0, max: 1439 }),
      lengthMinutes: fc.integer({ min: 15, max: 1440 }),
    });
    const oneEach = fc.uniqueArray(opening, { maxLength: 7, selector: (one) => one.weekday });
    const split: fc.Arbitrary<OpeningHours[]> = fc
      .tuple(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 15, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 15, max: 300 }),
      )
      .map(([start, length, gap, second]) => [
        { weekday: 2, startMinute: start, lengthMinutes: length },
        { weekday: 2, startMinute: start + length + gap, lengthMinutes: second },
      ]);
    fc.assert(
      fc.property(fc.oneof(oneEach, split), fc.constantFrom<'12' | '24'>('12', '24'), (hours, clock) => {
        const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
        expect(parseOpeningHours(formatOpeningHours(hours, clock))).toEqual({ ok: true, hours: sorted });
      }),
      { numRuns: 500 },
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseOpeningHours(text).ok === 'boolean'));
  });
});
