import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDecimalMark, readMoney } from '../../../main/features/supplies/domain/money-text.ts';
import { findSpreadsheetDamage } from '../../../main/features/supplies/domain/spreadsheet-damage.ts';
import {
  compareUnitPrices,
  costOf,
  formatUnitPrice,
  savedCents,
  unitPriceDecimal,
} from '../../../main/features/supplies/domain/unit-price.ts';
import { compareVendors, groupVendors, matchVendor, vendorKey } from '../../../main/features/supplies/domain/vendor-names.ts';

describe('vendor names', () => {
  // The first block stands in OpenBoxes' inventory import.
  test.each<[string, string, 'same' | 'likely' | 'other']>([
    ['McKesson', 'Mckesson', 'same'],
    ['McKesson Medical', 'McKesson Medical ', 'same'],
    ['McKesson', 'McKesson Medical', 'likely'],
    ['Mckesson', 'McKesson Medical-Surgical', 'likely'],
    ['Moore', 'Moore Medical', 'likely'],
    ['Uline', 'ULine ', 'same'],
    ['Brigham & Womens Hospital', "Brigham and Women's Hospital", 'same'],
    ['B.E.S.T', 'BEST', 'same'],
    ['USAID', 'USAIA', 'likely'],
    ['Detergent Soulutons', 'Detergent Solutions', 'likely'],
    ['IMRES', 'Imedis', 'other'],
    ['Global Fund', 'Global Industrial', 'other'],
    ['American Medicals', 'Moore Medical', 'other'],
    ['3D Systems Corporation', '3D Systems', 'same'],
    ['Henry Schein, Inc.', 'HENRY SCHEIN', 'same'],
    ['The Medline Company', 'Medline', 'same'],
    ['Medline Industries, LP', 'Medline', 'likely'],
    ['Mckeson', 'McKesson', 'likely'],
    ['Shoplet.com', 'Shoplet', 'same'],
    ['Vendor 1', 'Vendor 2', 'other'],
    ['3M', 'BD', 'other'],
    ['BD', 'BD Medical', 'other'],
    ['IDA', 'IDB', 'other'],
    ['', 'McKesson', 'other'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(compareVendors(a, b)).toBe(expected);
    expect(compareVendors(b, a)).toBe(expected);
  });

  test('come together in groups, and what is likely the same is told', () => {
    const names = ['McKesson Medical', 'McKesson Medical ', 'Mckesson', 'Moore', ' ', 'McKesson', 'Mckesson'];
    expect(groupVendors(names)).toEqual([
      { name: 'McKesson Medical', spellings: ['McKesson Medical', 'McKesson Medical '], likely: ['Mckesson'] },
      { name: 'Mckesson', spellings: ['Mckesson', 'McKesson'], likely: ['McKesson Medical'] },
      { name: 'Moore', spellings: ['Moore'], likely: [] },
    ]);
  });

  test('are found among the vendors there are', () => {
    const vendors = [{ name: 'Medline' }, { name: 'McKesson Medical' }];
    expect(matchVendor('MEDLINE Inc', vendors)).toEqual({ kind: 'same', vendor: vendors[0] });
    expect(matchVendor('McKesson', vendors)).toEqual({ kind: 'likely', vendors: [vendors[1]] });
    expect(matchVendor('Uline', vendors)).toEqual({ kind: 'none' });
  });

  test('a name is always the same as itself, whatever its case', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (name) => {
        expect(compareVendors(name, ` ${name} `)).toBe(vendorKey(name) === '' ? 'other' : 'same');
      }),
    );
  });
});

