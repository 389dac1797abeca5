import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findPackFaults,
  formatQuantity,
  packsOf,
  splitQuantity,
  stepsOf,
  type Pack,
} from '../../../main/features/supplies/domain/pack-chain.ts';
import { readQuantity, type QuantityRule } from '../../../main/features/supplies/domain/read-quantity.ts';

const box: Pack = { code: 'BX', baseUnits: 100 };
const boxCase: Pack = { code: 'CS', baseUnits: 1000 };
const tubes = { baseUnit: 'each', packs: [box, boxCase] };

/** Chains of one to four packs, each a multiple of the one before. */
const chains = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 4 }).map((holds) => {
  const names = ['pouch', 'BX', 'blister card', 'CS'];
  let baseUnits = 1;
  return holds.map((count, at): Pack => ({ code: names[at] ?? '', baseUnits: (baseUnits *= count) }));
});

describe('findPackFaults', () => {
  test.each<[string, Pack[], [string, number][]]>([
    ['a chain', [{ code: 'EA', baseUnits: 1 }, box, boxCase], []],
    ['no pack at all', [], []],
    ['one of each, in any order', [boxCase, box], []],
    ['a pack without a name', [{ code: ' ', baseUnits: 10 }], [['pack.no_name', 0]]],
    ['half a unit', [{ code: 'BX', baseUnits: 2.5 }], [['pack.not_whole', 0]]],
    ['no number', [{ code: 'BX', baseUnits: Number.NaN }], [['pack.not_whole', 0]]],
    ['nothing inside', [box, { code: 'CS', baseUnits: 0 }], [['pack.too_small', 1]]],
    ['less than nothing', [{ code: 'CS', baseUnits: -10 }], [['pack.too_small', 0]]],
    ['more than fits', [{ code: 'CS', baseUnits: 1_000_000_001 }], [['pack.too_large', 0]]],
    ['one name twice', [box, { code: 'boxes', baseUnits: 90 }], [['pack.same_name', 1]]],
    ['the base unit of several', [{ code: 'ea', baseUnits: 5 }], [['pack.same_name', 0]]],
    ['a case that does not divide', [box, { code: 'CS', baseUnits: 250 }], [['pack.does_not_divide', 1]]],
    [
      'two that do not divide',
      [{ code: 'CS', baseUnits: 250 }, box, { code: 'PA', baseUnits: 1300 }],
      [
        ['pack.does_not_divide', 0],
        ['pack.does_not_divide', 2],
      ],
    ],
  ])('%s', (_, packs, expected) => {
    expect(findPackFaults(packs, 'each').map((fault) => [fault.rule, fault.index])).toEqual(expected);
  });

  test('says what to do', () => {
    expect(findPackFaults([box, { code: 'CS', baseUnits: 250 }], 'each')[0]?.message).toBe(
      'A case of 250 each is not a whole number of boxes of 100. Correct one of the two.',
    );
  });

  test('finds none in any chain that divides', () => {
    fc.assert(
      fc.property(chains, (packs) => {
        expect(findPackFaults(packs, 'each')).toEqual([]);
      }),
    );
  });
});

describe('steps and packs', () => {
  const steps = [
    { code: 'CS', holds: 10, of: 'BX' },
    { code: 'BX', holds: 100, of: 'each' },
  ];
  test('a case of 10 boxes of 100 holds 1,000', () => {
    expect(packsOf(steps, 'each')).toEqual([box, boxCase]);
    expect(stepsOf([box, boxCase], 'each')).toEqual(steps.toReversed());
  });
  test('what is inside nothing known has no size', () => {
    expect(packsOf([{ code: 'CS', holds: 10, of: 'BX' }], 'each')).toBeUndefined();
  });
  test('are the same thing twice', () => {
    fc.assert(
      fc.property(chains, (packs) => {
        expect(packsOf(stepsOf(packs, 'each').toReversed(), 'each')).toEqual(packs);
      }),
    );
  });
});

