import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintWeek } from '../../../preload/contract/rostering/print-week.ts';
import { fitWeek, type SheetPlan } from '../../../renderer/print/fit.ts';
import { frameOf, roomFor } from '../../../renderer/print/frame.ts';
import { smallestType } from '../../../renderer/print/measures.ts';
import { buildPrintWeek, printCell, printShift, type PrintWeekOptions } from '../../support/print-week.builder.ts';

const papers = ['letter', 'a4'] as const;
const fit = (week: PrintWeek, paper: 'letter' | 'a4' = 'letter') => fitWeek(week, { paper, mayDropNote: true });
const namesOf = (plan: SheetPlan) => plan.pages.flatMap((page) => page.groups.flatMap((group) => group.rows.map(({ row }) => row.name)));
const typeSizes = ({ measures: m }: SheetPlan) => [m.time, m.name, m.day, m.tail, m.typed, m.open, m.title, m.meta, m.foot, m.code, m.word];

const weeks: fc.Arbitrary<PrintWeekOptions> = fc.record({
  people: fc.integer({ min: 1, max: 110 }),
  longNames: fc.boolean(),
  splitShifts: fc.boolean(),
  longText: fc.boolean(),
  wide: fc.boolean(),
});

/** Eighteen people of one position. */
const job = (code: string, from: number) => {
  const [group] = buildPrintWeek({ people: 1 }).groups;
  const row = group?.rows[0];
  if (!row) throw new Error('The builder makes a row.');
  const rows = Array.from({ length: 18 }, (_, index) => ({ ...row, personId: `${from + index}`, name: `Person ${from + index}` }));
  return { code, name: code, rows };
};

const pagesWith = (people: number, note: string, mayDropNote: boolean) =>
  fitWeek(buildPrintWeek({ people, over: { note } }), { paper: 'letter', mayDropNote });

describe('pages', () => {
  it.each([
    [1, 1],
    [5, 1],
    [20, 1],
    [25, 1],
    [40, 1],
    [80, 2],
  ])('%i people of one line take %i', (people, pages) => {
    for (const paper of papers) expect(fit(buildPrintWeek({ people }), paper).pages).toHaveLength(pages);
  });

  it.each([
    [40, 1],
    [80, 2],
  ])('%i people with split shifts of nothing but times take %i: such a day stands in one line', (people, pages) => {
    for (const paper of papers) expect(fit(buildPrintWeek({ people, plainSplits: true }), paper).pages).toHaveLength(pages);
  });

  it('fills two pages evenly', () => {
    const rows = fit(buildPrintWeek({ people: 80 })).pages.map(({ groups }) => groups.reduce((sum, group) => sum + group.rows.length, 0));
    expect(Math.abs((rows[0] ?? 0) - (rows[1] ?? 0))).toBeLessThan(10);
  });

  it('keeps groups whole where that costs no page', () => {
    const week = buildPrintWeek({ over: { groups: [job('AA', 0), job('BB', 100), job('CC', 200), job('DD', 300)] } });
    const plan = fit(week);
    expect(plan.pages.map(({ groups }) => groups.map(({ code }) => code))).toEqual([
      ['AA', 'BB'],
      ['CC', 'DD'],
    ]);
  });
});

describe('type', () => {
  it.each([1, 5, 20, 25])('keeps names and days of %i people at 11 pt', (people) => {
    for (const paper of papers) {
      for (const splitShifts of [false, true]) {
        const { measures } = fit(buildPrintWeek({ people, splitShifts }), paper);
        expect(measures.name).toBeGreaterThanOrEqual(11 - 1e-9);
        expect(measures.day).toBeGreaterThanOrEqual(11 - 1e-9);
      }
    }
  });

  it('does not blow up for five people', () => {
    const { measures, pages } = fit(buildPrintWeek({ people: 5 }));
    expect(measures.name).toBeLessThanOrEqual(13.5);
    for (const { height } of pages.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))) expect(height).toBeLessThan(40);
  });

  it('is larger the fewer people there are', () => {
    const sizes = [24, 28, 34, 40].map((people) => fit(buildPrintWeek({ people })).measures.time);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(sizes).size).toBe(sizes.length);
  });
});

