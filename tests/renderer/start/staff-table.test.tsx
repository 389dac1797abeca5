import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOfUnread, headingLines, leftOutTable } from '../../../renderer/features/start/staff-marks.ts';
import { likelyHours, putBlock, readStaffTable, setCell, staffText } from '../../../renderer/features/start/staff-table.ts';

const unread = (line: number, text: string) => ({ line, name: '', on: '2026-11-23', text, reason: '' });
const read = (lines: readonly number[], leftOut: readonly number[] = []) => ({
  people: lines.map((line) => ({ line, name: 'A', match: 'new' as const, knownAs: null, position: null })),
  days: [],
  counts: { known: 0, created: 0, shifts: 0, timeOff: 0, keptAsText: 0 },
  unread: [],
  leftOut: leftOut.map((line) => ({ line, name: 'A', reasons: ['No.'] })),
  skipped: [],
  unreadColumns: [],
});

describe('a pasted sheet as cells', () => {
  it.each([
    [
      'tabs, as Excel copies',
      'Name\tMon\r\nDr. Lee\t8-12, 1-5\r\n',
      [
        ['Name', 'Mon'],
        ['Dr. Lee', '8-12, 1-5'],
      ],
    ],
    [
      'commas and quotes',
      'Name,Mon\n"Reed, Dana",8-5\n',
      [
        ['Name', 'Mon'],
        ['Reed, Dana', '8-5'],
      ],
    ],
    [
      'semicolons',
      'Name;Mon\nReed, Dana;8-5',
      [
        ['Name', 'Mon'],
        ['Reed, Dana', '8-5'],
      ],
    ],
    [
      'two lines in one cell',
      'A\t"8-12\n1-5"\nB\t9-5',
      [
        ['A', '8-12, 1-5'],
        ['B', '9-5'],
      ],
    ],
    ['doubled quotes', '"Robert ""Bo"" Smith"\t8-5', [['Robert "Bo" Smith', '8-5']]],
    [
      'a stray quote',
      'Anna "Bo\t8-5\n"open\t9-5',
      [
        ['Anna "Bo', '8-5'],
        ['"open', '9-5'],
      ],
    ],
    [
      'a byte order mark and blanks at the ends',
      '\uFEFFName\tMon\t\t\nA\t8-5\t\t\n\t\t\t\n\n',
      [
        ['Name', 'Mon'],
        ['A', '8-5'],
      ],
    ],
    [
      'rows of different length',
      'A\nB\t8-5',
      [
        ['A', ''],
        ['B', '8-5'],
      ],
    ],
    ['one name a line', 'Dana Reed\nOmar Diaz', [['Dana Reed'], ['Omar Diaz']]],
    ['nothing', ' \n\t', []],
  ])('%s', (_, text, cells) => {
    expect(readStaffTable(text)).toEqual(cells);
  });

  it('reads back the text it gives to set-up', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/["\s\uFEFF]/g, '').trim() || 'x');
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }).map((rows) => {
      const width = Math.min(...rows.map((row) => row.length));
      return rows.map((row) => row.slice(0, width));
    });
    fc.assert(
      fc.property(table, (rows) => {
        expect(readStaffTable(staffText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('changing cells', () => {
  it('grows the table to hold what is put in', () => {
    expect(setCell([['A']], 1, 1, 'x')).toEqual([
      ['A', ''],
      ['', 'x'],
    ]);
    expect(
      putBlock(
        [
          ['A', 'B'],
          ['C', 'D'],
        ],
        1,
        1,
        [
          ['1', '2'],
          ['3', '4'],
        ],
      ),
    ).toEqual([
      ['A', 'B', ''],
      ['C', '1', '2'],
      ['', '3', '4'],
    ]);
  });
});

describe('the likely hours of an unread cell', () => {
  it.each([
    ['8-4ish', '8-4'],
    ['8-5 EAST', '8-5'],
    ['about 8:30 to 4', '8:30-4'],
    ['8a – 430p (late)', '8a-430p'],
    ['lunch duty', null],
    ['8-5', null],
    ['', null],
  ])('%j is %j', (text, hours) => {
    expect(likelyHours(text)).toBe(hours);
  });
});

describe('where things stand in the table', () => {
  const table = [
    ['Name', 'Mon'],
    ['Dana', '8-4ish'],
    ['Omar', '9-5 x'],
  ];

  it('finds an unread cell by its line and text, also when main put a code behind it', () => {
    expect(cellOfUnread(table, unread(2, '8-4ish'))).toEqual({ row: 1, column: 1 });
    expect(cellOfUnread(table, unread(3, '9-5 x MA'))).toEqual({ row: 2, column: 1 });
    expect(cellOfUnread(table, unread(9, '8-4ish'))).toBeNull();
  });

  it('takes the lines above the first person for headings', () => {
    expect(headingLines(read([3, 4]))).toBe(2);
    expect(headingLines(read([1]))).toBe(0);
    expect(headingLines(null)).toBe(1);
  });

  it('takes no line that was left out for a heading, and keeps the headings with the lines to correct', () => {
    const given = read([3], [2]);
    expect(headingLines(given)).toBe(1);
    expect(leftOutTable(table, given.leftOut, headingLines(given))).toEqual([
      ['Name', 'Mon'],
      ['Dana', '8-4ish'],
    ]);
    expect(leftOutTable(table, [], 1)).toBeNull();
  });
});
