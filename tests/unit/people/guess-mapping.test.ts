import { describe, expect, test } from 'vitest';
import { normaliseHeader } from '../../../main/features/people/domain/import-headers.ts';
import { guessMapping, mergeMapping } from '../../../main/features/people/domain/guess-mapping.ts';
import { readDelimited } from '../../../main/kernel/table/delimited.ts';
import type { Table } from '../../../main/kernel/table/table.ts';

function table(text: string): Table {
  const result = readDelimited(text);
  if (!result.ok) throw new Error(result.message);
  return result.table;
}

const context = {
  isPosition: (text: string) => /^(?:front desk|MA|nurse|billing|provider)$|^Dr\b/i.test(text),
  isLocation: (text: string) => /^(?:main|east)$/i.test(text),
};
const guess = (text: string, told = {}) => guessMapping(table(text), context, told);

describe('guessMapping by headings', () => {
  test.each<[string, object]>([
    ['Name,Job,Phone,Hours/week', { name: 0, position: 1, phone: 2, weeklyHours: 3 }],
    ['Employee,Dept.,Cell #,FTE', { name: 0, position: 1, phone: 2, weeklyHours: 3 }],
    ['Last Name;First Name;Title;Hire Date;Term Date', { familyName: 0, givenName: 1, position: 2, activeFrom: 3, activeTo: 4 }],
    ['Staff,Goes by,Role,Mobile Phone,$/hr,FLSA', { name: 0, nickname: 1, position: 2, phone: 3, payRate: 4, exempt: 5 }],
    ['Employee Name,Position,Status,Site,Start,Rate', { name: 0, position: 1, employmentClass: 2, location: 3, activeFrom: 4, payRate: 5 }],
    [
      'Name,Mon,Tue,Wed,Thu,Fri,Sat,Sun',
      { name: 0, mondayHours: 1, tuesdayHours: 2, wednesdayHours: 3, thursdayHours: 4, fridayHours: 5, saturdayHours: 6, sundayHours: 7 },
    ],
    ['Name,M,T,W,T,F', { name: 0, mondayHours: 1, tuesdayHours: 2, wednesdayHours: 3, thursdayHours: 4, fridayHours: 5 }],
    ['NAME,Can cover,Location (home),Shoe size', { name: 0, otherPositions: 1, location: 2 }],
  ])('%s', (header, mapping) => {
    const separator = header.includes(';') ? ';' : ',';
    const cells = header
      .split(separator)
      .map((_, index) => `cell ${index}`)
      .join(separator);
    expect(guess(`${header}\n${cells}`)).toMatchObject({ ok: true, hasHeader: true, firstRow: 1, mapping });
    const result = guess(`${header}\n${cells}`);
    expect(result.ok && result.mapping).toEqual(mapping);
  });

  test('skips title lines above the headings', () => {
    expect(guess('Harbor Family Medicine\nStaff list 11/20/2026\nName,Job\nAnn Lee,MA')).toMatchObject({
      ok: true,
      firstRow: 3,
      mapping: { name: 0, position: 1 },
    });
  });

  test('describes the columns with three samples', () => {
    expect(guess('Name,\nAnn Lee,x\nAnn Lee,y\nBen Ott,y\nCy Fox,z\nDi Low,w').columns).toEqual([
      { index: 0, header: 'Name', samples: ['Ann Lee', 'Ben Ott', 'Cy Fox'] },
      { index: 1, header: 'Column B', samples: ['x', 'y', 'z'] },
    ]);
  });
});

test('a heading leaves out what stands in parentheses, closed ones only', () => {
  expect(normaliseHeader('Hours / Week (contract) (2026)')).toBe('hours week');
  expect(normaliseHeader('Phone ((cell))')).toBe('phone');
  expect(normaliseHeader(`Name ${'('.repeat(30_000)}`)).toBe('name');
});

describe('guessMapping without headings', () => {
  test.each<[string, string, object]>([
    ['names and jobs', 'Ann Lee,MA\nBen Ott,front desk\nCy Fox,nurse', { name: 0, position: 1 }],
    [
      'everything',
      'Ann Lee,MA,555-010-0101,36,$22.50,FT,11/3/2020,Main\nBen Ott,nurse,(555) 010-0102,40,$19,PT,2021-04-01,East',
      {
        name: 0,
        position: 1,
        phone: 2,
        weeklyHours: 3,
        payRate: 4,
        employmentClass: 5,
        activeFrom: 6,
        location: 7,
      },
    ],
    ['last, first in tabs', 'Lee, Ann\tMA\nOtt, Ben\tnurse', { name: 0, position: 1 }],
    ['split by their own comma', 'Smith, Robert\nOtt, Jennifer\nFox, William', { familyName: 0, givenName: 1 }],
    ['first and last', 'Robert,Smith\nJennifer,Ott', { givenName: 0, familyName: 1 }],
    ['titled names, which hold the words of jobs', 'Dr. Lee\nDr. Patel\nHana Kim', { name: 0 }],
    ['single names', 'Maria\nJordan\nPriya', { name: 0 }],
  ])('%s', (_what, text, mapping) => {
    const result = guess(text);
    expect(result).toMatchObject({ ok: true, hasHeader: false, firstRow: 0 });
    expect(result.ok && result.mapping).toEqual(mapping);
  });

  test.each([
    ['numbers', '12,34\n56,78'],
    ['jobs only', 'MA,40\nnurse,36'],
    ['codes', 'a1;b2\nc3;d4'],
    ['headings without a name', 'Job,Phone\nMA,555-0100'],
  ])('refuses %s, naming what to add', (_what, text) => {
    const result = guess(text);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toContain('such as Name, Job, Phone');
    expect(result.columns.length).toBeGreaterThan(0);
  });

  test('is not refused once the person said which column holds the names', () => {
    expect(guess('A1,40\nB2,36', { name: 0 })).toMatchObject({ ok: true, mapping: { name: 0, weeklyHours: 1 } });
  });
});

test('mergeMapping lays the chosen columns over the guess and takes them from other fields', () => {
  expect(mergeMapping({ name: 0, phone: 1, position: 2 }, { nickname: 1, position: null })).toEqual({
    name: 0,
    nickname: 1,
    position: null,
  });
});
