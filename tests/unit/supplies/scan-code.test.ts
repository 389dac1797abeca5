import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readElementString } from '../../../main/kernel/gs1/element-string.ts';
import { gs1CheckDigit } from '../../../main/features/supplies/domain/gtin.ts';
import { readScan, type ScannedCode } from '../../../main/features/supplies/domain/scan-code.ts';
import { readShelfCard, shelfCardText } from '../../../main/features/supplies/domain/shelf-card.ts';

const today = '2026-11-25';
const gs = '\u001d';
const codes = (scan: ScannedCode): string[] => scan.warnings.map((warning) => warning.code);

interface Oracle {
  readonly source: string;
  readonly scan: string;
  readonly expected: Partial<ScannedCode>;
  readonly warnings?: readonly string[];
}

/** Real strings with the fields their source prints. */
const oracles: readonly Oracle[] = [
  {
    source: 'FDA, UDI formats by issuing agency',
    scan: `]C10151022222233336111412311715070710A213B1${gs}211234`,
    expected: { gtin: '51022222233336', madeOn: '2014-12-31', expiresOn: '2015-07-07', lot: 'A213B1', serial: '1234' },
  },
  {
    source: 'the same as printed',
    scan: '(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234',
    expected: { gtin: '51022222233336', madeOn: '2014-12-31', expiresOn: '2015-07-07', lot: 'A213B1', serial: '1234' },
  },
  {
    source: 'CDC, 2D vaccine barcodes',
    scan: ']d201003492815890581713102810U4275AA',
    expected: {
      gtin: '00349281589058',
      expiresOn: '2013-10-28',
      lot: 'U4275AA',
      identifiers: [
        { scheme: 'gtin', value: '00349281589058' },
        { scheme: 'ndc', value: '04928158905' },
        { scheme: 'ndc', value: '49281058905' },
        { scheme: 'ndc', value: '49281589005' },
      ],
    },
  },
  {
    source: 'open mSupply, BarcodeUtils.test.ts',
    scan: `01095066821013521729100310test${gs}21532`,
    expected: { gtin: '09506682101352', expiresOn: '2029-10-03', lot: 'test', serial: '532' },
  },
  {
    source: 'open mSupply, issue 10523',
    scan: ']d201095066821013521720103130100',
    expected: { gtin: '09506682101352', expiresOn: '2020-10-31', count: 100 },
  },
  {
    source: 'the same as printed',
    scan: '(01)09506682101352(17)201031(30)100',
    expected: { gtin: '09506682101352', expiresOn: '2020-10-31', count: 100 },
  },
  {
    source: 'Open Food Facts, issue 8333',
    scan: '01070356200521631523080710230710',
    expected: { gtin: '07035620052163', bestBeforeOn: '2023-08-07', lot: '230710', expiresOn: null },
  },
  {
    source: 'Grocy, issue 2878',
    scan: '019402888703402331030012241526020510160126',
    expected: {
      gtin: '94028887034023',
      bestBeforeOn: '2026-02-05',
      lot: '160126',
      measures: [{ ai: '3103', title: 'NET WEIGHT (kg)', value: 1.224, unit: 'KGM' }],
    },
  },
  {
    source: 'NLM, AccessGUDID parse_udi: its check digit is wrong',
    scan: '(01)00208851107345(17)150331',
    expected: { gtin: '00208851107345', expiresOn: '2015-03-31' },
    warnings: ['scan.wrong_check_digit'],
  },
];

describe('real GS1 codes', () => {
  test.each(oracles)('$source: $scan', ({ scan, expected, warnings = [] }) => {
    const read = readScan(scan, today);
    expect(read).toMatchObject({ kind: 'gs1', ...expected });
    expect(codes(read)).toEqual(warnings);
  });
});

