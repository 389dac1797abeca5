import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { guessDelimiter, readDelimited } from '../../../main/kernel/table/delimited.ts';
import type { Table, TableResult } from '../../../main/kernel/table/table.ts';

function tableOf(result: TableResult): Table {
  if (!result.ok) throw new Error(result.message);
  return result.table;
}

/** A line of this many characters. */
const line = (length: number): string => `${'x'.repeat(length - ';MA;"40"\n'.length)};MA;"40"\n`;

describe('readDelimited', () => {
  test.each<[string, string, string[][]]>([
    [
      'commas',
      'Name,Job\nAnn,MA',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'semicolons around commas',
      'Name;Rate\n"Lee, Ann";22,50\n"Ott, Ben";19,00',
      [
        ['Name', 'Rate'],
        ['Lee, Ann', '22,50'],
        ['Ott, Ben', '19,00'],
      ],
    ],
    [
      'tabs with commas in the names',
      'Lee, Ann\t8-5\nOtt, Ben\t7:30-12, 1-5',
      [
        ['Lee, Ann', '8-5'],
        ['Ott, Ben', '7:30-12, 1-5'],
      ],
    ],
    [
      'bars',
      'Name|Job\nAnn|MA',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'a byte order mark and Windows line ends',
      '\ufeffName,Job\r\nAnn,MA\r\n',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'old Mac line ends',
      'Name,Job\rAnn,MA',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'Excel naming its separator',
      'sep=;\nName;Job\nAnn;MA',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'quotes inside quotes and a comma',
      'Name,Job\n"Lee, ""Bo""",MA',
      [
        ['Name', 'Job'],
        ['Lee, "Bo"', 'MA'],
      ],
    ],
    [
      'a nickname in quotes',
      'Name,Job\nRobert "Bob" Lee,MA',
      [
        ['Name', 'Job'],
        ['Robert "Bob" Lee', 'MA'],
      ],
    ],
    [
      'trailing blank columns and rows',
      'Name,Job,,\nAnn,MA,, \n,,,\n\n   \n',
      [
        ['Name', 'Job'],
        ['Ann', 'MA'],
      ],
    ],
    [
      'odd blanks and unseen characters',
      'Name,Job\n\u00a0Ann\u200b Lee ,MA\0',
      [
        ['Name', 'Job'],
        ['Ann Lee', 'MA'],
      ],
    ],
    [
      'rows of different length',
      'A,B,C\n1\n1,2',
      [
        ['A', 'B', 'C'],
        ['1', '', ''],
        ['1', '2', ''],
      ],
    ],
    ['one column', 'Name\nAnn\nBen', [['Name'], ['Ann'], ['Ben']]],
    ['one column of last, first', 'Name\nLee, Ann\nOtt, Ben', [['Name'], ['Lee, Ann'], ['Ott, Ben']]],
  ])('reads %s', (_what, text, rows) => {
    expect(tableOf(readDelimited(text)).rows).toEqual(rows);
  });

  test('counts lines as a spreadsheet does: blank rows count, a line break inside quotes does not', () => {
    const table = tableOf(readDelimited('\nName,Note\n"Ann","two\nlines"\n,\nBen,x\n'));
    expect(table.lines).toEqual([2, 3, 5]);
    expect(table.firstLine).toBe(2);
    expect(table.rows[1]).toEqual(['Ann', 'two\nlines']);
  });

  test.each([
    ['never closed', 'Name,Job\nAnn,MA\n"Ben,FD\nCy,RN\n', 3],
    ['closed too late', 'Name,Job\n"Ann,MA\nBen,"FD"\n', 2],
    ['text after the closing quote', 'Name,Job\n"Bob" Lee,MA\n', 2],
  ])('names the line of a quotation mark that is %s', (_what, text, line) => {
    const result = readDelimited(text);
    expect(result).toMatchObject({ ok: false, code: 'unclosed_quote' });
    expect(result.ok ? '' : result.message).toContain(`Line ${line} has a quotation mark`);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['blanks only', ' \n,,,\n\t\n', 'empty'],
    ['201 columns', Array.from({ length: 201 }, (_, index) => `c${index}`).join(','), 'too_many_columns'],
    ['a long cell', `Name,Note\nAnn,${'x'.repeat(32_001)}`, 'cell_too_long'],
    ['20,001 rows', 'Ann,MA\n'.repeat(20_001), 'too_many_rows'],
  ])('refuses %s with a sentence', (_what, text, code) => {
    const result = readDelimited(text);
    expect(result).toMatchObject({ ok: false, code });
    expect(result.ok ? '' : result.message).toMatch(/\.$/);
  });

  test('takes what is exactly at the limits, blank rows not counted', () => {
    expect(tableOf(readDelimited('Ann,MA\n,\n'.repeat(20_000))).rows).toHaveLength(20_000);
    expect(tableOf(readDelimited(`Name,Note\nAnn,${'x'.repeat(32_000)}`)).rows).toHaveLength(2);
    expect(tableOf(readDelimited(Array.from({ length: 200 }, () => 'c').join(','))).rows[0]).toHaveLength(200);
  });

  test('stops reading at the limit: 200,000 rows are not read to the end', () => {
    // The open quote in the last row would be found if the whole text were read.
    const result = readDelimited(`${'Ann Lee,MA,40,555-0100\n'.repeat(200_000)}"open`);
    expect(result).toMatchObject({ ok: false, code: 'too_many_rows' });
  });

  test.each([
    ['a line of sixteen million cells', 'a,'.repeat(16_000_000), 'too_many_columns'],
    ['sixteen million lines', 'a\n'.repeat(16_000_000), 'too_many_rows'],
    ['a cell of sixteen million characters', `Ann;${'a'.repeat(16_000_000)};MA`, 'cell_too_long'],
    ['two million blank lines', 'Ann;MA\n' + ';\n'.repeat(2_000_000), 'too_many_rows'],
  ])('refuses %s before they are taken apart', (_what, text, code) => {
    expect(readDelimited(text)).toMatchObject({ ok: false, code });
  });

  test('reads a quoted cell wherever the text is cut for reading', () => {
    const last = '"Lee; ""Ann""\nJo";"MA";"40"\n';
    // A million characters are taken apart at once; the last line begins a little before, so that the cut goes through each of its places.
    for (let before = 0; before <= last.length; before += 1) {
      const text = `${line(1000).repeat(999)}${line(1000 - before)}${last}`;
      expect(tableOf(readDelimited(text)).rows.at(-1), `cut after ${before}`).toEqual(['Lee; "Ann"\nJo', 'MA', '40']);
    }
  });

  test('gives back what papaparse wrote, for any trimmed cells and any separator', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9"';|,.-]{1,8}$/);
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (written, delimiter) => {
        const text = `sep=${delimiter}\n${Papa.unparse(written, { delimiter, quotes: true, newline: '\n' })}`;
        expect(tableOf(readDelimited(text)).rows).toEqual(written);
      }),
    );
  });
});

describe('guessDelimiter', () => {
  test.each([
    [',', 'a,b;c\nd,e\nf,g'],
    [';', 'a;b,c\nd;e\nf;g,h,i'],
    ['\t', 'Lee, Ann\tMA\nOtt, Ben\tFD'],
    [',', '"a;b;c",d\n"e;f",g'],
  ])('finds %j', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});
