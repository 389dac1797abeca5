import * as fc from 'fast-check';

/** Texts that a cell, a list or a field reads a meaning into. */
const meaningful = [
  '8-5',
  '7:30-12, 1-5',
  '7p-7a',
  'off',
  'pto 4h',
  '?8-5 FD',
  '8-12 (Desk 1)',
  'Mon-Fri 8-5, Sat 8-12',
  '24/7',
  'closed',
  'Ana Ember',
  'Ember, Ana',
  'Elm Street Clinic',
  'America/New_York',
  'UTC',
  'FD',
  '2026-02-30',
  'Name\tMon\tTue\nEmber, Ana\t8-5\toff\nCrane, Cora\tpto\t?\n',
  'Name;Position;Hours\n"Ember, Ana";Front desk;40\n',
  'sep=|\nName|Mon\nAna|8-5',
  '="a"&"b"',
] as const;

/** Texts that break what is careless: quotes, controls, directions, halves of characters, other alphabets, numbers in disguise. */
const careless = [
  '',
  ' ',
  '\u00a0\u2003',
  '\0',
  'a\0b',
  '\u0001\u0002\u001b[31m',
  '\r\n\t\v\f',
  '\u202eright to left\u202c',
  '\u200b\u200d\ufeff',
  '\ud800',
  'x\udfff',
  '\udc00\ud800',
  '👩🏽‍⚕️🏳️‍🌈',
  'é'.normalize('NFD').repeat(30),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  "'; DROP TABLE person; --",
  '" OR 1=1 --',
  '%_\\%',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '../../../../etc/passwd',
  'C:\\Windows\\CON',
  '\\\\server\\share',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x7fffffff',
  '９９',
  '٤-٥',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'İıſK',
  '(((((((((((((((((((((((((((((',
  'a'.repeat(61),
  '8-5,'.repeat(50),
] as const;

/** What a person might have typed, and what nobody would. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 4, arbitrary: fc.constantFrom(...careless) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

/** Most days near the weeks that hold something, some at the ends of what a date can be. */
export const hostileDate: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: -10, max: 40 }).map((days) => new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0000-01-01',
      '0001-01-01',
      '0099-12-31',
      '1582-10-10',
      '1899-12-31',
      '2028-02-29',
      '9999-12-30',
      '9999-12-31',
    ),
  },
);

/** The ids that a test app gives out one after the other, the first of which belong to something; and some of nothing. */
export const hostileId: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 400 }).map(sequentialId) },
  { weight: 1, arbitrary: fc.constantFrom('01900000-0000-7000-8000-ffffffffffff', 'FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF') },
);

function sequentialId(count: number): string {
  return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
}

function nested(depth: number): unknown {
  let inner: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { inner };
  return inner;
}

/** Refers to itself, as a message between processes may and JSON may not. */
function circular(): unknown {
  const ring: Record<string, unknown> = { name: 'ring' };
  ring['self'] = ring;
  return ring;
}

/** Values of the wrong kind: those that JSON carries, those that only a message between processes carries, large and deep ones. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(undefined, null, true, false, 0, -0, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 53, 1e308, [], {}),
  },
  { weight: 3, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.anything({
      maxDepth: 3,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      JSON.parse('{"__proto__":{"polluted":true}}'),
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
      { length: 4294967295 },
      { toString: null, valueOf: null },
      { toJSON: 'no function', length: -1 },
      circular(),
      nested(50),
      new Map<unknown, unknown>([['on', '2026-11-23']]),
      new Date(NaN),
      new Uint8Array(1000),
      /a+/,
    ),
  },
);

/** Seldom given, because each costs a while. */
export const hugeValue: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  nested(5_000),
  'a'.repeat(1_000_000),
  '\ud800'.repeat(100_000),
  '"'.repeat(50_000),
  Array.from({ length: 20_000 }, () => 0),
  Array.from({ length: 6_000 }, () => ({ id: sequentialId(1), version: 1 })),
  Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, index])),
);
