import { describe, expect, test } from 'vitest';
import { defaultPositions } from '../../../main/features/practice/domain/defaults.ts';
import { draftPosition, guessPosition } from '../../../main/features/practice/domain/position-names.ts';
import { guessMapping } from '../../../main/features/people/domain/guess-mapping.ts';
import type { ExistingPerson } from '../../../main/features/people/domain/import-person.ts';
import { planPeopleImport, type PeopleImportInput, type PeopleImportPlan } from '../../../main/features/people/domain/plan-import.ts';
import { readPersonName } from '../../../main/features/people/domain/person-name.ts';
import { personFields } from '../../../preload/contract/people/people.ts';
import { readDelimited } from '../../../main/kernel/table/delimited.ts';

const uuid = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const positions = defaultPositions.map((position, index) => ({ ...position, id: uuid(index + 1) }));
const idOf = (code: string) => positions.find((position) => position.code === code)?.id ?? '';
const main = { id: uuid(101), name: 'Main office' };
const east = { id: uuid(102), name: 'East' };

function existing(name: string, fields: Partial<ExistingPerson> = {}): ExistingPerson {
  return {
    id: uuid(500),
    employmentClass: 'full_time',
    exempt: false,
    phone: '',
    homeLocationId: main.id,
    contractMinutes: [0, 0, 0, 0, 0, 0, 0],
    activeFrom: null,
    activeTo: null,
    positions: [],
    ...readPersonName(name),
    ...fields,
  };
}

function plan(text: string, more: Partial<PeopleImportInput> = {}): PeopleImportPlan {
  const result = readDelimited(text);
  if (!result.ok) throw new Error(result.message);
  const guessed = guessMapping(result.table, {
    isPosition: (title) => guessPosition(title, positions) !== undefined,
    isLocation: () => false,
  });
  if (!guessed.ok) throw new Error(guessed.message);
  return planPeopleImport({
    table: result.table,
    firstRow: guessed.firstRow,
    mapping: guessed.mapping,
    existing: [],
    positions,
    locations: [main, east],
    positionWords: { guess: guessPosition, draft: draftPosition },
    openWeekdays: [1, 2, 3, 4, 5],
    today: '2026-11-23',
    ...more,
  });
}

describe('planPeopleImport creates', () => {
  test('a person with everything the line says', () => {
    const { rows, drafts, counts } = plan(
      'Name;Goes by;Job;Can cover;Type;Exempt;Cell;Site;Hours/week;Rate;Hired;Last day\n"Smith, Robert";Bob;MA;Front desk, X-ray;PT;no;555-0100;east;30;$22.50;11/3/2020;\n',
    );
    expect(rows).toEqual([{ line: 2, outcome: 'create', name: 'Bob Smith', reasons: [], changes: [] }]);
    expect(counts).toEqual({ create: 1, change: 0, same: 0, refuse: 0 });
    expect(drafts).toEqual([
      {
        line: 2,
        person: {
          givenName: 'Robert',
          familyName: 'Smith',
          nickname: 'Bob',
          employmentClass: 'part_time',
          exempt: false,
          phone: '555-0100',
          homeLocationId: east.id,
          contractMinutes: [360, 360, 360, 360, 360, 0, 0],
          activeFrom: '2020-11-03',
          activeTo: null,
          positions: [
            { positionId: idOf('MA'), level: 'primary' },
            { positionId: idOf('FD'), level: 'can_cover' },
            { positionId: idOf('XR'), level: 'can_cover' },
          ],
        },
        payRate: { effectiveOn: '2020-11-03', centsPerHour: 2250 },
        newPositions: [],
      },
    ]);
    expect(personFields.safeParse(drafts[0]?.person).success).toBe(true);
  });

  test.each<[string, string, object]>([
    ['FTE', '0.8', { contractMinutes: [384, 384, 384, 384, 384, 0, 0], employmentClass: 'full_time' }],
    ['FTE', '0.5', { contractMinutes: [240, 240, 240, 240, 240, 0, 0], employmentClass: 'part_time' }],
    ['Hours', '80%', { contractMinutes: [384, 384, 384, 384, 384, 0, 0] }],
    ['Hours', '37:30', { contractMinutes: [450, 450, 450, 450, 450, 0, 0] }],
    ['Mon', '8:30', { contractMinutes: [510, 0, 0, 0, 0, 0, 0] }],
    [
      'Job',
      'MA / front desk',
      {
        positions: [
          { positionId: idOf('MA'), level: 'primary' },
          { positionId: idOf('FD'), level: 'can_cover' },
        ],
      },
    ],
    ['Job', 'MA, lead', { positions: [{ positionId: idOf('MA'), level: 'primary' }] }],
    ['End date', 'n/a', { activeTo: null }],
  ])('%s %s', (header, cell, person) => {
    expect(plan(`Name\t${header}\nAnn Lee\t${cell}`).drafts[0]?.person).toMatchObject(person);
  });

  test('dates in three formats, each by what its column shows', () => {
    const dates = ['3/14/2019', '14.03.2019', '2019-03-14', 'Mar 14, 2019', '43538'];
    const { drafts } = plan(`Name\tHire date\n${dates.map((date, index) => `Ann L${'abcde'.charAt(index)}e\t${date}`).join('\n')}`);
    expect(drafts.map((draft) => draft.person.activeFrom)).toEqual(dates.map(() => '2019-03-14'));
    expect(plan('Name,Hired\nAnn Lee,3/4/2019\nBen Ott,25/4/2019').drafts[0]?.person.activeFrom).toBe('2019-04-03');
    expect(plan('Name,Hired\nAnn Lee,3/4/2019', { dateOrder: 'dmy' })).toMatchObject({
      dateOrder: 'dmy',
      drafts: [{ person: { activeFrom: '2019-04-03' } }],
    });
  });

  test('positions that are missing, once, with a remark', () => {
    const { rows, drafts, newPositions } = plan('Name,Job\nAnn Lee,scribe\nBen Ott,Scribes\nCy Fox,MA/Greeter\n');
    expect(newPositions.map(({ name, code }) => [name, code])).toEqual([
      ['Scribe', 'SC'],
      ['Greeter', 'GR'],
    ]);
    expect(drafts.map((draft) => draft.newPositions)).toEqual([
      [{ name: 'Scribe', level: 'primary' }],
      [{ name: 'Scribe', level: 'primary' }],
      [{ name: 'Greeter', level: 'can_cover' }],
    ]);
    expect(rows[0]).toMatchObject({ outcome: 'create', reasons: ['The position Scribe is new (SC).'] });
  });

  test('nobody to the only location but by name, and everybody when there is one location', () => {
    expect(plan('Name\nAnn Lee').drafts[0]?.person.homeLocationId).toBeNull();
    expect(plan('Name\nAnn Lee', { locations: [main] }).drafts[0]?.person.homeLocationId).toBe(main.id);
    expect(plan('Name,Site\nAnn Lee,MAIN').drafts[0]?.person.homeLocationId).toBe(main.id);
  });
});

