import { expect, it } from 'vitest';
import { localDate } from '../../../preload/contract/shared/primitives.ts';

it.each(['1900-01-01', '2026-11-23', '2028-02-29', '2199-12-31'])('%s is a date', (on) => {
  expect(localDate.parse(on)).toBe(on);
});

it.each([
  ['0000-01-01', 'Use a year from 1900 to 2199.'],
  ['1899-12-31', 'Use a year from 1900 to 2199.'],
  ['2200-01-01', 'Use a year from 1900 to 2199.'],
  ['9999-12-31', 'Use a year from 1900 to 2199.'],
  ['2026-02-30', 'Write the date as year-month-day, like 2026-11-23.'],
  ['tomorrow', 'Write the date as year-month-day, like 2026-11-23.'],
])('%s is refused: %s', (on, message) => {
  expect(localDate.safeParse(on).error?.issues[0]?.message).toBe(message);
});