describe('findSpreadsheetDamage', () => {
  test.each<[string, boolean, string]>([
    ['Mar-54', true, '03-54'],
    ['Mar-54', true, '3-54'],
    ['Mar-54', true, '3-1954'],
    ['Mar-05', true, '3-2005'],
    ['3-Jan', true, '1-3'],
    ['3-Jan', true, '01-03'],
    ['3-Jan', true, '03/01'],
    ['29-Feb', true, '2-29'],
    ['16-02', false, '2-2016'],
    ['16-02', false, '16-02'],
    ['mars-54', true, '03-54'],
    ['févr.-16', true, '2-2016'],
    ['4-août', true, '8-4'],
    ['2016-02-01 00:00:00', true, '2-2016'],
    ['1954-03-01 00:00:00', true, '03-54'],
    ['2016-02-03', false, '2-3'],
  ])('%j (sure: %s) may have been %s', (text, certain, candidate) => {
    const found = findSpreadsheetDamage(text);
    expect(found).toMatchObject({ kind: 'date', certain });
    expect(found?.candidates).toContain(candidate);
  });

  test('a number that was rounded is lost', () => {
    expect(findSpreadsheetDamage('4.16E+11')).toEqual({
      kind: 'number',
      certain: true,
      candidates: [],
      message: '“4.16E+11” looks like a code that a spreadsheet turned into a rounded number. Its digits are lost: type the code.',
    });
    expect(findSpreadsheetDamage('1E5')).toMatchObject({ kind: 'number', certain: false });
  });

  test('says what it may have been', () => {
    expect(findSpreadsheetDamage('Mar-54')?.message).toBe(
      '“Mar-54” looks like a code that a spreadsheet turned into a date. It may have been 03-54, 3-54, 03/54.',
    );
  });

  // Codes of the same real lists.
  test.each([
    '202808',
    '2C7554',
    'B-375113-EA',
    '98SSP1-10',
    '03-54',
    '31-Jun-1',
    'Mar',
    'Box-54',
    '40-Jan',
    '16-13',
    '54565865',
    '',
    'AD-4376',
  ])('%j is left alone', (text) => {
    expect(findSpreadsheetDamage(text)).toBeUndefined();
  });
});

describe('readMoney', () => {
  test.each<[string, number]>([
    [' $71.00 ', 7100],
    [' $1,914.48 ', 191_448],
    ['$ 1,914.48', 191_448],
    ['1.914,48', 191_448],
    ["1'914.48", 191_448],
    ['1 914,48', 191_448],
    ['1 914,48 €', 191_448],
    ['1,914', 191_400],
    ['1,234,567.8', 123_456_780],
    ['22,50', 2250],
    ['0,5', 50],
    ['.99', 99],
    ['71', 7100],
    ['71.', 7100],
    ['USD 12.50', 1250],
    ['US$12.50', 1250],
    ['12.50 usd', 1250],
    ['12.5000', 1250],
    ['(25.71)', -2571],
    ['($25.71)', -2571],
    ['-25.71', -2571],
    ['-$25.71', -2571],
    ['$-25.71', -2571],
    ['25.71-', -2571],
    ['25.71 CR', -2571],
    ['0.00', 0],
    ['-0.00', 0],
    ['00012.50', 1250],
  ])('%j is %d cents', (text, cents) => {
    expect(readMoney(text)).toEqual({ ok: true, cents, per: null });
  });

  test.each<[string, number, string]>([
    ['$12.50/BX', 1250, 'BX'],
    ['12.50 per case', 1250, 'CS'],
    ['12.50 ea', 1250, 'EA'],
    ['$2,127.20 / CA', 212_720, 'CS'],
  ])('%j is %d cents per %s', (text, cents, per) => {
    expect(readMoney(text)).toEqual({ ok: true, cents, per });
  });

  test('takes the decimal mark of the column', () => {
    expect(readMoney('1.914', ',')).toMatchObject({ ok: true, cents: 191_400 });
    expect(readMoney('1.914')).toMatchObject({ ok: false, rule: 'money.finer_than_cents', decimal: '1.914' });
    expect(readMoney('1,914', ',')).toMatchObject({ ok: false, rule: 'money.finer_than_cents', decimal: '1.914' });
    expect(readMoney('22.50', ',')).toMatchObject({ ok: true, cents: 2250 });
  });

  test.each([
    ['', 'money.empty'],
    [' - ', 'money.empty'],
    ['on request', 'money.unreadable'],
    ['1,2,3', 'money.unreadable'],
    ['1.2.3,4,5', 'money.unreadable'],
    ['12,34.56.78', 'money.unreadable'],
    ['$', 'money.unreadable'],
    ['=1+1', 'money.unreadable'],
    ['1e5', 'money.unreadable'],
    ['0.00541', 'money.finer_than_cents'],
    ['10000000.01', 'money.too_large'],
    ['9999999999999', 'money.unreadable'],
  ])('%j is refused as %s', (text, rule) => {
    expect(readMoney(text)).toMatchObject({ ok: false, rule });
  });

  test('reads any amount written in any of the ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
        const plain = (cents / 100).toFixed(2);
        const us = (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
        const french = (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
        for (const text of [plain, us, `$${us} `, german, `${french} €`]) expect(readMoney(text), text).toMatchObject({ ok: true, cents });
        if (cents > 0) expect(readMoney(`(${us})`)).toMatchObject({ ok: true, cents: -cents });
      }),
    );
  });

  test.each([
    [['1.914', '22,50'], ','],
    [['1,914', '22.50'], '.'],
    [['1.914,48'], ','],
    [['1,914', ''], '.'],
    [[], '.'],
  ])('the decimal mark of %j is %s', (cells, mark) => {
    expect(guessDecimalMark(cells)).toBe(mark);
  });
});

