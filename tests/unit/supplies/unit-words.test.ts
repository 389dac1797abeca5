import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUnitWord, unitName, unitWords } from '../../../main/features/supplies/domain/unit-vocabulary.ts';
import { isSameUnit, readUnit } from '../../../main/features/supplies/domain/unit-words.ts';

describe('the vocabulary', () => {
  test('gives no word two meanings', () => {
    const spellings = unitWords.flatMap((word) => {
      const own = [word.code, word.singular, word.plural, ...word.aliases].map((text) => text.toLowerCase());
      return [...new Set(own)];
    });
    expect(spellings.length).toBeGreaterThan(150);
    expect(spellings.filter((text, at) => spellings.indexOf(text) !== at)).toEqual([]);
    expect(spellings.filter((text) => findUnitWord(text) === undefined)).toEqual([]);
  });

  test.each([
    ['EA', 1, 'each'],
    ['EA', 3, 'each'],
    ['BX', 1, 'box'],
    ['BX', 2, 'boxes'],
    ['dose', 2, 'doses'],
    ['Tablet ', 2, 'tablets'],
    ['mL', 5, 'mL'],
    ['TIN', 2, 'TIN'],
    ['CRATE', 2, 'crates'],
    ['blister card', 2, 'blister cards'],
    ['hutch', 2, 'hutches'],
  ])('%s for %d is %s', (code, count, expected) => {
    expect(unitName(code, count)).toBe(expected);
  });
});

describe('readUnit', () => {
  // Text, code, units, of. The first block stands in real files: OpenBoxes' inventory import, McKesson's quote (see shared data).
  test.each<[string, string, number | null, string | null]>([
    ['each', 'EA', 1, 'EA'],
    ['each ', 'EA', 1, 'EA'],
    ['Each', 'EA', 1, 'EA'],
    ['item', 'EA', 1, 'EA'],
    ['pair', 'PR', 2, 'EA'],
    ['Tablet', 'TAB', null, null],
    ['tablet ', 'TAB', null, null],
    ['sachet', 'SA', null, null],
    ['BX/100', 'BX', 100, null],
    ['EA/1', 'EA', 1, null],
    ['CS/10000', 'CS', 10_000, null],
    ['BG/850', 'BG', 850, null],
    ['36 EA/CA', 'CS', 36, 'EA'],
    ['500 tab/bx', 'BX', 500, 'TAB'],
    ['EA', 'EA', 1, 'EA'],
    ['ea.', 'EA', 1, 'EA'],
    ['1 each', 'EA', 1, 'EA'],
    ['CS', 'CS', null, null],
    ['Box(es)', 'BX', null, null],
    ['dozen', 'DZ', 12, 'EA'],
    ['pk of 10', 'PK', 10, null],
    ['Box of 100 each', 'BX', 100, 'EA'],
    ['box of 50 pairs', 'BX', 50, 'PR'],
    ['100/box', 'BX', 100, null],
    ["100's/BX", 'BX', 100, null],
    ['100 per box', 'BX', 100, null],
    ['12 rolls per case', 'CS', 12, 'RL'],
    ['24 each in a case', 'CS', 24, 'EA'],
    ['CS (12 rolls)', 'CS', 12, 'RL'],
    ['BX100', 'BX', 100, null],
    ['BX-100', 'BX', 100, null],
    ['case 12 ct', 'CS', 12, 'EA'],
    ['100 ct/bx', 'BX', 100, 'EA'],
    ['CS/1,000', 'CS', 1000, null],
    ['10x100/CS', 'CS', 1000, null],
    ['CS 10 x 100', 'CS', 1000, null],
    ['BX 100 EA/BX', 'BX', 100, 'EA'],
    ['100/BX 10BX/CS', 'CS', 1000, null],
    ['100 EA/BX, 10 BX/CS', 'CS', 1000, 'EA'],
    ['10 BX/CS; 100 EA/BX', 'CS', 1000, 'EA'],
    ['1 CS = 10 BX; 1 BX = 100 EA', 'CS', 1000, 'EA'],
  ])('%j is %s of %s %s', (text, code, units, of) => {
    expect(readUnit(text)).toMatchObject({ kind: 'unit', code, units, of });
  });

  test('keeps the steps of a chain, outermost first', () => {
    expect(readUnit('100 EA/BX 10 BX/CS')).toEqual({
      kind: 'unit',
      code: 'CS',
      units: 1000,
      of: 'EA',
      steps: [
        { code: 'CS', holds: 10, of: 'BX' },
        { code: 'BX', holds: 100, of: 'EA' },
      ],
    });
  });

  test.each([
    '',
    ' ',
    'wug',
    '10 mg/mL',
    '60 drops/mL',
    '0/BX',
    'BX/0',
    'BX/-5',
    '5 BX/BX',
    '100 EA/BX 5 EA/CS',
    '10 BX/CS 12 CS/BX',
    '9999999/CS',
    'Sterile, Large',
  ])('%j stays marked, as it was', (text) => {
    expect(readUnit(text)).toEqual({ kind: 'unknown', text });
  });

  test('reads any pack written in any of the ways', () => {
    const packs = unitWords.filter((word) => word.pieces === null);
    fc.assert(
      fc.property(fc.constantFrom(...packs), fc.integer({ min: 1, max: 99_999 }), ({ code, singular, plural }, units) => {
        const expected = { kind: 'unit', code, units };
        for (const text of [
          `${code}/${units}`,
          `${singular} of ${units}`,
          `${units}/${code}`,
          `${units} EA/${plural}`,
          `${units} ea per ${singular}`,
        ])
          expect(readUnit(text), text).toMatchObject(expected);
      }),
    );
  });

  test('never throws, and what it does not know it gives back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const reading = readUnit(text);
        if (reading.kind === 'unknown') expect(reading.text).toBe(text);
        else expect(reading.units ?? 1).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

test.each([
  ['Each ', 'EA', true],
  ['BX', 'boxes', true],
  ['BX', 'CS', false],
  ['Tin', 'tin ', true],
  ['Tin', 'each', false],
])('%j and %j are the same unit: %s', (a, b, expected) => {
  expect(isSameUnit(a, b)).toBe(expected);
});
