import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLevels, type PurchaseFacts } from '../../../main/features/supplies/domain/first-levels.ts';
import { levelFindings, type LevelFindingFacts } from '../../../main/features/supplies/domain/level-findings.ts';
import { proposeLevels, type ProposalFacts } from '../../../main/features/supplies/domain/level-proposal.ts';
import { levelsFromUsage, type LevelFacts } from '../../../main/features/supplies/domain/levels.ts';
import { summariseUsage, type UsageSummary } from '../../../main/features/supplies/domain/usage-summary.ts';
import { addDays } from '../../../main/kernel/local-date.ts';

const unit = { one: 'box', many: 'boxes' };
const weekly = (...used: number[]): UsageSummary =>
  summariseUsage(used.map((one, index) => ({ fromOn: addDays('2026-01-05', index * 7), days: 7, used: one })));
const facts = (usage: UsageSummary, over: Partial<LevelFacts> = {}): LevelFacts => ({
  usage,
  leadWeeks: 0.5,
  leadDeviationWeeks: 0,
  reviewWeeks: 1,
  coverWeeks: 4,
  serviceClass: 'standard',
  ...over,
});
const steady = weekly(20, 25, 15, 20, 26, 14, 20, 21, 19, 20);
/** Around a mean, one more and one less in turn. */
const even = (mean: number) => weekly(...Array.from({ length: 10 }, (_, index) => mean + (index % 2 === 0 ? 1 : -1)));

describe('levels from usage', () => {
  it('covers review and lead time, and the cover weeks on top', () => {
    // mean 20, squares 124 over 9 weeks: deviation 3.7118. 30 + 1.6449 * sqrt(1.5 * 13.778 + 400 * 0.04) = 39.96.
    const levels = levelsFromUsage(facts(steady, { leadDeviationWeeks: 0.2 }));
    expect(levels).toMatchObject({ reorderPoint: 40, par: 120, reserve: 10, ratePerWeek: 20, method: 'periodic' });
  });
  it('keeps more the worse it is to run out', () => {
    const points = (['convenience', 'standard', 'vital'] as const).map(
      (serviceClass) => levelsFromUsage(facts(steady, { serviceClass })).reorderPoint,
    );
    expect(points).toEqual([36, 38, 41]);
  });
  it('counts a slow item one by one', () => {
    const slow = weekly(0, 1, 0, 0, 1, 0, 0, 0, 1, 0);
    const levels = levelsFromUsage(facts(slow, { coverWeeks: 12 }));
    expect(levels.method).toBe('counts');
    expect(levels).toMatchObject({ reorderPoint: 1, par: 6 });
    expect(levelsFromUsage(facts(slow, { serviceClass: 'vital', coverWeeks: 1 }))).toMatchObject({ reorderPoint: 2, par: 3 });
  });
  it('counts one by one below ten over review and lead time, and not from there on', () => {
    expect(levelsFromUsage(facts(even(6))).method).toBe('counts');
    expect(levelsFromUsage(facts(even(7))).method).toBe('periodic');
  });
  it('reserves more for uneven usage than normal theory would', () => {
    const uneven = summariseUsage(
      [10, 10, 12, 9, 11, 80, 10, 75, 9, 70, 12, 82].map((used, index) => ({
        fromOn: addDays('2026-01-05', index * 7),
        days: 7,
        used,
      })),
    );
    expect(uneven.shape.class).toBe('erratic');
    const levels = levelsFromUsage(facts(uneven, { serviceClass: 'vital' }));
    const normal = uneven.meanPerWeek * 1.5 + 2.3263 * Math.sqrt(1.5) * uneven.deviationPerWeek;
    expect(levels.method).toBe('counts');
    expect(levels.reorderPoint).toBeGreaterThan(normal);
  });
  it('lets an item die out that has not been used for long', () => {
    const used = [0, 6, 0, 6, 0, 6, 0, 6];
    const quiet = Array.from({ length: 12 }, () => 0);
    expect(levelsFromUsage(facts(weekly(...used))).ratePerWeek).toBeCloseTo(2.85, 10);
    expect(levelsFromUsage(facts(weekly(...used, ...quiet))).ratePerWeek).toBeLessThan(0.9);
  });
  it('fills above the level it orders at, in whole units, and the more the longer', () => {
    const series = fc.array(fc.nat(300), { minLength: 2, maxLength: 52 });
    const time = fc.double({ min: 0, max: 8, noNaN: true });
    fc.assert(
      fc.property(
        series,
        time,
        time,
        fc.constantFrom('vital' as const, 'standard' as const, 'convenience' as const),
        (used, lead, more, serviceClass) => {
          const usage = weekly(...used);
          const levels = levelsFromUsage(facts(usage, { leadWeeks: lead, serviceClass }));
          expect(Number.isInteger(levels.reorderPoint) && Number.isInteger(levels.par)).toBe(true);
          expect(levels.reorderPoint).toBeGreaterThanOrEqual(0);
          expect(levels.par).toBeGreaterThan(levels.reorderPoint);
          const longer = levelsFromUsage(facts(usage, { leadWeeks: lead + more, serviceClass }));
          // The step from counting one by one to normal theory may cost some units.
          if (longer.method === levels.method) expect(longer.reorderPoint).toBeGreaterThanOrEqual(levels.reorderPoint - 1);
        },
      ),
    );
  });
  it('keeps its promise: enough in that share of the weeks, whatever comes', () => {
    // Sums of two even draws over a thousand weeks: mean 20; order at once, delivery a week later.
    let seed = 7;
    const draw = (): number => (seed = (seed * 48_271) % 2_147_483_647) % 21;
    const used = Array.from({ length: 1000 }, () => draw() + draw());
    for (const [serviceClass, level] of [
      ['convenience', 0.9],
      ['standard', 0.95],
      ['vital', 0.99],
    ] as const) {
      const { reorderPoint } = levelsFromUsage(facts(weekly(...used.slice(0, 200)), { leadWeeks: 1, serviceClass }));
      const enough = used.slice(1).filter((one, index) => one + (used[index] ?? 0) <= reorderPoint).length / 999;
      expect(enough).toBeGreaterThan(level - 0.015);
      expect(enough).toBeLessThan(level + 0.04);
    }
  });
});