describe('unit prices', () => {
  test.each([
    // McKesson's quote: package cost and units per package.
    [7100, 50, '$1.42'],
    [21_272, 48, '$4.4317'],
    [2571, 10, '$2.571'],
    // $5.41 per 1,000 applicators: a cent-rounded price would be 85 % too high.
    [541, 1000, '$0.00541'],
    [100, 300_000, '$0.00000333'],
    [1, 3, '$0.00333'],
    [123_456_700, 1, '$1,234,567.00'],
    [0, 7, '$0.00'],
    [-2571, 10, '−$2.571'],
  ])('%d cents for %d are %s each', (cents, baseUnits, expected) => {
    expect(formatUnitPrice({ cents, baseUnits })).toBe(expected);
  });

  test('have as many decimals as are asked for', () => {
    expect(unitPriceDecimal({ cents: 21_272, baseUnits: 48 }, 6)).toBe('4.431667');
    expect(unitPriceDecimal({ cents: 541, baseUnits: 1000 }, 4)).toBe('0.0054');
    expect(unitPriceDecimal({ cents: 250, baseUnits: 1 }, 0)).toBe('3');
    expect(unitPriceDecimal({ cents: -1, baseUnits: 3 }, 4)).toBe('-0.0033');
  });

  test('9 cases of 48 at $212.72 cost what McKesson quoted', () => {
    expect(costOf({ cents: 21_272, baseUnits: 48 }, 432)).toBe(191_448);
  });

  test('what is saved', () => {
    expect(savedCents({ cents: 1000, baseUnits: 100 }, { cents: 4500, baseUnits: 500 }, 2000)).toBe(2000);
    expect(savedCents({ cents: 4500, baseUnits: 500 }, { cents: 1000, baseUnits: 100 }, 2000)).toBe(-2000);
  });

  const prices = fc.record({ cents: fc.integer({ min: 0, max: 1_000_000_000 }), baseUnits: fc.integer({ min: 1, max: 1_000_000 }) });
  test('are compared exactly, and the same way round', () => {
    fc.assert(
      fc.property(prices, prices, fc.integer({ min: 1, max: 1000 }), (a, b, times) => {
        expect(compareUnitPrices(a, b) + compareUnitPrices(b, a)).toBe(0);
        expect(compareUnitPrices(a, { cents: a.cents * times, baseUnits: a.baseUnits * times })).toBe(0);
      }),
    );
  });
  test('a whole pack costs its price, and a cost is within half a cent', () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 0, max: 10_000 }), (price, quantity) => {
        expect(costOf(price, price.baseUnits)).toBe(price.cents);
        const cost = BigInt(costOf(price, quantity));
        const off = cost * BigInt(price.baseUnits) - BigInt(price.cents) * BigInt(quantity);
        expect(2n * (off < 0n ? -off : off) <= BigInt(price.baseUnits)).toBe(true);
        expect(costOf(price, -quantity) + costOf(price, quantity)).toBe(0);
      }),
    );
  });
});