describe('the separator', () => {
  const whole = { kind: 'gs1', gtin: '09506682101352', expiresOn: '2029-10-03', lot: 'test', serial: '532' };
  test.each(['{GS}', '<GS>', '[GS]', '{FNC1}', '\\x1d', '^]', '\u241d', gs])('arrives as %j', (separator) => {
    const read = readScan(`]d201095066821013521729100310test${separator}21532\r\n`, today);
    expect(read).toMatchObject(whole);
    expect(read.warnings).toEqual([]);
  });
  test('also stands at the beginning and the end', () => {
    expect(readScan(`${gs}01095066821013521729100310test${gs}21532${gs}`, today)).toMatchObject(whole);
  });
  // What comes after the lot when it is lost; and lots that only look so.
  test.each([
    ['01095066821013521729100310test21532', 'test21532', true],
    ['010950668210135210ABC17291003', 'ABC17291003', true],
    ['010950668210135210ABC1729100321532', 'ABC1729100321532', true],
    ['01095066821013521729100310A213B1', 'A213B1', false],
    ['01095066821013521729100310U4275AA', 'U4275AA', false],
    ['01095066821013521729100310230710', '230710', false],
    ['010950668210135210ABC17299903', 'ABC17299903', false],
    ['010950668210135210ABCDEFGHIJKLMNOPQRSTUVW', 'ABCDEFGHIJKLMNOPQRSTUVW', true],
  ])('lost in %s: lot %s, told: %s', (scan, lot, told) => {
    const read = readScan(scan, today);
    expect(read).toMatchObject({ kind: 'gs1', lot });
    expect(codes(read)).toEqual(told ? ['scan.fields_run_together'] : []);
  });
});

describe('more of GS1', () => {
  test.each<[string, string, Partial<ScannedCode>]>([
    ['the second code under the first', '172910031012345', { expiresOn: '2029-10-03', lot: '12345', gtin: null }],
    ['a month alone', '(01)09506682101352(17)290200(10)L1', { expiresOn: '2029-02-28' }],
    ['an hour with the day', '(01)09506682101352(7003)2910031530', { expiresOn: '2029-10-03' }],
    ['a case of 12', '(02)09506682101352(37)12(400)L-58', { contentGtin: '09506682101352', count: 12, orderNumber: 'L-58', gtin: null }],
    ['a shipping unit', '00123456789012345675', { sscc: '123456789012345675' }],
    ['its own number', '(01)09506682101352(241)MG-7', { partNumber: 'MG-7' }],
    [
      'an NDC written out',
      `(01)00349281589058(715)49281-589-05`,
      {
        identifiers: [
          { scheme: 'gtin', value: '00349281589058' },
          { scheme: 'ndc', value: '49281058905' },
        ],
      },
    ],
    ['a bracket in the lot', '(01)09506682101352(10)A(1)B', { lot: 'A(1)B' }],
  ])('%s: %s', (_, scan, expected) => {
    const read = readScan(scan, today);
    expect(read).toMatchObject({ kind: 'gs1', ...expected });
    expect(read.warnings).toEqual([]);
  });

  test.each<[string, Partial<ScannedCode>]>([
    [
      'https://id.gs1.org/01/09506682101352/10/ABC%2F1?17=291003&linkType=all',
      { gtin: '09506682101352', lot: 'ABC/1', expiresOn: '2029-10-03' },
    ],
    ['https://shop.example/x/01/9506682101352/21/77#top', { gtin: '09506682101352', serial: '77' }],
    ['http://id.example/01/09506682101352/', { gtin: '09506682101352', lot: null }],
  ])('the link %s', (scan, expected) => {
    expect(readScan(scan, today)).toMatchObject({ kind: 'gs1', ...expected, warnings: [] });
  });

  test('a date that no calendar has', () => {
    const read = readScan('(01)09506682101352(17)290231(10)L1', today);
    expect(read).toMatchObject({ expiresOn: null, lot: 'L1' });
    expect(codes(read)).toEqual(['scan.impossible_date']);
  });
  test('a damaged end keeps the item', () => {
    const read = readScan(']d201095066821013521729', today);
    expect(read).toMatchObject({ kind: 'gs1', gtin: '09506682101352', expiresOn: null });
    expect(codes(read)).toEqual(['scan.rest_unread']);
  });
  test('two codes in one', () => {
    const read = readScan(`(01)09506682101352(10)A(10)B`, today);
    expect(codes(read)).toEqual(['scan.several_values']);
    expect(read.lot).toBe('A');
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'America/Sao_Paulo'])('dates are the same in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      for (const { scan, expected } of oracles) expect(readScan(scan, today)).toMatchObject(expected);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('any code put together is taken apart', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ3456789-/'), minLength: 1, maxLength: 20 });
    const payload = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 13 });
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(payload, day, letters, letters, fc.constantFrom('', ']C1', ']d2', ']Q3'), (number, date, lot, serial, symbology) => {
        const expiresOn = date.toISOString().slice(0, 10);
        const gtin = number + String(gs1CheckDigit(number));
        const encoded = `01${gtin}17${expiresOn.slice(2).replaceAll('-', '')}10${lot}${gs}21${serial}`;
        expect(readScan(symbology + encoded, today)).toMatchObject({ kind: 'gs1', gtin, expiresOn, lot, serial, warnings: [] });
      }),
    );
  });
});