const proposal = (usage: UsageSummary, over: Partial<ProposalFacts> = {}) =>
  proposeLevels({ ...facts(usage), current: null, unit, ...over });

describe('proposals from usage', () => {
  it('says what would be better and why', () => {
    expect(proposal(steady, { current: { reorderPoint: 10, par: 40 } })).toEqual({
      kind: 'change',
      from: { reorderPoint: 10, par: 40 },
      to: { reorderPoint: 38, par: 118, reserve: 8, ratePerWeek: 20, method: 'periodic' },
      reason: {
        code: 'periodic',
        sentence:
          'Used 20 boxes a week over 10 weeks, at most 26. 38 boxes are enough for the 1.5 weeks from one order to the delivery of the next in 95 of 100 cases; 80 more for 4 weeks.',
        numbers: expect.objectContaining({ ratePerWeek: 20, weeks: 10, most: 26, serviceLevel: 0.95, reorderPoint: 38, par: 118 }),
      },
    });
  });
  it.each([
    ['no_history', summariseUsage([])],
    ['too_short', weekly(5, 5, 5, 5, 5, 5, 5)],
    ['one_observation', summariseUsage([{ fromOn: '2026-01-05', days: 70, used: 100 }])],
    ['unused', weekly(0, 0, 0, 0, 0, 0, 0, 0)],
  ])('keeps what there is: %s', (code, usage) => {
    expect(proposal(usage)).toMatchObject({ kind: 'keep', reason: { code } });
  });
  it('does not ask about changes smaller than a tenth', () => {
    expect(proposal(steady, { current: { reorderPoint: 36, par: 110 } })).toMatchObject({ kind: 'keep', reason: { code: 'fits' } });
    expect(proposal(steady, { current: { reorderPoint: 36, par: 100 } }).kind).toBe('change');
  });
  it('fits once it was accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 8, maxLength: 30 }), (used) => {
        const first = proposal(weekly(...used));
        if (first.kind === 'keep') return;
        expect(proposal(weekly(...used), { current: first.to })).toMatchObject({ kind: 'keep', reason: { code: 'fits' } });
      }),
    );
  });
});

