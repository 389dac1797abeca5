import { describe, expect, it } from 'vitest';
import { isLastOwner, mayChange, rolesToGive } from '../../../main/features/accounts/domain/rights.ts';

describe('rights', () => {
  it.each([
    ['owner', ['owner', 'manager', 'lead', 'staff']],
    ['manager', ['lead', 'staff']],
    ['lead', []],
    ['staff', []],
    ['capture', []],
  ] as const)('%s gives %j', (role, roles) => {
    expect(rolesToGive(role)).toEqual(roles);
  });

  it.each([
    ['owner', 'owner', true],
    ['manager', 'owner', false],
    ['manager', 'manager', false],
    ['manager', 'staff', true],
    ['lead', 'staff', false],
  ] as const)('%s changes an account of %s: %s', (role, other, may) => {
    expect(mayChange(role, { role: other })).toBe(may);
  });

  it.each([
    ['alone', [], true],
    ['beside another owner', [{ id: 'b', role: 'owner', active: true }], false],
    ['beside one who signs in no more', [{ id: 'b', role: 'owner', active: false }], true],
    ['beside a manager', [{ id: 'b', role: 'manager', active: true }], true],
  ] as const)('an owner %s is the last one: %s', (_how, others, last) => {
    const owner = { id: 'a', role: 'owner', active: true } as const;
    expect(isLastOwner(owner, [owner, ...others])).toBe(last);
  });
});
