import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  noKeys,
  pressKey,
  settle,
  takeBack,
  usualWedge,
  type KeyPress,
  type WedgeAnswer,
  type WedgeSettings,
} from '../../../renderer/features/supplies/wedge.ts';

/** Keys with the milliseconds since the one before. `^x` is Ctrl+x, `@x` is AltGr+x, `*x` a held key. */
type Typed = readonly (readonly [string, number])[];

const press = (name: string, timeStamp: number): KeyPress => {
  const mark = name.length === 2 ? name[0] : '';
  const ctrlKey = mark === '^' || mark === '@';
  return {
    key: ctrlKey || mark === '*' ? (name[1] ?? '') : name,
    ctrlKey,
    altKey: mark === '@',
    metaKey: false,
    repeat: mark === '*',
    timeStamp,
  };
};

const fast = (text: string, first = 1000): Typed => [...text].map((key, at) => [key, at === 0 ? first : 8] as const);

interface Told {
  readonly scans: readonly string[];
  /** What stands in the field at the end. */
  readonly field: string;
  /** End keys that went through to the page. */
  readonly ends: number;
}

/** Types into a field as the page does: characters go in, and a scan's are taken back; a pause at the end is waited for. */
function type(keys: Typed, settings: WedgeSettings = usualWedge): Told {
  let state = noKeys;
  let [field, ends, now] = ['', 0, 0];
  const scans: string[] = [];
  const told = (answer: WedgeAnswer): boolean => {
    state = answer.state;
    if (answer.kind !== 'scan') return false;
    scans.push(answer.text);
    field = takeBack(field, field.length, answer.passed).value;
    return true;
  };
  for (const [name, later] of keys) {
    if (later >= settings.gapMs) told(settle(state, now + settings.gapMs, settings));
    now += later;
    const one = press(name, now);
    if (told(pressKey(state, one, settings))) continue;
    if (one.key === 'Enter' || one.key === 'Tab') ends += 1;
    // A control character leaves nothing in a field.
    else if (one.key.length === 1 && one.key >= ' ' && one.ctrlKey === one.altKey) field += one.key;
  }
  told(settle(state, now + 10_000, settings));
  return { scans, field, ends };
}

const code = '01095066821013521729100310test';
const marked: WedgeSettings = { ...usualWedge, prefix: '~', suffix: '#' };

describe('a scanner', () => {
  test.each<[string, Typed, Told, WedgeSettings?]>([
    ['types a code and Enter', [...fast(code), ['Enter', 8]], { scans: [code], field: '', ends: 0 }],
    ['ends with Tab', [...fast('4160'), ['Tab', 8]], { scans: ['4160'], field: '', ends: 0 }],
    ['ends with Ctrl+M', [...fast('4160'), ['^m', 8]], { scans: ['4160'], field: '', ends: 0 }],
    ['is slow to end', [...fast('4160'), ['Enter', 200]], { scans: ['4160'], field: '', ends: 0 }],
    [
      'sends GS as Ctrl+]',
      [...fast(code), ['Control', 8], ['^]', 1], ...fast('21532', 8), ['Enter', 8]],
      { scans: [`${code}\u001d21532`], field: '', ends: 0 },
    ],
    ['sends GS itself', [...fast(`${code}\u001d21532`), ['Enter', 8]], { scans: [`${code}\u001d21532`], field: '', ends: 0 }],
    ['begins with GS', [['^]', 1000], ...fast(code, 8), ['Enter', 8]], { scans: [`\u001d${code}`], field: '', ends: 0 }],
    [
      'presses Shift for capitals',
      [['Shift', 500], ['A', 5], ['Shift', 5], ['B', 5], ...fast('12', 5), ['Enter', 5]],
      { scans: ['AB12'], field: '', ends: 0 },
    ],
    ['presses AltGr for marks', [['@]', 1000], ...fast('d201', 5), ['Enter', 5]], { scans: [']d201'], field: '', ends: 0 }],
    ['scans twice', [...fast('4160'), ['Enter', 8], ...fast('9506', 300), ['Enter', 8]], { scans: ['4160', '9506'], field: '', ends: 0 }],
    [
      'just fast enough',
      [
        ['4', 500],
        ['1', 29],
        ['6', 29],
        ['0', 29],
        ['Enter', 29],
      ],
      { scans: ['4160'], field: '', ends: 0 },
    ],
    ['after a person typed', [['1', 200], ['2', 150], ...fast(code, 400), ['Enter', 8]], { scans: [code], field: '12', ends: 0 }],
    ['before a person types', [...fast(code), ['Enter', 8], ['1', 300], ['Enter', 200]], { scans: [code], field: '1', ends: 1 }],
    ['with prefix and suffix', [...fast('~4160#'), ['Enter', 8]], { scans: ['4160'], field: '', ends: 0 }, marked],
    ['with suffix and no Enter', fast('~4160#'), { scans: ['4160'], field: '', ends: 0 }, marked],
    ['with no end but a pause', fast('4160'), { scans: ['4160'], field: '', ends: 0 }, { ...usualWedge, endsByPause: true }],
    [
      'slow by radio',
      [
        ['4', 500],
        ['1', 50],
        ['6', 50],
        ['0', 50],
        ['Enter', 50],
      ],
      { scans: ['4160'], field: '', ends: 0 },
      { ...usualWedge, gapMs: 60 },
    ],
  ])('%s', (_, keys, expected, settings) => {
    expect(type(keys, settings)).toEqual(expected);
  });
});