const year = (over: Partial<PurchaseFacts>): PurchaseFacts => ({
  purchases: [],
  fromOn: '2025-11-24',
  untilOn: '2026-11-22',
  leadWeeks: 0.6,
  reviewWeeks: 1,
  serviceClass: 'standard',
  unitsPerPack: 10,
  unit,
  ...over,
});
const everyWeeks = (weeks: number, quantity: number) =>
  Array.from({ length: Math.floor(52 / weeks) }, (_, index) => ({ on: addDays('2025-11-24', index * weeks * 7), quantity }));

describe('first levels from a year of purchases', () => {
  it('orders in time and lasts as long as purchases did', () => {
    // 26 * 10 = 260 in 52 weeks: 5 a week. 5 * (1.6 + 1) = 13; two weeks more are one pack of 10.
    const levels = firstLevels(year({ purchases: everyWeeks(2, 10) }));
    expect(levels).toMatchObject({ reorderPoint: 13, par: 23 });
    expect(levels?.reason.sentence).toBe(
      'Bought 260 boxes in 52 weeks, 5 a week, 26 times. Order at 13, fill to 23, until usage tells more.',
    );
  });
  it('keeps two weeks of what is vital and half a week of what is convenient', () => {
    const points = (['vital', 'convenience'] as const).map(
      (serviceClass) => firstLevels(year({ purchases: everyWeeks(2, 10), serviceClass }))?.reorderPoint,
    );
    expect(points).toEqual([18, 11]);
  });
  it('fills by at least a pack and by at most twelve weeks', () => {
    expect(firstLevels(year({ purchases: [{ on: '2026-03-02', quantity: 4 }] }))).toMatchObject({ reorderPoint: 1, par: 11 });
    expect(firstLevels(year({ purchases: [{ on: '2026-03-02', quantity: 520 }] }))).toMatchObject({ reorderPoint: 26, par: 146 });
  });
  it('counts two lines of one day as one purchase', () => {
    const twice = [...everyWeeks(4, 10), ...everyWeeks(4, 10)];
    expect(firstLevels(year({ purchases: twice }))?.par).toBe(firstLevels(year({ purchases: everyWeeks(4, 20) }))?.par);
  });
  it.each([
    ['nothing bought', {}],
    ['only before', { purchases: [{ on: '2025-11-23', quantity: 10 }] }],
    ['only returns', { purchases: [{ on: '2026-03-02', quantity: -10 }] }],
    ['no day', { purchases: everyWeeks(2, 10), untilOn: '2025-11-01' }],
  ])('proposes nothing with %s', (_, over) => expect(firstLevels(year(over))).toBeNull());
});

describe('what makes a suggestion doubtful', () => {
  const fine: LevelFindingFacts = {
    reorderPoint: 10,
    par: 28,
    unitsPerPack: 10,
    onHand: 7,
    lastCountedOn: '2026-11-01',
    today: '2026-11-24',
    active: true,
    onOrder: 0,
    unit,
  };
  it('is nothing when all is well', () => expect(levelFindings(fine)).toEqual([]));
  it.each<[string, Partial<LevelFindingFacts>, string]>([
    ['negative_on_hand', { onHand: -3 }, 'The list says -3 boxes, which cannot be. Count it first.'],
    ['no_levels', { par: null, reorderPoint: null }, 'No "order at" and "fill to" are set.'],
    ['min_above_max', { reorderPoint: 30 }, '"Order at" 30 is above "fill to" 28. It is filled to 30 until that is mended.'],
    ['par_below_pack', { par: 9, reorderPoint: 2 }, '"Fill to" 9 is less than one pack of 10; a pack passes it.'],
    ['no_vendor', { unitsPerPack: null }, 'No vendor is known for it.'],
    ['never_counted', { lastCountedOn: null }, 'Never counted. Count it first.'],
    ['count_first', { lastCountedOn: '2026-09-24' }, 'Last counted 61 days ago. Count it first.'],
    ['inactive_on_order', { active: false, onOrder: 1 }, 'No longer bought, yet 1 box is still to come.'],
  ])('%s', (code, over, sentence) => expect(levelFindings({ ...fine, ...over })).toMatchObject([{ code, sentence }]));
  it('takes a count of 60 days ago, and asks nothing of what is no longer bought', () => {
    expect(levelFindings({ ...fine, lastCountedOn: '2026-09-25' })).toEqual([]);
    expect(levelFindings({ ...fine, active: false, lastCountedOn: null, onHand: -2 })).toEqual([]);
  });
});
