import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionFields, type PositionFields } from '../../../preload/contract/practice/practice.ts';
import { practiceFields, locationFields } from '../../../preload/contract/practice/practice.ts';
import { defaultLocation, defaultPositions, defaultPractice, singularPosition } from '../../../main/features/practice/domain/defaults.ts';
import { draftPosition, guessPosition } from '../../../main/features/practice/domain/position-names.ts';

describe('guessPosition', () => {
  test.each([
    ['medical assistant', 'MA'],
    ['Medical Assistants', 'MA'],
    ['MA', 'MA'],
    ['M.A.', 'MA'],
    ['CMA', 'MA'],
    ['Certified Med. Asst', 'MA'],
    ['Front desk', 'FD'],
    ['front', 'FD'],
    ['Reception', 'FD'],
    ['Receptionist', 'FD'],
    ['Check-in', 'FD'],
    ['Patient Services Rep', 'FD'],
    ['fd', 'FD'],
    ['nurse', 'RN'],
    ['LPN', 'RN'],
    ['Registered Nurse', 'RN'],
    ['Triage RN', 'RN'],
    ['x ray tech', 'XR'],
    ['X-Ray', 'XR'],
    ['xray', 'XR'],
    ['Radiologic Technologist', 'XR'],
    ['phlebotomist', 'LB'],
    ['Lab Tech', 'LB'],
    ['biller', 'BL'],
    ['Billing Specialist', 'BL'],
    ['Medical coder', 'CD'],
    ['provider', 'PR'],
    ['Physician', 'PR'],
    ['doctor', 'PR'],
    ['Nurse Practitioner', 'PR'],
    ['Physician Assistant', 'PR'],
    ['NP', 'PR'],
    ['PA-C', 'PR'],
    ['M.D.', 'PR'],
    ['Scribe', undefined],
    ['Office manager', undefined],
    ['Manager', undefined],
    ['Parking', undefined],
    ['', undefined],
  ])('%j is %s', (text, code) => {
    expect(guessPosition(text, defaultPositions)?.code).toBe(code);
  });

  test("goes by the practice's own names first", () => {
    const own = [
      { name: 'Reception', code: 'RC' },
      { name: 'LPN', code: 'LP' },
      { name: 'Nurses', code: 'RN' },
    ];
    expect(guessPosition('front desk', own)?.code).toBe('RC');
    expect(guessPosition('lpn', own)?.code).toBe('LP');
    expect(guessPosition('nurse', own)?.code).toBe('RN');
    expect(
      guessPosition('triage nurse', [
        { name: 'LPN', code: 'LP' },
        { name: 'Triage', code: 'TR' },
      ]),
    ).toBeUndefined();
  });
});

describe('draftPosition', () => {
  test.each<[string, readonly PositionFields[], Partial<PositionFields>]>([
    ['scribe', [], { name: 'Scribe', code: 'SC', colour: 'pr' }],
    ['OFFICE MANAGER', defaultPositions, { name: 'Office manager', code: 'OM' }],
    ['MRI', [], { name: 'MRI', code: 'MR' }],
    ['nurse', [], { name: 'Nurse', code: 'RN', colour: 'rn' }],
    ['Médico', [], { code: 'ME' }],
    ['x', [], { name: 'X', code: 'XA' }],
  ])('%j', (title, taken, expected) => {
    expect(draftPosition(title, taken)).toMatchObject(expected);
  });

  test('always fits the contract and never takes a code twice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 60 }).filter((title) => title.trim() !== ''),
          { minLength: 1, maxLength: 30 },
        ),
        (titles) => {
          const made: PositionFields[] = [];
          for (const title of titles) made.push(draftPosition(title, made));
          expect(new Set(made.map((position) => position.code)).size).toBe(made.length);
          for (const position of made) expect(positionFields.parse(position)).toEqual(position);
        },
      ),
    );
  });
});

describe('defaults', () => {
  test('fit the contract', () => {
    const timeZone = 'America/Chicago';
    expect(practiceFields.safeParse({ name: 'Harbor', timeZone, ...defaultPractice }).success).toBe(true);
    expect(locationFields.safeParse(defaultLocation(timeZone)).success).toBe(true);
    for (const position of defaultPositions) expect(positionFields.parse(position)).toEqual(position);
    expect(new Set(defaultPositions.map((position) => position.colour)).size).toBe(defaultPositions.length);
  });

  test.each([
    ['Medical assistants', 'Medical assistant'],
    ['Providers', 'Provider'],
    ['Nurses', 'Nurse'],
    ['Front desk', 'Front desk'],
    ['Scribes', 'Scribe'],
    ['Business', 'Business'],
  ])('one of %s is %s', (name, one) => {
    expect(singularPosition(name)).toBe(one);
  });
});
