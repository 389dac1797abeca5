import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPeople } from '../../../main/features/people/domain/match-people.ts';
import { nameReader } from '../../../main/features/people/domain/name-reader.ts';
import { readPersonName } from '../../../main/features/people/domain/person-name.ts';
import { defaultPositions } from '../../../main/features/practice/domain/defaults.ts';
import { guessPosition } from '../../../main/features/practice/domain/position-names.ts';
import { readSheet } from '../../../main/features/rostering/domain/sheet.ts';
import { readDelimited } from '../../../main/kernel/table/delimited.ts';

const weekDates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
const staff = ['Maria Alvarez', 'Robert Smith', 'Jordan Reyes', 'Dr. Lee', 'Hana Kim, NP'].map((name, index) => ({
  id: `p${index}`,
  ...readPersonName(name),
}));
const isPosition = (text: string) => guessPosition(text, defaultPositions) !== undefined;

/** A sheet written with "|" between its cells, as a spreadsheet copies it. */
function sheetOf(lines: readonly string[]) {
  const result = readDelimited(
    lines
      .map((line) =>
        line
          .split('|')
          .map((cell) => (cell.includes('\n') ? `"${cell}"` : cell))
          .join('\t'),
      )
      .join('\n'),
  );
  if (!result.ok) throw new Error(result.message);
  return readSheet({ table: result.table, weekDates, readName: nameReader(staff), isPosition });
}
/** "Name [job]: 23 8-5; 24 off" per row. */
const read = (...lines: string[]) =>
  sheetOf(lines).rows.map(({ name, positionText, cells }) => {
    const days = cells.map((cell) => `${cell.on.slice(8)} ${cell.text}${cell.positionText ? ` (${cell.positionText})` : ''}`).join('; ');
    return `${name}${positionText ? ` [${positionText}]` : ''}${days ? `: ${days}` : ''}`;
  });

describe('readSheet finds the days', () => {
  test.each<[string, string]>([
    ['short names', 'Name|Mon|Tue|Wed|Thu|Fri'],
    ['long names', 'Employee|MONDAY|Tuesday|Wednesday|Thursday|Friday'],
    ['letters', 'Staff|M|T|W|T|F'],
    ['two letters', '|Mo|Tu|We|Th|Fr'],
    ['names with dates', 'Name|Mon 11/23|Tue 11/24|Wed 11/25|Thu 11/26|Fri 11/27'],
    ['names with days of the month', 'Name|Mon 23|Tues. 24|Wed 25|Thurs 26|Fri 27'],
    ["last week's dates", 'Name|11/16|11/17|11/18|11/19|11/20'],
    ['dates with months', '|Nov 23|Nov 24|Nov 25|Nov 26|Nov 27'],
    ['dates of a spreadsheet', 'Name|2026-11-16|2026-11-17|2026-11-18|2026-11-19|2026-11-20'],
    ['dates before names', 'Name|11/23 Mon|11/24 Tue|11/25 Wed|11/26 Thu|11/27 Fri'],
    ['long dates', 'Name|Monday, November 23|Tuesday, November 24|Wednesday, November 25|Thursday, November 26|Friday, November 27'],
  ])('by %s', (_what, header) => {
    const sheet = sheetOf([header, 'Maria Alvarez|8-5|off|8-4:30 MA|pto|7:30-12, 1-5']);
    expect(sheet.days).toEqual(weekDates.slice(0, 5));
    expect(sheet.rows[0]?.cells.map((cell) => [cell.on, cell.text])).toEqual([
      ['2026-11-23', '8-5'],
      ['2026-11-24', 'off'],
      ['2026-11-25', '8-4:30 MA'],
      ['2026-11-26', 'pto'],
      ['2026-11-27', '7:30-12, 1-5'],
    ]);
    expect(sheet.unreadHeader).toEqual([]);
  });

  test('with the dates on a line of their own', () => {
    expect(read('Name|Mon|Tue', '|11/23|11/24', 'Maria Alvarez|8-5|9-5')).toEqual(['Maria Alvarez: 23 8-5; 24 9-5']);
    expect(read('Name|Mon|Tue', '|23|24', 'Maria Alvarez|8-5|9-5')).toEqual(['Maria Alvarez: 23 8-5; 24 9-5']);
    expect(read('Name|Mon|Tue', 'Maria Alvarez|8|8')).toEqual(['Maria Alvarez: 23 8; 24 8']);
  });

  test('in and out in two columns, and mornings and afternoons', () => {
    expect(read('Name|Mon||Tue|', '|In|Out|In|Out', 'Maria Alvarez|8|5|off|')).toEqual(['Maria Alvarez: 23 8-5; 24 off']);
    expect(read('Name|Mon In|Mon Out|Tue In|Tue Out', 'Maria Alvarez|8:00|16:30|9|5')).toEqual(['Maria Alvarez: 23 8:00-16:30; 24 9-5']);
    expect(read('Name|Mon AM|Mon PM', 'Dr. Lee|8-12|1-5')).toEqual(['Dr. Lee: 23 8-12, 1-5']);
  });

  test('Sunday first, with letters too', () => {
    expect(read('|S|M|T|W|T|F|S', 'Maria Alvarez|a|b|c|d|e|f|g')).toEqual(['Maria Alvarez: 29 a; 23 b; 24 c; 25 d; 26 e; 27 f; 28 g']);
  });

  test('of two weeks only the one asked for, side by side and one under the other', () => {
    expect(read('Name|11/16|11/17|11/23|11/24', 'Maria Alvarez|a|b|c|d')).toEqual(['Maria Alvarez: 23 c; 24 d']);
    expect(read('Name|11/16|11/17', 'Maria Alvarez|a|b', 'Name|11/23|11/24', 'Maria Alvarez|c|d')).toEqual(['Maria Alvarez: 23 c; 24 d']);
  });

  test('without headings five columns of times are the first days of the week', () => {
    expect(read('Maria Alvarez|MA|8-5|8-5|off|8-5|8-4', 'Bob Smith|MA|9-5|9-5|9-5|off|')).toEqual([
      'Maria Alvarez [MA]: 23 8-5; 24 8-5; 25 off; 26 8-5; 27 8-4',
      'Bob Smith [MA]: 23 9-5; 24 9-5; 25 9-5; 26 off',
    ]);
  });

  test('names the headings it leaves out, but not totals', () => {
    expect(sheetOf(['Name|Phone|Mon|Tue|Total|Remarks', 'Maria Alvarez|555-0100|8-5|8-5|16|late']).unreadHeader).toEqual([
      'Phone',
      'Remarks',
    ]);
  });
});

