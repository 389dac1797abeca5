import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvFile, csvLine, protectCell, unprotectCell } from '../../../main/kernel/table/csv-writer.ts';
import { readDelimited } from '../../../main/kernel/table/delimited.ts';

describe('csvLine', () => {
  test.each<[string, string[], string]>([
    ['plain cells', ['Ann', 'MA', ''], 'Ann,MA,\r\n'],
    ['a comma', ['Lee, Ann', 'MA'], '"Lee, Ann",MA\r\n'],
    ['a semicolon, which some settings take for a comma', ['a;b'], '"a;b"\r\n'],
    ['quotes', ['Robert "Bob" Lee'], '"Robert ""Bob"" Lee"\r\n'],
    ['a line break', ['one\ntwo'], '"one\ntwo"\r\n'],
    ['blanks at the ends', [' a '], '" a "\r\n'],
    ['=', ['=1+1'], "'=1+1\r\n"],
    ['+', ['+1'], "'+1\r\n"],
    ['-', ['-5'], "'-5\r\n"],
    ['@', ['@SUM(A1)'], "'@SUM(A1)\r\n"],
    ['tab', ['\t=1'], '"\'\t=1"\r\n'],
    ['CR', ['\r=1'], '"\'\r=1"\r\n'],
    ['LF', ['\n=1'], '"\'\n=1"\r\n'],
    ['full width', ['\uff1d1'], "'\uff1d1\r\n"],
    ['a formula that needs quotes', ['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
    ['a sign further in', ['8-5', 'a=b', '5 @ 3'], '8-5,a=b,5 @ 3\r\n'],
    ['an apostrophe of its own', ["'tis"], "'tis\r\n"],
    ['an apostrophe before a formula', ["'=1"], "''=1\r\n"],
  ])('%s', (_what, cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

describe('protectCell', () => {
  test('leaves no cell that starts a formula, and is taken back exactly', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", "''", "'=", '\uff1d');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (sign, rest) => {
        const cell = protectCell(sign + rest);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
        expect(unprotectCell(cell)).toBe(sign + rest);
      }),
    );
  });
});

describe('csvFile', () => {
  test('is UTF-8 with a byte order mark, heading first, and reads back', () => {
    const bytes = csvFile(['Name', 'Note'], [['Zoë', 'a, b']]);
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const read = readDelimited(new TextDecoder().decode(bytes));
    expect(read.ok && read.table.rows).toEqual([
      ['Name', 'Note'],
      ['Zoë', 'a, b'],
    ]);
  });

  test('any cells come back through a parser', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map(csvLine).join('');
        const { data } = Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' });
        expect(data.map((row) => row.map(unprotectCell))).toEqual(rows);
      }),
    );
  });
});