describe('note', () => {
  const long = 'Please read the list beside the door and tell the desk by noon which of the days you would rather have. '
    .repeat(3)
    .slice(0, 300);

  it('is left out exactly where that saves a page', () => {
    let dropped = 0;
    for (let people = 20; people <= 60; people += 1) {
      const may = pagesWith(people, long, true);
      const keeps = pagesWith(people, long, false);
      expect(keeps.noteDropped).toBe(false);
      expect(may.noteDropped).toBe(may.pages.length < keeps.pages.length);
      if (may.noteDropped) dropped += 1;
    }
    expect(dropped).toBeGreaterThan(0);
  });
});

describe('any week', () => {
  it('is printed whole, in its order, within the page and never too small', () => {
    fc.assert(
      fc.property(weeks, fc.constantFrom(...papers), (options, paper) => {
        const week = buildPrintWeek(options);
        const plan = fit(week, paper);
        expect(namesOf(plan)).toEqual(week.groups.flatMap(({ rows }) => rows.map(({ name }) => name)));
        expect(Math.min(...typeSizes(plan))).toBeGreaterThanOrEqual(smallestType);
        if ((options.people ?? 0) <= 25) expect(plan.measures.name).toBeGreaterThanOrEqual(11 - 1e-9);
        expect(plan.measures.spine + plan.measures.names + plan.measures.days.reduce((sum, width) => sum + width, 0)).toBeCloseTo(
          plan.sheet.width,
          6,
        );
        for (const page of plan.pages) {
          const rows = page.groups.reduce((sum, group) => sum + group.rows.reduce((tall, { height }) => tall + height, 0), 0);
          const room = roomFor(plan.sheet, frameOf(week, plan.sheet, plan.measures, !plan.noteDropped, page.reasons));
          expect(rows + (page.open?.height ?? 0)).toBeLessThanOrEqual(room + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no single row of a split group alone', () => {
    fc.assert(
      fc.property(weeks, (options) => {
        const { pages } = fit(buildPrintWeek(options));
        for (const [index, page] of pages.entries()) {
          const first = page.groups[0];
          if (!first?.continued) continue;
          const before = pages[index - 1]?.groups.at(-1);
          expect(first.rows.length).toBeGreaterThan(1);
          expect(before?.rows.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says why it is closed exactly once on each page', () => {
    fc.assert(
      fc.property(weeks, (options) => {
        for (const page of fit(buildPrintWeek(options)).pages) {
          const runs = [...page.closed.values()].flatMap((days) => [...days.values()]).filter((run) => run !== 'covered');
          const told = runs.filter(({ label }) => label === 'closed for Thanksgiving').length + page.reasons.length;
          expect(told).toBe(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('closed days', () => {
  it('stay narrow while they are empty and are as wide as the others when someone works', () => {
    const week = buildPrintWeek({ people: 12 });
    const thursday = 3;
    const narrow = fit(week).measures.days;
    expect(narrow[thursday]).toBeLessThan((narrow[0] ?? 0) * 0.8);

    const [group, ...rest] = week.groups;
    const [row, ...rows] = group?.rows ?? [];
    if (!group || !row) throw new Error('The builder makes a row.');
    const cells = row.cells.map((cell, day) => (day === thursday ? printCell([printShift('8', '10')]) : cell));
    const plan = fit({ ...week, groups: [{ ...group, rows: [{ ...row, cells }, ...rows] }, ...rest] });
    expect(plan.measures.days[thursday]).toBeCloseTo(plan.measures.days[0] ?? 0, 6);
    const first = plan.pages[0]?.groups[0]?.rows[0]?.row;
    expect(first && plan.pages[0]?.closed.get(first)?.get(thursday)).toBeUndefined();
  });
});