describe('other codes', () => {
  test.each<[string, ScannedCode['kind'], readonly (readonly [string, string])[]]>([
    ['09506682101352', 'gtin', [['gtin', '09506682101352']]],
    ['416000336108', 'gtin', [['gtin', '00416000336108']]],
    [']E0 4 16000 33610 8', 'gtin', [['gtin', '00416000336108']]],
    ['02345673', 'gtin', [['gtin', '00000002345673']]],
    [
      '349281589058',
      'gtin',
      [
        ['gtin', '00349281589058'],
        ['ndc', '04928158905'],
        ['ndc', '49281058905'],
        ['ndc', '49281589005'],
      ],
    ],
    ['20280812', 'plain', [['other', '20280812']]],
    ['202808', 'plain', [['other', '202808']]],
    ['2C7554', 'plain', [['other', '2C7554']]],
    ['AD-4376', 'plain', [['other', 'AD-4376']]],
    ['(555)1234', 'plain', [['other', '(555)1234']]],
    ['http://example.com/', 'plain', [['other', 'http://example.com/']]],
    ['', 'plain', []],
    [
      '49281-589-05',
      'ndc',
      [
        ['ndc', '49281058905'],
        ['other', '49281-589-05'],
      ],
    ],
    ['=/A9999XYZ100T0944=,000025', 'iccbba', [['iccbba', '=/A9999XYZ100T0944']]],
    ['+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001A', 'hibc', [['hibc', '+X999123ABC0']]],
  ])('%j is %s', (text, kind, identifiers) => {
    const read = readScan(text, today);
    expect(read.kind).toBe(kind);
    expect(read.identifiers.map(({ scheme, value }) => [scheme, value])).toEqual(identifiers);
    expect(read.warnings).toEqual([]);
  });

  test('a wrong check digit is told, and the code can be learnt as it is', () => {
    const read = readScan('416000336109', today);
    expect(read).toMatchObject({
      kind: 'gtin',
      identifiers: [
        { scheme: 'gtin', value: '00416000336109' },
        { scheme: 'other', value: '416000336109' },
      ],
      warnings: [
        { code: 'scan.wrong_check_digit', message: 'The last digit of 416000336109 should be 8. If the label says so too, go on.' },
      ],
    });
  });
  test('ten bare digits are looked up as an NDC too', () => {
    const read = readScan('4928158905', today);
    expect(read.kind).toBe('plain');
    expect(read.identifiers.map((one) => one.value)).toEqual(['4928158905', '04928158905', '49281058905', '49281589005']);
    expect(codes(read)).toEqual(['scan.which_ndc']);
  });
  test('HIBC with a wrong check character', () => {
    expect(codes(readScan('+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001B', today))).toEqual(['scan.wrong_check_digit']);
  });

  test('never throws, whatever is scanned', () => {
    const noise = fc.string({ unit: fc.constantFrom(...`0123456789]C1d2()+=/$&,-${gs}ABMOI:\\`), maxLength: 48 });
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        const read = readScan(text, today);
        for (const on of [read.expiresOn, read.bestBeforeOn, read.madeOn]) if (on !== null) expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
        for (const warning of read.warnings) expect(warning.message).toMatch(/[.]$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the library underneath', () => {
  test('gives back what each element holds', () => {
    expect(readElementString('(01)09506682101352(3103)001224')).toEqual([
      { ai: '01', title: 'GTIN', text: '09506682101352', measure: null },
      { ai: '3103', title: 'NET WEIGHT (kg)', text: '001224', measure: { value: 1.224, unit: 'KGM' } },
    ]);
    expect(readElementString('nonsense')).toBeUndefined();
  });
});

describe('shelf cards', () => {
  const id = '0190a6f2-7c3e-7d41-8f5b-3c9d1e2f4a6b';
  test('are short, and stand for the end of the id', () => {
    const text = shelfCardText('item', id);
    expect(text).toMatch(/^MOM:I:[0-9A-HJKMNP-TV-Z]{11}$/);
    expect(readScan(text, today)).toMatchObject({
      kind: 'shelfCard',
      card: { kind: 'item', idEnd: '3c9d1e2f4a6b' },
      identifiers: [],
      warnings: [],
    });
    expect(readScan(shelfCardText('place', id), today)).toMatchObject({
      kind: 'shelfCard',
      card: { kind: 'place', idEnd: '3c9d1e2f4a6b' },
    });
  });
  test('are read as people type them', () => {
    const text = shelfCardText('item', id);
    for (const typed of [text.toLowerCase(), ` ${text} `, text.replaceAll(':', '-'), text.replace(/0/g, 'O').replace(/1/g, 'l')])
      expect(readShelfCard(typed), typed).toMatchObject({ kind: 'card', card: { kind: 'item', idEnd: '3c9d1e2f4a6b' } });
  });
  test.each(['MOM:I:', 'MOM:I:123', 'MOM:P:ZZZZZZZZZZZ', 'MOM:I:7NP7R9HRNBB!'])('%s is one of ours and cannot be read', (text) => {
    expect(readShelfCard(text)).toMatchObject({ kind: 'damaged' });
    expect(readScan(text, today)).toMatchObject({ kind: 'shelfCard', card: null, warnings: [{ code: 'scan.card_unreadable' }] });
  });
  test('what is not ours is left alone', () => {
    for (const text of ['MOM', 'MOMENTUM GEL', '']) expect(readShelfCard(text)).toBeUndefined();
    expect(() => shelfCardText('item', 'no id')).toThrow(TypeError);
  });

  const kinds = fc.constantFrom('item' as const, 'place' as const);
  test('any id is read back, and any one wrong character shows', () => {
    const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(kinds, fc.uuid({ version: 7 }), fc.nat(10), fc.constantFrom(...characters), (kind, uuid, at, other) => {
        const text = shelfCardText(kind, uuid);
        expect(readShelfCard(text)).toEqual({ kind: 'card', card: { kind, idEnd: uuid.slice(-12) } });
        const place = text.length - 11 + at;
        if (text[place] === other) return;
        expect(readShelfCard(`${text.slice(0, place)}${other}${text.slice(place + 1)}`)).toMatchObject({ kind: 'damaged' });
        expect(readShelfCard(kind === 'item' ? text.replace(':I:', ':P:') : text.replace(':P:', ':I:'))).toMatchObject({ kind: 'damaged' });
      }),
      { numRuns: 500 },
    );
  });
});
