import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest, type ReorderFacts } from '../../../main/features/supplies/domain/suggestion.ts';

/** Exam gloves: counted in boxes, bought in cases of 10. */
const gloves: ReorderFacts = {
  active: true,
  unit: { one: 'box', many: 'boxes' },
  reorderPoint: 10,
  par: 28,
  unitsPerPack: 10,
  onHand: 7,
  usable: 7,
  onOrder: 2,
  owed: 0,
  lost: { expired: 0, quarantined: 0, willExpire: 0 },
  usagePerWeek: 4.75,
  shelf: null,
  toleranceBasisPoints: 100,
  neverExceed: false,
  lastCountedOn: '2026-11-02',
  today: '2026-11-24',
};
const of = (over: Partial<ReorderFacts>) => suggest({ ...gloves, ...over });
const said = (over: Partial<ReorderFacts>) => of(over).reasons.map(({ sentence }) => sentence);

describe('what to order of an item, and why', () => {
  it('says the whole sum: 28 - 7 - 2 = 19, so 2 cases', () => {
    expect(suggest(gloves)).toMatchObject({
      kind: 'order',
      position: 9,
      needed: 19,
      packs: 2,
      quantity: 20,
      positionAfter: 29,
      warnings: [],
    });
    expect(said({})).toEqual([
      '7 boxes left, 2 coming, order at 10, lasts 1.9 weeks.',
      'Fill to 28, so 19 are needed.',
      '2 packs of 10 are 20 boxes, 1 more than fills it.',
      'Then 29 boxes last 6.1 weeks.',
    ]);
    expect(suggest(gloves).reasons[0]?.numbers).toMatchObject({ usable: 7, onOrder: 2, position: 9, reorderPoint: 10 });
  });
  it('orders at the level, not above it', () => {
    expect(of({ usable: 8 })).toMatchObject({ kind: 'order', position: 10, packs: 2 });
    expect(of({ usable: 9 })).toMatchObject({ kind: 'enough', position: 11, packs: 0, reasons: [], needed: 0 });
  });
  it('says what is promised, set aside, expired, or will be', () => {
    expect(said({ owed: 1, onOrder: 0, lost: { expired: 1, quarantined: 4, willExpire: 2 } }).slice(0, 2)).toEqual([
      '7 boxes left, 1 promised, order at 10, lasts 1.3 weeks.',
      'Not counted: 2 will expire before use, 1 has expired, 4 are set aside.',
    ]);
  });
  it('says that nothing is left', () => {
    expect(said({ usable: 0, onOrder: 0, usagePerWeek: null })[0]).toBe('None left, order at 10.');
    expect(said({ usable: -3, onOrder: 0, usagePerWeek: null })[0]).toBe('None left (the list says -3), order at 10.');
  });
  it('does without usage, and with single units', () => {
    expect(said({ usagePerWeek: null, unitsPerPack: 1, usable: 1, onOrder: 0, reorderPoint: 1, par: 2 })).toEqual([
      '1 box left, order at 1.',
      'Fill to 2, so 1 is needed.',
      'Order 1 box.',
      'Then there are 2 boxes.',
    ]);
  });
  it('leaves out the little that is not worth a pack, and says so', () => {
    const usage = { unitsPerPack: 1000, usable: 49, onOrder: 0, reorderPoint: 500, par: 3080 };
    expect(of(usage)).toMatchObject({ packs: 4 });
    expect(of({ ...usage, usable: 51, onOrder: 2 })).toMatchObject({ needed: 3027, packs: 3 });
    expect(said({ ...usage, usable: 53 })[2]).toBe('3 packs of 1,000 are 3,000 boxes; what is missing is not worth another pack.');
  });
  it('fills to the reorder point where that is above par', () => {
    expect(of({ reorderPoint: 30 })).toMatchObject({ kind: 'order', needed: 21, warnings: [{ code: 'min_above_max' }] });
  });
  it('counts what is missing from a ledger below 0, and asks to count', () => {
    expect(of({ usable: -3, onHand: -3 })).toMatchObject({ position: -1, needed: 29, packs: 3, warnings: [{ code: 'negative_on_hand' }] });
  });
  it.each<[string, Partial<ReorderFacts>, object]>([
    ['no levels', { par: null, reorderPoint: null }, { kind: 'unknown', needed: 0, packs: 0, warnings: [{ code: 'no_levels' }] }],
    ['no vendor', { unitsPerPack: null }, { kind: 'unknown', needed: 19, packs: 0, warnings: [{ code: 'no_vendor' }] }],
    ['no longer bought', { active: false }, { kind: 'unknown', packs: 0, warnings: [{ code: 'inactive_on_order' }] }],
    ['par below a pack', { par: 9, reorderPoint: 4, usable: 1 }, { packs: 1, quantity: 10, warnings: [{ code: 'par_below_pack' }] }],
    ['counted too long ago', { lastCountedOn: '2026-08-01' }, { packs: 2, warnings: [{ code: 'count_first' }] }],
  ])('says what makes it doubtful: %s', (_, over, expected) => expect(of(over)).toMatchObject(expected));

  it('keeps to par where an item never exceeds it', () => {
    expect(of({ neverExceed: true })).toMatchObject({ packs: 1, positionAfter: 19, warnings: [{ code: 'pack_passes_par' }] });
    expect(of({ neverExceed: true, par: 12 })).toMatchObject({
      kind: 'blocked',
      packs: 0,
      warnings: [{ code: 'pack_passes_par' }, { code: 'stays_low' }],
    });
  });
  it('orders no more than can be used before it expires', () => {
    // 4.75 a week for 5 weeks: 23 at most, 9 are there, so one case.
    const capped = of({ shelf: { weeks: 6, marginWeeks: 1 } });
    expect(capped).toMatchObject({ kind: 'order', packs: 1, positionAfter: 19 });
    expect(capped.warnings).toMatchObject([
      { code: 'expiry_cap', sentence: 'Kept to 19 boxes in all: more would expire before it is used.' },
    ]);
    expect(of({ shelf: { weeks: 3, marginWeeks: 1 } })).toMatchObject({
      kind: 'blocked',
      packs: 0,
      warnings: [{ code: 'expiry_cap' }, { code: 'stays_low' }],
    });
  });
  it('orders one pack for an empty shelf, whatever of it expires', () => {
    const empty = { usable: 0, onHand: 0, onOrder: 0, shelf: { weeks: 2, marginWeeks: 1 } };
    expect(of(empty)).toMatchObject({
      kind: 'order',
      packs: 1,
      warnings: [{ code: 'one_pack_anyway', numbers: { cap: 4, wasted: 6 } }, { code: 'stays_low' }],
    });
    expect(of({ ...empty, onOrder: 10 })).toMatchObject({ kind: 'blocked', packs: 0 });
  });
});