describe('a person', () => {
  test.each<[string, Typed, Told, WedgeSettings?]>([
    [
      'types',
      [
        ['1', 100],
        ['2', 120],
        ['b', 90],
        ['Enter', 200],
      ],
      { scans: [], field: '12b', ends: 1 },
    ],
    [
      'types as fast as hands can',
      [
        ['1', 30],
        ['2', 30],
        ['3', 30],
        ['4', 30],
        ['Enter', 30],
      ],
      { scans: [], field: '1234', ends: 1 },
    ],
    [
      'rolls over three keys',
      [
        ['t', 100],
        ['h', 12],
        ['e', 14],
        ['Enter', 20],
      ],
      { scans: [], field: 'the', ends: 1 },
    ],
    [
      'rolls, waits, rolls',
      [
        ['t', 100],
        ['h', 12],
        ['e', 80],
        ['n', 12],
        ['Enter', 20],
      ],
      { scans: [], field: 'then', ends: 1 },
    ],
    [
      'holds a key',
      [
        ['0', 100],
        ['*0', 500],
        ['*0', 20],
        ['*0', 20],
        ['*0', 20],
        ['Enter', 20],
      ],
      { scans: [], field: '00000', ends: 1 },
    ],
    ['presses Enter alone', [['Enter', 500]], { scans: [], field: '', ends: 1 }],
    ['presses Enter long after a burst', [...fast('4160'), ['Enter', 251]], { scans: [], field: '4160', ends: 1 }],
    [
      'corrects',
      [
        ['1', 100],
        ['2', 10],
        ['Backspace', 10],
        ['3', 10],
        ['4', 10],
        ['5', 10],
        ['Enter', 10],
      ],
      { scans: [], field: '12345', ends: 1 },
    ],
    [
      'uses a shortcut',
      [
        ['1', 10],
        ['2', 10],
        ['3', 10],
        ['^k', 10],
        ['4', 10],
        ['Enter', 10],
      ],
      { scans: [], field: '1234', ends: 1 },
    ],
    [
      'presses nothing but Ctrl+]',
      [
        ['Control', 100],
        ['^]', 50],
      ],
      { scans: [], field: '', ends: 0 },
    ],
    ['types into a page whose scanner has a prefix', [...fast('4160'), ['Enter', 8]], { scans: [], field: '4160', ends: 1 }, marked],
    [
      'types the prefix',
      [
        ['~', 100],
        ['4', 8],
        ['Enter', 8],
      ],
      { scans: [], field: '~4', ends: 1 },
      marked,
    ],
    ['stops amid a burst', fast('4160'), { scans: [], field: '4160', ends: 0 }],
  ])('%s', (_, keys, expected, settings) => {
    expect(type(keys, settings)).toEqual(expected);
  });

  const humanKeys = fc.array(fc.tuple(fc.constantFrom(...'0123456789abc =+/'), fc.integer({ min: 30, max: 900 })), { maxLength: 20 });
  const codes = fc.string({ unit: fc.constantFrom(...'0123456789ABCxyz-'), minLength: 4, maxLength: 30 });

  test('never makes a scan, and loses nothing', () => {
    fc.assert(
      fc.property(humanKeys, fc.integer({ min: 30, max: 900 }), (keys, pause) => {
        expect(type([...keys, ['Enter', pause]])).toEqual({ scans: [], field: keys.map(([key]) => key).join(''), ends: 1 });
      }),
    );
  });
  test('loses nothing to any number of scans between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(humanKeys, codes, fc.integer({ min: 0, max: 29 })), { maxLength: 5 }), (rounds) => {
        const keys = rounds.flatMap(([typed, scanned, gap]): Typed => {
          const scan = [...scanned].map((key, at) => [key, at === 0 ? 300 : gap] as const);
          return [...typed, ...scan, ['Enter', gap] as const];
        });
        const typed = rounds.flatMap(([human]) => human.map(([key]) => key)).join('');
        expect(type(keys)).toEqual({ scans: rounds.map(([, scanned]) => scanned), field: typed, ends: 0 });
      }),
    );
  });
});

describe('while it is open', () => {
  test('a first key says how long to wait', () => {
    const answer = pressKey(noKeys, press('s', 1000), usualWedge);
    expect(answer).toMatchObject({ kind: 'undecided', untilMs: 1030 });
    expect(settle(answer.state, 1029, usualWedge)).toMatchObject({ kind: 'undecided', untilMs: 1030 });
    expect(settle(answer.state, 1030, usualWedge)).toMatchObject({ kind: 'typing' });
  });
  test('with a prefix, any other first key is known at once', () => {
    expect(pressKey(noKeys, press('s', 1000), marked).kind).toBe('typing');
    expect(pressKey(noKeys, press('~', 1000), marked).kind).toBe('undecided');
  });
});

test.each<[string, number, string, string, number]>([
  ['12ABCD', 6, 'ABCD', '12', 2],
  ['12ABCD34', 6, 'ABCD', '1234', 2],
  ['1234', 4, 'ABCD', '1234', 4],
  ['CD', 2, 'ABCD', 'CD', 2],
  ['', 0, '', '', 0],
])('takes back from %j at %d the scan %j', (value, caret, passed, left, at) => {
  expect(takeBack(value, caret, passed)).toEqual({ value: left, caret: at });
});