describe('planPeopleImport refuses, naming the line and the reason', () => {
  test.each<[string, string, string]>([
    ['a line without a name', 'Name,Job\n,MA', 'There is no name on this line.'],
    ['a line of totals', 'Name,Hours\nTotal,40', '“Total” does not look like a name.'],
    ['a number for a name', 'Name,Job\n4711,MA', '“4711” does not look like a name.'],
    ['a date nobody can read', 'Name,Hired\nAnn Lee,soon', 'The start date “soon” is not a date. Write it like 11/3/2026.'],
    [
      'an end before the start',
      'Name,Start,End\nAnn Lee,11/3/2026,11/2/2026',
      'The end date is before the start date. Correct one of them.',
    ],
    [
      'a location nobody knows',
      'Name,Site\nAnn Lee,West',
      'No location is called “West”. There is Main office, East. Correct the line or add the location in Settings first.',
    ],
    ['a day of 25 hours', 'Name,Mon\nAnn Lee,25', 'The hours of Monday “25” cannot be used. Write a number from 0 to 24, like 8 or 8:30.'],
    [
      'a week of 130 hours in five days',
      'Name,Hours\nAnn Lee,130',
      'These hours per week make more than 24 hours a day on the days you are open. Correct them.',
    ],
    [
      'a week of 200 hours',
      'Name,Hours\nAnn Lee,200',
      'The hours per week “200” cannot be used. Write a number from 0 to 168, like 36 or 37.5.',
    ],
    ['pay that is no number', 'Name,Rate\nAnn Lee,by hand', 'The pay “by hand” cannot be read. Write the rate per hour, like 22.50.'],
    ["a year's pay", 'Name,Rate\nAnn Lee,52000', 'The pay “52000” is more than $1,000 an hour. Write the rate per hour, like 22.50.'],
    ['an unclear exemption', 'Name,Exempt\nAnn Lee,perhaps', '“perhaps” does not say whether the person is exempt. Write yes or no.'],
    ['a name that is too long', `Name,Job\n${'A'.repeat(61)} Lee,MA`, 'The name is longer than 60 characters. Shorten it.'],
  ])('%s', (_what, text, reason) => {
    const { rows, drafts, newPositions } = plan(text);
    expect(rows).toEqual([{ line: 2, outcome: 'refuse', name: rows[0]?.name, reasons: [reason], changes: [] }]);
    expect([drafts, newPositions]).toEqual([[], []]);
  });

  test('a name that comes twice, in any spelling', () => {
    const { rows, counts } = plan('Name,Job\nRobert "Bob" Smith,MA\nAnn Lee,MA\n\n"SMITH, ROBERT",MA\nBob Smith,scribe');
    expect(rows.map((row) => row.outcome)).toEqual(['create', 'create', 'refuse', 'refuse']);
    expect(rows[2]?.reasons).toEqual(['Line 5 has the same name as line 2. Keep one of them, or tell them apart.']);
    expect(counts).toEqual({ create: 2, change: 0, same: 0, refuse: 2 });
  });

  test('every reason of a line at once', () => {
    expect(plan('Name,Hired,Rate\n,soon,?').rows[0]?.reasons).toHaveLength(3);
  });

  test('a name two people already have', () => {
    const two = [existing('Ann Lee'), existing('Ann Lee', { id: uuid(501) })];
    expect(plan('Name\nAnn Lee', { existing: two }).rows[0]).toMatchObject({
      outcome: 'refuse',
      reasons: ['2 people are called Ann Lee. Change them one by one on the People page.'],
    });
  });
});

