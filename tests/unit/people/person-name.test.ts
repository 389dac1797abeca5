import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName, readPersonName } from '../../../main/features/people/domain/person-name.ts';

describe('readPersonName', () => {
  // Text, given name, family name, nickname.
  test.each<[string, string, string, string?]>([
    ['Maria Alvarez', 'Maria', 'Alvarez'],
    ['  Maria   Alvarez ', 'Maria', 'Alvarez'],
    ['Alvarez, Maria', 'Maria', 'Alvarez'],
    ['Alvarez ,Maria', 'Maria', 'Alvarez'],
    ['Smith, Robert J.', 'Robert J.', 'Smith'],
    ['Robert J. Smith', 'Robert J.', 'Smith'],
    ['Dr. Lee', 'Dr.', 'Lee'],
    ['Dr. Ann Lee', 'Dr. Ann', 'Lee'],
    ['Lee, Dr. Ann', 'Dr. Ann', 'Lee'],
    ['Hana Kim, NP', 'Hana', 'Kim, NP'],
    ['Hana Kim NP', 'Hana', 'Kim, NP'],
    ['Kim, Hana, NP', 'Hana', 'Kim, NP'],
    ['Kim, NP, Hana', 'Hana', 'Kim, NP'],
    ['Ruth Abrams, RN, BSN', 'Ruth', 'Abrams, RN, BSN'],
    ['Jack Ott PA-C', 'Jack', 'Ott, PA-C'],
    ['Ann Lee, M.D.', 'Ann', 'Lee, M.D.'],
    ['Ann Lee (RN)', 'Ann', 'Lee, RN'],
    ['Jack Ma', 'Jack', 'Ma'],
    ['JACK MA', 'Jack', 'Ma'],
    ['KIM, HANA NP', 'Hana', 'Kim, NP'],
    ['KIM, DO', 'Do', 'Kim'],
    ['Robert "Bob" Smith', 'Robert', 'Smith', 'Bob'],
    ['Robert “Bob” Smith', 'Robert', 'Smith', 'Bob'],
    ['Smith, Robert (Bob)', 'Robert', 'Smith', 'Bob'],
    ["Robert 'Bob' Smith", 'Robert', 'Smith', 'Bob'],
    ['MARIA ALVAREZ', 'Maria', 'Alvarez'],
    ['maria alvarez', 'Maria', 'Alvarez'],
    ['SMITH, Robert', 'Robert', 'Smith'],
    ['RONALD MCDONALD', 'Ronald', 'McDonald'],
    ['macdonald, flora', 'Flora', 'MacDonald'],
    ['TIM MACY', 'Tim', 'Macy'],
    ["SEAN O'NEIL", 'Sean', "O'Neil"],
    ['ANNA-LENA SMITH-JONES', 'Anna-Lena', 'Smith-Jones'],
    ['PIETER VAN DER BERG', 'Pieter', 'van der Berg'],
    ['Van Nguyen', 'Van', 'Nguyen'],
    ['Maria De La Cruz', 'Maria', 'De La Cruz'],
    ['Robert Smith Jr.', 'Robert', 'Smith Jr.'],
    ['Smith, Robert, Jr.', 'Robert', 'Smith Jr.'],
    ['HENRY TUDOR VIII', 'Henry Tudor', 'Viii'],
    ['JOHN SMITH III', 'John', 'Smith III'],
    ['JD Smith', 'JD', 'Smith'],
    ['José Núñez', 'José', 'Núñez'],
    ['Maria', '', 'Maria'],
    ['Maria A.', 'Maria', 'A.'],
    ['Carl Nguyen*', 'Carl', 'Nguyen'],
    ['', '', ''],
    [' , ', '', ''],
  ])('%j', (text, givenName, familyName, nickname = '') => {
    expect(readPersonName(text)).toEqual({ givenName, familyName, nickname });
  });

  test('never throws and never leaves blanks at an edge', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ab,. "(\')-é*'.split('')), maxLength: 30 }), (text) => {
        for (const part of Object.values(readPersonName(text))) expect(part).toBe(String(part).trim());
      }),
    );
  });
});

describe('displayName', () => {
  test.each([
    [{ givenName: 'Robert', familyName: 'Smith', nickname: 'Bob' }, 'Bob Smith'],
    [{ givenName: 'Hana', familyName: 'Kim, NP', nickname: '' }, 'Hana Kim, NP'],
    [{ givenName: 'Dr.', familyName: 'Lee', nickname: 'Bo' }, 'Dr. Lee'],
    [{ givenName: '', familyName: 'Maria', nickname: '' }, 'Maria'],
  ])('%j is shown as %j', (person, shown) => {
    expect(displayName(person)).toBe(shown);
  });

  test('what it shows of a plain name reads back the same', () => {
    const word = fc
      .stringMatching(/^[A-Z][a-z]{2,8}$/)
      .filter(
        (name) =>
          !/^(?:Van|Von|Der|Den|Ter|Ten|Del|Della|Dos|Das|Los|Las|Bin|Ibn|Abu|Saint|San|Santa|Mac|Iii|Miss|Mrs|Prof|Doctor|Nurse)$/.test(
            name,
          ),
      );
    fc.assert(
      fc.property(word, word, (givenName, familyName) => {
        const person = { givenName, familyName, nickname: '' };
        expect(readPersonName(displayName(person))).toEqual(person);
        expect(readPersonName(`${familyName}, ${givenName}`)).toEqual(person);
      }),
    );
  });
});
