import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandUpcE, gs1CheckDigit, hasRightCheckDigit, ndcInGtin, readGtin } from '../../../main/features/supplies/domain/gtin.ts';
import { hibcCheckCharacter, readHibc } from '../../../main/features/supplies/domain/hibc.ts';
import { readIccbba } from '../../../main/features/supplies/domain/iccbba.ts';
import { hyphenatedNdc10, ndc10Candidates, readNdc } from '../../../main/features/supplies/domain/ndc.ts';
import { dayOfYear, readGs1Date } from '../../../main/features/supplies/domain/scan-dates.ts';

const today = '2026-11-25';
const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

describe('GTIN', () => {
  // GS1 syntax dictionary, tests of the linter "csum"; the last is an SSCC.
  test.each(['02345673', '416000336108', '1234567890128', '12345678901231', '123456789012345675'])('%s checks', (code) => {
    expect(hasRightCheckDigit(code)).toBe(true);
  });
  test.each(['12345673', '416000336109', '1234567890129', '12345678901232', '123456789012345670', '', '7', 'x2345673'])(
    '%j does not',
    (code) => {
      expect(hasRightCheckDigit(code)).toBe(false);
    },
  );
  // FDA, CDC, GS1, open mSupply and Open Food Facts; as gathered in the oracles.
  test.each([
    '51022222233336',
    '00349281589058',
    '09506682101352',
    '08717648200274',
    '12345678901231',
    '10847976000040',
    '09520123456788',
    '09506682134350',
  ])('%s is one of 14 digits', (code) => {
    expect(readGtin(code)).toEqual({ gtin: code, form: 'GTIN-14', right: true, expected: Number(code.at(-1)) });
  });

  test.each([
    ['02345673', '00000002345673', 'GTIN-8', true],
    ['416000336108', '00416000336108', 'GTIN-12', true],
    [' 1 234567 890128 ', '01234567890128', 'GTIN-13', true],
    ['1234567890129', '01234567890129', 'GTIN-13', false],
    // UPC-E of GS1 General Specifications, figure 5.2.2.4.2: 0 425261 4 is 0 42100 00526 4.
    ['04252614', '00042100005264', 'UPC-E', true],
  ])('%j is %s, %s, right: %s', (text, gtin, form, right) => {
    expect(readGtin(text)).toMatchObject({ gtin, form, right });
  });
  test.each(['', '123', '12345678901', '1234567890123456', '1234567890x28'])('%j is none', (text) => {
    expect(readGtin(text)).toBeUndefined();
  });

  // The zeros each last digit leaves out.
  test.each([
    ['01234505', '012000003455'],
    ['01234516', '012100003456'],
    ['01234527', '012200003457'],
    ['01234530', '012300000450'],
    ['01234541', '012340000051'],
    ['01234558', '012345000058'],
    ['01234592', '012345000092'],
    ['21234592', undefined],
  ])('UPC-E %s is %s', (short, long) => {
    expect(expandUpcE(short)).toBe(long);
  });

  test('NLM prints 5 where 7 is right: told, not refused', () => {
    expect(readGtin('00208851107345')).toEqual({ gtin: '00208851107345', form: 'GTIN-14', right: false, expected: 7 });
  });

  test.each([
    ['00349281589058', '4928158905'],
    ['30349281589059', '4928158905'],
    ['51022222233336', undefined],
    ['0349281589058', undefined],
  ])('%s holds the NDC %s', (gtin, ndc) => {
    expect(ndcInGtin(gtin)).toBe(ndc);
  });

  test('any one wrong digit shows', () => {
    fc.assert(
      fc.property(digits(13), fc.nat(12), fc.integer({ min: 1, max: 9 }), (payload, at, off) => {
        const code = payload + String(gs1CheckDigit(payload));
        expect(hasRightCheckDigit(code)).toBe(true);
        const changed = `${code.slice(0, at)}${(Number(code[at]) + off) % 10}${code.slice(at + 1)}`;
        expect(hasRightCheckDigit(changed)).toBe(false);
      }),
    );
  });
});