describe('formatQuantity', () => {
  test.each([
    [1203, '1 case + 2 boxes + 3 each'],
    [235, '2 boxes + 35 each'],
    [1000, '1 case'],
    [12_000, '12 cases'],
    [12, '12 each'],
    [0, 'none'],
    [-45, '−45 each'],
    [-235, '−2 boxes − 35 each'],
    [1_234_000, '1,234 cases'],
  ])('%d is %s', (baseUnits, expected) => {
    expect(formatQuantity(baseUnits, tubes.packs, 'each')).toBe(expected);
  });

  test('packs and rest make the quantity again, and the rest is less than a pack', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: -100_000_000, max: 100_000_000 }), (packs, quantity) => {
        const { counts, rest } = splitQuantity(quantity, packs);
        expect(counts.reduce((sum, { pack, count }) => sum + count * pack.baseUnits, rest)).toBe(quantity);
        expect(Math.abs(rest)).toBeLessThan(packs[0]?.baseUnits ?? 1);
      }),
    );
  });
});

describe('readQuantity', () => {
  test.each<[string, number]>([
    ['12', 12],
    ['0', 0],
    ['1,200', 1200],
    ['1.0', 1],
    ['1.5 boxes', 150],
    ['.5 box', 50],
    ['1/2 box', 50],
    ['1 1/2 boxes', 150],
    ['1½ bx', 150],
    ['½ box', 50],
    ['half a box', 50],
    ['half box', 50],
    ['a half box', 50],
    ['a box', 100],
    ['one case', 1000],
    ['1/2 of a box', 50],
    ['quarter case', 250],
    ['2 cs 3', 2003],
    ['2cs3', 2003],
    ['2b 35', 235],
    ['2b35', 235],
    ['2 boxes + 35', 235],
    ['1 case + 2 boxes + 3 each', 1203],
    ['1 case, 2 boxes and 3', 1203],
    ['2 bx,3', 203],
    ['35 and 2 boxes', 235],
    ['100 + 35', 135],
    ['2 Boxes.', 200],
    ['3 EA', 3],
    ['3 pcs', 3],
    ['2 dozen', 24],
    ['3 pairs', 6],
    ['1/3 box + 2/3 box', 100],
    ['0.25 bx', 25],
    ['999999 cs 999', 999_999_999],
  ])('%j is %d', (text, baseUnits) => {
    expect(readQuantity(text, tubes)).toEqual({ ok: true, baseUnits, said: 'quantity' });
  });

  test.each(['none', 'None left', 'zero', 'empty', ' nothing '])('%j is none', (text) => {
    expect(readQuantity(text, tubes)).toEqual({ ok: true, baseUnits: 0, said: 'none' });
  });

  test.each(['=', 'same', ' = '])('%j takes what should be there', (text) => {
    expect(readQuantity(text, tubes, 280)).toEqual({ ok: true, baseUnits: 280, said: 'unchanged' });
  });

  test.each<[string, QuantityRule, string]>([
    ['', 'quantity.empty', 'Write how many there are, or “none”.'],
    ['=', 'quantity.nothing_to_keep', 'There is no number to keep here. Write how many you see.'],
    ['-3', 'quantity.below_zero', 'A quantity cannot be below zero. Write how many there are.'],
    ['1.5', 'quantity.not_whole', '1.5 each is not a whole number. Write a whole number of each.'],
    ['1/3 box', 'quantity.not_whole', '1/3 box of 100 makes 33.333 each. Write a whole number of each.'],
    ['0.333 boxes', 'quantity.not_whole', '0.333 boxes of 100 makes 33.3 each. Write a whole number of each.'],
    ['3 rolls', 'quantity.unknown_unit', 'This item has no rolls. It is counted in: each, box, case.'],
    ['2 boxes of 90', 'quantity.unknown_unit', 'This item has no boxes of 90. It is counted in: each, box, case.'],
    ['1,5 boxes', 'quantity.unreadable', '“1,5 boxes” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['12 5', 'quantity.unreadable', '“12 5” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['1.2.3', 'quantity.unreadable', '“1.2.3” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['1/0 box', 'quantity.unreadable', '“1/0 box” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['box', 'quantity.unreadable', '“box” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['12 +', 'quantity.unreadable', '“12 +” cannot be read as a quantity. Write it like 12 or 1 case + 3 each.'],
    ['2000000000', 'quantity.too_large', 'That is more than 1,000,000,000. Look at the number again.'],
  ])('%j is refused as %s', (text, rule, message) => {
    const reading = readQuantity(text, tubes);
    expect(reading).toEqual({ ok: false, rule, message });
  });

  test('asks which where several begin so', () => {
    const drinks = { baseUnit: 'bottle', packs: [box, { code: 'BG', baseUnits: 20 }] };
    expect(readQuantity('2 b', drinks)).toEqual({
      ok: false,
      rule: 'quantity.which_unit',
      message: '“b” may be bottle or box or bag. Write which.',
    });
    expect(readQuantity('2 bo', drinks)).toMatchObject({ ok: true, baseUnits: 2 });
    expect(readQuantity('2 ba', drinks)).toMatchObject({ ok: true, baseUnits: 40 });
  });

  test('tells boxes of two vendors apart', () => {
    const gloves = { baseUnit: 'each', packs: [box, { code: 'BX', baseUnits: 90 }] };
    expect(readQuantity('2 boxes', gloves)).toMatchObject({ ok: false, message: '“boxes” may be box of 100 or box of 90. Write which.' });
    expect(readQuantity('2 boxes of 90', gloves)).toMatchObject({ ok: true, baseUnits: 180 });
  });

  test('counts in whatever the item is counted in', () => {
    const vaccine = { baseUnit: 'dose', packs: [{ code: 'BX', baseUnits: 10 }] };
    expect(readQuantity('1.5 bx', vaccine)).toMatchObject({ ok: true, baseUnits: 15 });
    expect(readQuantity('7 doses', vaccine)).toMatchObject({ ok: true, baseUnits: 7 });
    expect(readQuantity('1.25 bx', vaccine)).toMatchObject({
      ok: false,
      message: '1.25 bx of 10 makes 12.5 doses. Write a whole number of doses.',
    });
    expect(readQuantity('2 pairs', vaccine)).toMatchObject({ ok: false, rule: 'quantity.unknown_unit' });
  });

  test('reads back what is shown, for any chain and quantity', () => {
    fc.assert(
      fc.property(
        chains,
        fc.constantFrom('each', 'dose', 'mL', '3-pack'),
        fc.integer({ min: 0, max: 999_999_999 }),
        (packs, baseUnit, quantity) => {
          const shown = formatQuantity(quantity, packs, baseUnit);
          expect(readQuantity(shown, { baseUnit, packs }), shown).toMatchObject({ ok: true, baseUnits: quantity });
        },
      ),
    );
  });

  test('reads a fraction of a pack exactly or refuses it', () => {
    const fractions = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 5000 }));
    fc.assert(
      fc.property(fractions, ([top, bottom, baseUnits]) => {
        const reading = readQuantity(`${top}/${bottom} box`, { baseUnit: 'each', packs: [{ code: 'BX', baseUnits }] });
        if ((top * baseUnits) % bottom === 0) expect(reading).toMatchObject({ ok: true, baseUnits: (top * baseUnits) / bottom });
        else expect(reading).toMatchObject({ ok: false, rule: 'quantity.not_whole' });
      }),
    );
  });

  test('never throws and never gives anything but a whole number', () => {
    const typed = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: fc.constantFrom(...'0123456789 ./,+½abxcs-='), maxLength: 16 }));
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readQuantity(text, tubes, 7);
        if (!reading.ok) expect(reading.message).toMatch(/[.]$/);
        else expect(Number.isInteger(reading.baseUnits) && reading.baseUnits >= 0 && reading.baseUnits <= 1_000_000_000).toBe(true);
      }),
    );
  });
});
