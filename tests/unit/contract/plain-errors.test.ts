import { expect, it } from 'vitest';
import { setUpInput } from '../../../preload/contract/practice/practice.ts';
import { saveShiftInput } from '../../../preload/contract/rostering/rostering.ts';
import { invalidInput } from '../../../main/kernel/errors.ts';
import type { z } from 'zod';

const refuse = (schema: z.ZodType, input: unknown) => {
  const parsed = schema.safeParse(input);
  if (parsed.success) throw new Error('nothing was refused');
  return invalidInput(parsed.error).fields ?? {};
};

it.each([
  [setUpInput, {}, 'practice', 'Fill this in.'],
  [setUpInput, { practice: { name: '' } }, 'practice.name', 'Fill this in.'],
  [setUpInput, { practice: { name: 'A', clock: '13' } }, 'practice.clock', 'Choose one of these: 12, 24.'],
  [setUpInput, { practice: { name: 'A', mealMinutes: 500 } }, 'practice.mealMinutes', 'At most 180.'],
  [setUpInput, { practice: { name: 'A', colour: 'red' } }, 'practice', 'There is no field called colour. Leave it out.'],
  [setUpInput, { practice: { name: 7 } }, 'practice.name', 'Write this as text.'],
  [saveShiftInput, { shift: { startMinute: 'eight' } }, 'shift.startMinute', 'Write a number.'],
  [saveShiftInput, { shift: { startMinute: 480.5 } }, 'shift.startMinute', 'Write a whole number.'],
])('%# says what to do in plain words', (schema, input, field, sentence) => {
  expect(refuse(schema, input)[field]).toBe(sentence);
});

it('never speaks of invalid input', () => {
  const fields = refuse(saveShiftInput, {
    seen: 1,
    shift: { locationId: 1, personId: [], positionId: {}, on: 'x', startMinute: -1, lengthMinutes: 99999, note: 'x'.repeat(99) },
  });
  expect(Object.keys(fields).length).toBeGreaterThan(6);
  for (const sentence of Object.values(fields)) expect(sentence).not.toMatch(/invalid|expected|received/i);
});
