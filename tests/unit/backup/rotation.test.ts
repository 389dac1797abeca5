import { assert, boolean, date, property, tuple, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdated, type RotatedBackup } from '../../../main/features/backup/domain/rotation.ts';

const zone = 'America/New_York';
const good = (at: string): RotatedBackup => ({ name: at, at, good: true });
const bad = (at: string): RotatedBackup => ({ name: at, at, good: false });
/** One at noon UTC on each of `count` days up to Nov 23, 2026. */
const daily = (count: number): RotatedBackup[] =>
  Array.from({ length: count }, (_, days) => good(new Date(Date.parse('2026-11-23T12:00:00Z') - days * 86_400_000).toISOString()));

describe('rotation', () => {
  it.each([
    ['keeps the only one, however old', [good('2020-01-01T12:00:00Z')], []],
    ['keeps the newest of a day', [good('2026-11-23T12:00:00Z'), good('2026-11-23T15:00:00Z')], ['2026-11-23T12:00:00Z']],
    [
      'counts days where the practice is: 04:30 UTC is still the day before',
      [good('2026-11-23T04:30:00Z'), good('2026-11-22T20:00:00Z')],
      ['2026-11-22T20:00:00Z'],
    ],
    ['keeps one of each of fourteen days', daily(14), []],
    ['never counts a damaged one, and keeps it for fourteen days', [good('2026-11-23T12:00:00Z'), bad('2026-11-10T12:00:00Z')], []],
    ['lets a damaged one go after that', [good('2026-11-23T12:00:00Z'), bad('2026-11-08T12:00:00Z')], ['2026-11-08T12:00:00Z']],
    ['keeps an older good one of the day when the newest is damaged', [bad('2026-11-23T15:00:00Z'), good('2026-11-23T12:00:00Z')], []],
    [
      'keeps the newest of those dated by a wrong clock, and counts none of them',
      [good('2036-11-23T12:00:00Z'), good('2036-11-22T12:00:00Z'), good('2026-11-23T12:00:00Z')],
      ['2036-11-22T12:00:00Z'],
    ],
    ['does not take two sides of a clock change for one day', [good('2026-11-01T05:30:00Z'), good('2026-11-02T05:30:00Z')], []],
  ])('%s', (_name, backups, gone) => {
    expect(outdated(backups, '2026-11-23T16:00:00Z', zone)).toEqual(gone);
  });

  it('keeps 14 days, 8 weeks and 12 months of two years of daily backups', () => {
    const all = daily(730);
    const gone = new Set(outdated(all, '2026-11-23T16:00:00Z', zone));
    const left = all.filter(({ name }) => !gone.has(name)).map(({ at }) => at.slice(0, 10));
    expect(left.slice(0, 14)).toEqual(daily(14).map(({ at }) => at.slice(0, 10)));
    // Sundays of the weeks before, then the last days of the months before.
    expect(left.slice(14)).toEqual([
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
  });

  it('never lets the newest good one go, and says the same of what is left', () => {
    const instant = date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const backup = tuple(instant, boolean()).map(([at, isGood]) => ({ name: at.toISOString(), at: at.toISOString(), good: isGood }));
    const backups = uniqueArray(backup, { selector: ({ name }) => name, maxLength: 80 });
    assert(
      property(backups, instant, (all, now) => {
        const gone = new Set(outdated(all, now.toISOString(), zone));
        const newest = all.filter(({ good: isGood }) => isGood).toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
        expect(newest && gone.has(newest.name)).not.toBe(true);
        const left = all.filter(({ name }) => !gone.has(name));
        expect(outdated(left, now.toISOString(), zone)).toEqual([]);
      }),
    );
  });
});