describe('readSheet finds the people and their jobs', () => {
  test('in a column of jobs, and in lines that head a group', () => {
    expect(read('Name|Job|Mon|Tue', 'Maria Alvarez|front desk|8-5|8-5', 'Dr. Lee|provider|8-12|off')).toEqual([
      'Maria Alvarez [front desk]: 23 8-5; 24 8-5',
      'Dr. Lee [provider]: 23 8-12; 24 off',
    ]);
    expect(
      read(
        'Week of Nov 16',
        '|Mon|Tue',
        'FRONT DESK||',
        'Maria Alvarez|8-5|8-5',
        'Medical Assistants:||',
        'Jordan Reyes|8-5|',
        'Ann Newman||',
        'FLOATERS||',
        'Cy Fox|8-5|',
      ),
    ).toEqual([
      'Maria Alvarez [FRONT DESK]: 23 8-5; 24 8-5',
      'Jordan Reyes [Medical Assistants]: 23 8-5',
      'Ann Newman [Medical Assistants]',
      'Cy Fox [FLOATERS]: 23 8-5',
    ]);
  });

  test('a job in the corner of repeated headings, names in the second column', () => {
    expect(read('Front desk|Mon|Tue', 'Maria Alvarez|8-5|8-5', 'Nurses|Mon|Tue', 'Ruth Abrams|9-5|')).toEqual([
      'Maria Alvarez [Front desk]: 23 8-5; 24 8-5',
      'Ruth Abrams [Nurses]: 23 9-5',
    ]);
    expect(read('Job|Name|Mon|Tue', 'MA|Jordan Reyes|8-5|8-5')).toEqual(['Jordan Reyes [MA]: 23 8-5; 24 8-5']);
    expect(read('Last|First|Mon|Tue', 'Smith|Bob|8-5|8-5')).toEqual(['Smith, Bob: 23 8-5; 24 8-5']);
  });

  test('leaves out totals, notes and repeated headings, keeping their lines', () => {
    const sheet = sheetOf([
      'Harbor Family Medicine',
      'Name|Mon|Tue',
      'Maria Alvarez|8-5|8-5',
      'Total|1|1',
      '|16|16',
      'Name|Mon|Tue',
      'Jordan Reyes|9-5|',
      'Notes: * with lunch||',
    ]);
    expect(sheet.rows.map((row) => [row.line, row.name])).toEqual([
      [3, 'Maria Alvarez'],
      [7, 'Jordan Reyes'],
    ]);
    expect(sheet.skipped.map((one) => one.line)).toEqual([1, 4, 5, 8]);
  });

  test('matches names as people write them', () => {
    const sheet = sheetOf(['Name|Mon', 'ALVAREZ, MARIA|8-5', 'Bob Smith|8-5', 'Jordan|8-5', 'Kim, Hana|8-5', 'Ann Newman|8-5']);
    expect(sheet.rows.map(({ match }) => (match.kind === 'known' ? match.person.id : match.kind))).toEqual([
      'p0',
      'p1',
      'p2',
      'p4',
      'none',
    ]);
    expect(sheet.rows[4]?.readName).toEqual({ givenName: 'Ann', familyName: 'Newman', nickname: '' });
  });

  test('one person on two lines becomes one row; another job is kept with its cells', () => {
    expect(
      read('|Mon|Tue', 'FRONT DESK||', 'Maria Alvarez|8-12|8-5', '|1-5|', 'MA||', 'Alvarez, Maria||1-5', 'Ann New|8-5|', 'NEW, ANN||9-5'),
    ).toEqual(['Maria Alvarez [FRONT DESK]: 23 8-12, 1-5; 24 8-5; 24 1-5 (MA)', 'Ann New [MA]: 23 8-5; 24 9-5']);
  });

  test('passes cells on as they stand, inner line breaks as commas', () => {
    expect(read('Name|Mon|Tue|Wed', 'Maria Alvarez|8-5 EAST|8-12\n1-5|8-4ish?')).toEqual([
      'Maria Alvarez: 23 8-5 EAST; 24 8-12, 1-5; 25 8-4ish?',
    ]);
  });

  test('a list without days is a list of people', () => {
    const sheet = sheetOf(['Name|Job', 'Maria Alvarez|front desk', 'Ann Newman|MA']);
    expect(sheet.days).toEqual([]);
    expect(read('Maria Alvarez|front desk', 'Ann Newman|MA')).toEqual(['Maria Alvarez [front desk]', 'Ann Newman [MA]']);
    expect(read('Providers', 'Dr. Lee', 'Hana Kim, NP', 'Front desk', 'Maria Alvarez')).toEqual([
      'Dr. Lee [Providers]',
      'Hana Kim, NP [Providers]',
      'Maria Alvarez [Front desk]',
    ]);
    expect(read('Smith, Bob', 'Newman, Ann')).toEqual(['Smith, Bob', 'Newman, Ann']);
    expect(read('Smith|Bob', 'Newman|Ann')).toEqual(['Smith, Bob', 'Newman, Ann']);
  });
});

