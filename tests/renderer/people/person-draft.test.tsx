import { describe, expect, it } from 'vitest';
import { moveBeside, moveBy } from '../../../renderer/features/people/move-people.ts';
import { draftLike, draftOf, emptyDraft, mergeDraft, readDraft, sameDraft } from '../../../renderer/features/people/person-draft.ts';
import { testId } from '../support/views.builder.ts';
import { personView } from './people.builder.ts';

describe('a draft', () => {
  it('saves a stored person as they are', () => {
    const person = personView({ contractMinutes: [480, 450, 475, 0, 0, 0, 0], activeFrom: '2024-03-04' });
    const result = readDraft(draftOf(person));
    expect(result).toMatchObject({
      ok: true,
      read: { person: { contractMinutes: [480, 450, 475, 0, 0, 0, 0], activeFrom: '2024-03-04', homeLocationId: testId(2) } },
    });
  });

  it.each([
    ['familyName', { familyName: ' ' }, 'Fill this in.'],
    ['hours.4', { hours: ['8', '8', '8', '8', 'x', '', ''] }, 'Write hours like 8, 7.5 or 7:30.'],
    ['activeTo', { activeFrom: '2026-05-02', activeTo: '2026-05-01' }, 'The last day lies before the first one. Change one of them.'],
    [
      'positions.1.positionId',
      {
        positions: [
          { positionId: testId(10), level: 'primary' as const },
          { positionId: testId(10), level: 'can_cover' as const },
        ],
      },
      'This position is named above already.',
    ],
    [
      'positions',
      {
        positions: [
          { positionId: testId(10), level: 'primary' as const },
          { positionId: testId(11), level: 'primary' as const },
        ],
      },
      'Choose one own position; the others are cover.',
    ],
    [
      'payRates.0.dollars',
      { payRates: [{ rateId: '', version: 0, effectiveOn: '2026-01-01', dollars: 'lots' }] },
      'Write dollars per hour, like 28.50.',
    ],
    ['payRates.0.effectiveOn', { payRates: [{ rateId: '', version: 0, effectiveOn: '', dollars: '28' }] }, 'Choose the day it holds from.'],
  ])('says at %s what to do', (path, changes, message) => {
    const result = readDraft({ ...draftOf(personView()), ...changes });
    expect(result).toEqual({ ok: false, refusals: { [path]: message } });
  });

  it('of someone like Dana has her position, hours, class and location, and not her name, phone and pay', () => {
    const dana = personView({ payRates: [{ id: testId(7), version: 1, effectiveOn: '2026-01-01', centsPerHour: 2500 }] });
    const { positions, employmentClass, homeLocationId, hours } = draftOf(dana);
    expect(draftLike(dana)).toEqual({ ...emptyDraft(), positions, employmentClass, homeLocationId, hours });
  });

  it('keeps what was typed on top of what others stored meanwhile', () => {
    const base = draftOf(personView());
    const theirs = draftOf(personView({ phone: '555-9999', nickname: 'Dee' }));
    const merged = mergeDraft({ ...base, phone: '555-1111', familyName: 'Reed-Cole' }, base, theirs);
    expect(merged).toEqual({ ...theirs, phone: '555-1111', familyName: 'Reed-Cole' });
    expect(sameDraft(mergeDraft(base, base, theirs), theirs)).toBe(true);
  });
});

describe('moving people', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('goes one place up or down, and not out of the list', () => {
    expect(moveBy(ids, 'c', -1)).toEqual(['a', 'c', 'b', 'd']);
    expect(moveBy(ids, 'a', -1)).toEqual(ids);
    expect(moveBy(ids, 'd', 1)).toEqual(ids);
  });

  it('goes before or after the row it is dropped on', () => {
    expect(moveBeside(ids, 'a', 'c', 'before')).toEqual(['b', 'a', 'c', 'd']);
    expect(moveBeside(ids, 'a', 'c', 'after')).toEqual(['b', 'c', 'a', 'd']);
    expect(moveBeside(ids, 'd', 'a', 'before')).toEqual(['d', 'a', 'b', 'c']);
    expect(moveBeside(ids, 'b', 'a', 'after')).toBe(ids);
  });
});