describe('properties of every suggestion', () => {
  const facts = fc.record({
    reorderPoint: fc.nat(300),
    par: fc.nat(600),
    unitsPerPack: fc.oneof(fc.constantFrom(1, 10, 12, 100), fc.integer({ min: 1, max: 400 })),
    usable: fc.integer({ min: -40, max: 400 }),
    onOrder: fc.nat(200),
    owed: fc.nat(30),
    usagePerWeek: fc.option(fc.double({ min: 0, max: 80, noNaN: true })),
    shelf: fc.option(fc.record({ weeks: fc.double({ min: 0, max: 60, noNaN: true }), marginWeeks: fc.constantFrom(0, 1, 4) })),
    toleranceBasisPoints: fc.constantFrom(0, 100, 500),
    neverExceed: fc.boolean(),
  });
  const every = (check: (facts: ReorderFacts) => void) =>
    fc.assert(
      fc.property(facts, (over) => check({ ...gloves, ...over, onHand: over.usable })),
      { numRuns: 1000 },
    );

  it('accepted as a draft, nothing more is suggested', () => {
    every((one) => {
      const first = suggest(one);
      const second = suggest({ ...one, onOrder: one.onOrder + first.quantity });
      expect(second.packs).toBe(0);
      expect(suggest(one)).toEqual(first);
    });
  });
  it('orders whole packs, ends above the reorder point or says that it does not, and never passes what it may not', () => {
    every((one) => {
      const { kind, packs, quantity, position, positionAfter, needed, warnings } = suggest(one);
      const codes = warnings.map(({ code }) => code);
      expect(Number.isInteger(packs) && packs >= 0).toBe(true);
      expect(quantity).toBe(packs * (one.unitsPerPack ?? 0));
      expect(positionAfter).toBe(position + quantity);
      expect(kind === 'order').toBe(packs > 0);
      if (needed === 0) {
        expect(packs).toBe(0);
        return;
      }
      const top = Math.max(one.par ?? 0, one.reorderPoint ?? 0);
      expect(quantity).toBeLessThan(needed + (one.unitsPerPack ?? 0));
      if (positionAfter <= (one.reorderPoint ?? 0)) {
        const isLowest = (one.reorderPoint ?? 0) >= (one.par ?? 0);
        expect(codes).toContain('stays_low');
        expect(isLowest || codes.includes('pack_passes_par') || codes.includes('expiry_cap') || codes.includes('one_pack_anyway')).toBe(
          true,
        );
      }
      if (one.neverExceed && !codes.includes('one_pack_anyway')) expect(positionAfter).toBeLessThanOrEqual(Math.max(top, position));
      if (one.shelf && one.usagePerWeek !== null && packs > 0 && !codes.includes('one_pack_anyway'))
        expect(positionAfter).toBeLessThanOrEqual(one.usagePerWeek * Math.max(0, one.shelf.weeks - one.shelf.marginWeeks) + 1e-6);
    });
  });
  it('says every number of its sentences, and ends each with a stop', () => {
    every((one) => {
      for (const { sentence, numbers } of [...suggest(one).reasons, ...suggest(one).warnings]) {
        expect(sentence).toMatch(/^[\dA-Z"].*\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|null/);
        expect(Object.values(numbers).every((number) => Number.isFinite(number))).toBe(true);
      }
    });
  });
});