describe('NDC', () => {
  // The forms of 21 CFR 207.33 with one digit filled in; Menactra's carton as CDC publishes it.
  test.each<[string, string, string | null]>([
    ['49281-589-05', '49281058905', '5-3-2'],
    ['49281-0589-05', '49281058905', null],
    ['49281058905', '49281058905', null],
    ['0002-1433-80', '00002143380', '4-4-2'],
    ['00002-1433-80', '00002143380', '4-4-2'],
    ['12345-6789-1', '12345678901', '5-4-1'],
    ['NDC 49281-545-03', '49281054503', '5-3-2'],
    ['ndc: 49281–545–03', '49281054503', '5-3-2'],
  ])('%s is %s (%s)', (text, ndc11, format) => {
    expect(readNdc(text)).toMatchObject({ kind: 'ndc', ndc: { ndc11, format } });
  });

  test('ten bare digits may be three codes', () => {
    const reading = readNdc('4928158905');
    expect(reading).toMatchObject({
      kind: 'ambiguous',
      message: '4928158905 may be 4928-1589-05, 49281-589-05, 49281-5890-5. Write it with its hyphens.',
    });
    expect(reading?.kind === 'ambiguous' && reading.candidates.map((ndc) => ndc.hyphenated11)).toEqual([
      '04928-1589-05',
      '49281-0589-05',
      '49281-5890-05',
    ]);
  });

  test('eleven may come from several of ten, or from none', () => {
    expect(ndc10Candidates('49281058905').map(hyphenatedNdc10)).toEqual(['49281-589-05', '49281-0589-5']);
    expect(ndc10Candidates('12345678999')).toEqual([]);
    expect(readNdc('12345678999')).toMatchObject({ kind: 'ndc', ndc: { ndc10: null, format: null } });
  });

  test.each(['', '123-456', '4928-158-05', '49281-58905', '123456789', '492815890512', 'x9281-589-05'])('%j is none', (text) => {
    expect(readNdc(text)).toBeUndefined();
  });

  test('ten digits in any form go to eleven and are found again', () => {
    fc.assert(
      fc.property(digits(10), fc.constantFrom([4, 4] as const, [5, 3] as const, [5, 4] as const), (ten, [labeler, product]) => {
        const hyphenated = [ten.slice(0, labeler), ten.slice(labeler, labeler + product), ten.slice(labeler + product)].join('-');
        const reading = readNdc(hyphenated);
        if (reading?.kind !== 'ndc') throw new Error(hyphenated);
        expect(reading.ndc.ndc11).toHaveLength(11);
        expect(hyphenatedNdc10(reading.ndc)).toBe(hyphenated);
        expect(ndc10Candidates(reading.ndc.ndc11).map(hyphenatedNdc10)).toContain(hyphenated);
      }),
    );
  });
});

describe('dates of codes', () => {
  // GS1 syntax dictionary, tests of the linter "yymmd0".
  test.each([
    ['000606', '2000-06-06'],
    ['250606', '2025-06-06'],
    ['990606', '1999-06-06'],
    ['200131', '2020-01-31'],
    ['200229', '2020-02-29'],
    ['200430', '2020-04-30'],
    ['270200', '2027-02-28'],
    ['280200', '2028-02-29'],
    ['261200', '2026-12-31'],
    // 50 years ahead is this century still, 51 the one before.
    ['760101', '2076-01-01'],
    ['770101', '1977-01-01'],
  ])('%s is %s', (text, expected) => {
    expect(readGs1Date(text, today)).toBe(expected);
  });
  test.each(['200010', '201310', '200132', '200230', '200431', 'x00131', '11111', '1111111', '210229'])('%s is no day', (text) => {
    expect(readGs1Date(text, today)).toBeUndefined();
  });
  test('near the turn of a century the next one is meant', () => {
    expect(readGs1Date('010131', '2098-05-01')).toBe('2101-01-31');
    expect(readGs1Date('480131', '2098-05-01')).toBe('2148-01-31');
    expect(readGs1Date('490131', '2098-05-01')).toBe('2049-01-31');
  });
  test.each([
    [2014, 32, '2014-02-01'],
    [2024, 366, '2024-12-31'],
    [2023, 366, undefined],
    [2023, 0, undefined],
  ])('day %d of year %d is %s', (year, day, expected) => {
    expect(dayOfYear(year, day)).toBe(expected);
  });
});

