import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { weekView } from '../../support/week-view.builder.ts';
import { openWeek } from './week-screen.harness.tsx';

const view = weekView({ people: 5 });

it.each(['8-5', '{F2}', '{Delete}', '{Backspace}', '{Control>}r{/Control}', '{Control>}d{/Control}'])(
  'whoever may only look changes nothing by %s',
  async (keys) => {
    const page = openWeek(view, { canWrite: false });
    page.stand({ row: 1, col: 1 }, { row: 1, col: 2 });
    await page.user.keyboard(keys);
    expect(page.written()).toEqual([]);
    expect(page.move).not.toHaveBeenCalled();
    expect(screen.queryByRole('textbox', { name: /,/ })).toBeNull();
  },
);

it('whoever may only look walks through the cells and prints, and is offered nothing that would be refused', async () => {
  const page = openWeek(view, { canWrite: false });
  page.stand({ row: 1, col: 1 });
  await page.user.keyboard('{ArrowDown}');
  expect(page.active()).toBe('2,1');
  expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
  for (const name of [/^Publish/, 'Copy last week', 'People needed', 'More']) expect(screen.queryByRole('button', { name })).toBeNull();
});

it('whoever plans is offered all of it', () => {
  openWeek(view);
  for (const name of [/^Publish/, 'Copy last week', 'People needed', 'More']) expect(screen.getByRole('button', { name })).toBeTruthy();
});

it.each([
  ['whoever may only look', false, 0],
  ['whoever plans', true, 5],
])('%s has a selection with so many parts to drag by', (_who, canWrite, parts) => {
  const page = openWeek(view, { canWrite });
  page.stand({ row: 1, col: 1 });
  expect(document.querySelectorAll('[data-part="edge"], [data-part="handle"]')).toHaveLength(parts);
});
