import { describe, expect, test } from 'vitest';
import { matchPeople, nameKey } from '../../../main/features/people/domain/match-people.ts';
import { readPersonName } from '../../../main/features/people/domain/person-name.ts';

const staff = [
  'Maria Alvarez',
  'Marisol Vega',
  'Robert Smith',
  'Elizabeth "Betty" Ott',
  'Dr. Lee',
  'Hana Kim, NP',
  'Jordan Reyes',
  'Jordan Blake',
  'Pieter van der Berg',
  'José Núñez',
  'Patricia Long',
  'Patrick Long',
  "Sean O'Neil",
  'William Hall',
  'Bill Hall',
  'Anna Green, MD',
  'Robert Cole Jr.',
  'Robert Cole',
].map(readPersonName);
const find = matchPeople(staff);

describe('matchPeople', () => {
  test.each([
    ['Maria Alvarez', 'Maria Alvarez', 'exact'],
    ['ALVAREZ, MARIA', 'Maria Alvarez', 'exact'],
    ['maria  alvarez', 'Maria Alvarez', 'exact'],
    ['Bob Smith', 'Robert Smith', 'nickname'],
    ['Smith, Rob', 'Robert Smith', 'nickname'],
    ['Robert J. Smith', 'Robert Smith', 'exact'],
    ['Betty Ott', 'Elizabeth Ott', 'exact'],
    ['Liz Ott', 'Elizabeth Ott', 'nickname'],
    ['Lee', 'Dr. Lee', 'exact'],
    ['Dr Lee', 'Dr. Lee', 'exact'],
    ['Dr. Green', 'Anna Green, MD', 'partial'],
    ['Hana Kim', 'Hana Kim, NP', 'exact'],
    ['Kim, Hana NP', 'Hana Kim, NP', 'exact'],
    ['Hana', 'Hana Kim, NP', 'partial'],
    ['Marisol', 'Marisol Vega', 'partial'],
    ['Jordan R.', 'Jordan Reyes', 'partial'],
    ['Reyes, J', 'Jordan Reyes', 'partial'],
    ['M. Vega', 'Marisol Vega', 'partial'],
    ['Vega', 'Marisol Vega', 'partial'],
    ['Pieter Van Der Berg', 'Pieter van der Berg', 'exact'],
    ['Jose Nunez', 'José Núñez', 'exact'],
    ['Sean ONeil', "Sean O'Neil", 'exact'],
    ['Bill Hall', 'Bill Hall', 'exact'],
    ['William Hall', 'William Hall', 'exact'],
    ['Robert Cole, Jr.', 'Robert Cole Jr.', 'exact'],
    ['Robert Cole', 'Robert Cole', 'exact'],
  ])('%j is %s (%s)', (text, name, strength) => {
    const match = find(text);
    expect(match.kind === 'known' ? `${match.person.givenName} ${match.person.familyName}`.trim() : match.kind).toBe(name);
    expect(match).toMatchObject({ strength });
  });

  test.each(['Jordan', 'Pat Long', 'Will Hall', 'Bob Cole'])('%j may be several people', (text) => {
    expect(find(text)).toMatchObject({ kind: 'ambiguous' });
    const match = find(text);
    expect(match.kind === 'ambiguous' && match.people).toHaveLength(2);
  });

  test.each(['Maria Lopez', 'Alvarez, Jordan', 'Tom', 'Jordan X.', ''])('%j is nobody', (text) => {
    expect(find(text)).toEqual({ kind: 'none' });
  });

  test('looks no weaker than asked', () => {
    expect(find('Marisol', 'nickname')).toEqual({ kind: 'none' });
    expect(find('Bob Smith', 'exact')).toEqual({ kind: 'none' });
    expect(find('Bob Smith', 'nickname')).toMatchObject({ kind: 'known' });
  });
});

const key = (text: string) => nameKey(readPersonName(text));

test('nameKey is the same for two spellings and different for two people', () => {
  expect(key('NÚÑEZ, JOSE')).toBe(key('José Nunez'));
  expect(key('Dr. Hana Kim, NP')).toBe(key('Kim, Hana'));
  expect(key('Ann Lee')).not.toBe(key('Anna Lee'));
  expect(key('Robert Cole Jr.')).not.toBe(key('Robert Cole'));
});