const secondary = (body: string): string => `${body}${hibcCheckCharacter(body) ?? ''}`;

describe('HIBC', () => {
  // FDA, UDI formats by issuing agency: the examples of HIBCC.
  test.each([
    ['+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001A', '2019-05-31'],
    ['+X999123ABC0/$$20515191234AB/S5678EDFG/16D20151001I', '2019-05-15'],
    ['+X999123ABC0/$$31905151234AB/S5678EDFG/16D20151001J', '2019-05-15'],
    ['+X999123ABC0/$1234AB/S5678EDFG/16D20151001/14D20190515.', '2019-05-15'],
  ])('%s', (text, expiresOn) => {
    expect(readHibc(text, today)).toEqual({
      device: '+X999123ABC0',
      labeler: 'X999',
      productNumber: '123ABC',
      packLevel: 0,
      lot: '1234AB',
      serial: '5678EDFG',
      expiresOn,
      madeOn: '2015-10-01',
      count: null,
      right: true,
      impossibleDate: false,
    });
  });

  test.each<[string, object]>([
    ['+$$4270515991234AB', { expiresOn: '2027-05-15', lot: '1234AB', device: null }],
    ['+$$5271351234AB', { expiresOn: '2027-05-15', lot: '1234AB' }],
    ['+$$627135991234AB', { expiresOn: '2027-05-15', lot: '1234AB' }],
    ['+$$71234AB', { expiresOn: null, lot: '1234AB' }],
    ['+$$82405271234AB', { count: 24, expiresOn: '2027-05-31', lot: '1234AB' }],
    ['+$$90024005271234AB', { count: 240, expiresOn: '2027-05-31', lot: '1234AB' }],
    ['+$$+05271234AB', { serial: '1234AB', lot: null, expiresOn: '2027-05-31' }],
    ['+$+1234AB', { serial: '1234AB', lot: null }],
    ['+271351234AB', { expiresOn: '2027-05-15', lot: '1234AB' }],
    ['+$$313271234AB', { impossibleDate: true, expiresOn: null }],
  ])('the second code %s', (body, expected) => {
    expect(readHibc(secondary(body), today)).toMatchObject({ right: true, ...expected });
  });

  test('a wrong check character is told', () => {
    expect(readHibc('+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001B', today)).toMatchObject({ device: '+X999123ABC0', right: false });
  });
  test('the asterisks of Code 39 fall away', () => {
    expect(readHibc(`*${secondary('+X999123ABC0')}*`, today)).toMatchObject({ device: '+X999123ABC0', right: true });
  });
  test.each(['', '+', '+1', '+12 boxes', 'X999123ABC0', '+x999123abc0a', '=/A9999XYZ100T0944'])('%j is none', (text) => {
    expect(readHibc(text, today)).toBeUndefined();
  });
});

describe('ISBT 128', () => {
  test('FDA, UDI formats by issuing agency: the example of ICCBBA', () => {
    expect(readIccbba('=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123')).toEqual({
      device: '=/A9999XYZ100T0944',
      serial: '000025',
      lot: '000000000000XYZ123',
      donation: 'A99971312345600',
      expiresOn: '2014-02-01',
      madeOn: '2013-02-01',
    });
  });
  test.each(['', '=', '=1+1', '=SUM(A1)', '=/short'])('%j is none', (text) => {
    expect(readIccbba(text)).toBeUndefined();
  });
});