describe('planPeopleImport changes', () => {
  const ann = existing('Ann Lee', {
    phone: '555-0100',
    contractMinutes: [600, 600, 600, 600, 0, 0, 0],
    payRates: [{ effectiveOn: '2024-01-01', centsPerHour: 2000 }],
    positions: [
      { positionId: idOf('MA'), level: 'primary' },
      { positionId: idOf('XR'), level: 'in_training' },
    ],
  });

  test('what differs, old to new in the words of the screen', () => {
    const { rows, drafts } = plan('Name,Job,Phone,Type,Rate,Hours,Hired\n"LEE, ANN",front desk,555-0199,prn,21.5,36,2020-01-02', {
      existing: [ann],
    });
    expect(rows[0]).toEqual({
      line: 2,
      outcome: 'change',
      name: 'Ann Lee',
      reasons: [],
      changes: [
        { field: 'Position', from: 'Medical assistants', to: 'Front desk' },
        { field: 'Type', from: 'full-time', to: 'per diem' },
        { field: 'Phone', from: '555-0100', to: '555-0199' },
        {
          field: 'Hours per week',
          from: '40 h (Mon 10, Tue 10, Wed 10, Thu 10)',
          to: '36 h (Mon 7.2, Tue 7.2, Wed 7.2, Thu 7.2, Fri 7.2)',
        },
        { field: 'From', from: '', to: 'Jan 2, 2020' },
        { field: 'Pay per hour', from: '$20.00', to: '$21.50' },
      ],
    });
    expect(drafts[0]).toMatchObject({
      existingId: ann.id,
      payRate: { effectiveOn: '2026-11-23', centsPerHour: 2150 },
      person: {
        positions: [
          { positionId: idOf('FD'), level: 'primary' },
          { positionId: idOf('XR'), level: 'in_training' },
        ],
      },
    });
  });

  test('nothing where the file says the same or nothing, and keeps days set by hand', () => {
    const { rows, drafts } = plan('Name,Job,Phone,Rate,Hours,Hired\nAnn Lee,MA,,$20.00,40,', { existing: [ann] });
    expect(rows[0]).toMatchObject({ outcome: 'same', changes: [] });
    expect(drafts).toEqual([]);
  });

  test('a second import of the same file changes nothing', () => {
    const text =
      'Name,Goes by,Job,Can cover,Hours,Rate,Hired\n"Smith, Robert",Bob,MA,lab,36,22.5,1/2/2020\nHana Kim NP,,provider,,0.8,,\nElizabeth Ott,,nurse,,,,\nLiz Ott,,nurse,,,,';
    const first = plan(text);
    const people = first.drafts.map((draft, index) => ({
      ...draft.person,
      id: uuid(600 + index),
      payRates: draft.payRate ? [draft.payRate] : [],
    }));
    expect(first.counts.create).toBe(4);
    expect(plan(text, { existing: people }).counts).toEqual({ create: 0, change: 0, same: 4, refuse: 0 });
  });

  test('a short name is taken for the full one with a remark, unless another line has the full name', () => {
    const elizabeth = existing('Elizabeth Ott');
    expect(plan('Name,Phone\nLiz Ott,555-0100', { existing: [elizabeth] }).rows[0]).toMatchObject({
      outcome: 'change',
      reasons: ['Taken for Elizabeth Ott, who is here already.'],
    });
    const both = plan('Name,Phone\nLiz Ott,555-0100\nElizabeth Ott,', { existing: [elizabeth] });
    expect(both.rows.map((row) => [row.outcome, row.reasons])).toEqual([
      ['create', ['May be Elizabeth Ott of line 3.']],
      ['same', []],
    ]);
  });
});

const word = (number: number) => [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

describe('planPeopleImport on long lists', () => {
  test('reads a list whose headings repeat on every page', () => {
    expect(plan('Name,Job\nAnn Lee,MA\nName,Job\nBen Ott,MA').rows.map((row) => row.line)).toEqual([2, 4]);
  });

  test('compares each of 10,000 lines with few others', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `A${word(index)} B${word(index * 7)},MA,36`);
    const people = lines.map((line, index) => existing(line.split(',')[0] ?? '', { id: uuid(1000 + index) }));
    let comparisons = 0;
    const counted = people.map(
      (person) => new Proxy(person, { get: (target, key, receiver) => ((comparisons += 1), Reflect.get(target, key, receiver)) }),
    );
    const { counts } = plan(`Name,Job,Hours\n${lines.join('\n')}`, { existing: counted });
    expect(counts).toEqual({ create: 0, change: 10_000, same: 0, refuse: 0 });
    expect(comparisons).toBeLessThan(100 * 10_000);
  });
});