describe('readSheet refuses nothing', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '8-5', 'Mon', 'Tue', '11/23', 'Front desk', 'Total', 'Ann Lee', 'M', 'In', 'Name', '8'),
    fc.string({ maxLength: 8 }),
  );
  test('whatever the table', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const table = { rows, lines: rows.map((_row, index) => index + 1), firstLine: 1 };
        const sheet = readSheet({ table, weekDates, readName: nameReader(staff), isPosition });
        for (const row of sheet.rows) for (const one of row.cells) expect(weekDates).toContain(one.on);
      }),
    );
  });

  test('every cell of a person under a day comes through', () => {
    const text = fc.stringMatching(/^[a-z0-9?:-]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 6 }), (weeks) => {
        const rows = [
          ['Name', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
          ...weeks.map((week, index) => [`Ann L${'abcdef'.charAt(index)}e`, ...week]),
        ];
        const table = { rows, lines: rows.map((_row, index) => index + 1), firstLine: 1 };
        const sheet = readSheet({ table, weekDates, readName: nameReader(staff), isPosition });
        expect(sheet.rows.map((row) => row.cells.map((one) => one.text))).toEqual(weeks);
      }),
    );
  });
});

test('nameReader gives two lines of one person the same key', () => {
  const reader = nameReader(staff);
  expect(reader('Bob Smith').key).toBe(reader('SMITH, ROBERT').key);
  expect(reader('Ann New').key).toBe(reader('New, Ann').key);
  expect(reader('Jordan')).toMatchObject({ isKnown: true, match: matchPeople(staff)('Jordan') });
});
