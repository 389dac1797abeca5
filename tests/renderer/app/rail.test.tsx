import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../renderer/app/rail.tsx';

describe('initialsOf', () => {
  it.each([
    ['Harbor Family Medicine', 'HF'],
    ['Pediatrics', 'PE'],
    ['élan clinic', 'ÉC'],
    ['1st Street Dental', 'SD'],
    ['X', 'X'],
    ['42', '42'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
