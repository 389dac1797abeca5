import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { useSchedule } from '../../../renderer/features/rostering/store.ts';
import { fixtureId, shiftEntry, weekCell, weekView } from '../../support/week-view.builder.ts';
import { openWeek } from './week-screen.harness.tsx';

const view = weekView();

/** The week with one cell of a person replaced. */
function withCell(week: WeekView, person: number, col: number, cell: ReturnType<typeof weekCell>): WeekView {
  let at = 0;
  return {
    ...week,
    groups: week.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => (at++ === person ? { ...row, cells: row.cells.with(col, cell) } : row)),
    })),
  };
}

describe('what the grid shows', () => {
  it('is a grid with heads, lines and cells', () => {
    const { grid } = openWeek(view);
    expect(grid.getAttribute('aria-label')).toBe('Week of Nov 23–29, 2026');
    expect(within(grid).getAllByRole('columnheader')).toHaveLength(7);
    // Head, open shifts, 6 groups, 24 people, totals.
    expect(within(grid).getAllByRole('row')).toHaveLength(1 + 1 + 6 + 24 + 1);
    for (const row of within(grid).getAllByRole('row').slice(1)) {
      expect(within(row).getAllByRole('rowheader')).toHaveLength(1);
      expect(within(row).getAllByRole('cell')).toHaveLength(6);
    }
  });

  it('says hours against contract in words', () => {
    openWeek(view);
    expect(screen.getByRole('rowheader', { name: /, 32 of 28 hours, over$/ })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /, 40 of 41 hours, a little under$/ })).toBeTruthy();
  });

  it.each([
    ['a shift with its note', weekCell('8-5 Desk 1', [shiftEntry({ note: 'Desk 1' })]), '8–5Desk 1'],
    ['a shift of another position', weekCell('1-5 BL', [shiftEntry({ start: '1', code: 'BL', note: 'late' })]), '1–5BL late'],
    [
      'two shifts',
      weekCell('7:30-12, 1-5', [shiftEntry({ start: '7:30', end: '12' }), shiftEntry({ id: fixtureId(9, 9), start: '1' })]),
      '7:30–12, 1–5',
    ],
    ['a shift elsewhere', weekCell('', [shiftEntry({ elsewhere: 'Northside' })]), '8–5Northside'],
    ['time off', weekCell('pto 4h', [{ kind: 'time_off', id: fixtureId(9, 1), version: 1, label: 'PTO', hours: '4 h' }]), 'PTO 4 h'],
    ['a text', weekCell('8-5 EAST', [{ kind: 'unread', id: fixtureId(9, 1), version: 1, text: '8-5 EAST', reason: 'r' }]), '8-5 EAST'],
    ['a paid holiday', weekCell('', [], { credit: '8 h' }), '8 h'],
  ])('%s', (_what, cell, text) => {
    const page = openWeek({ ...withCell(view, 4, 0, cell), problems: [] });
    expect(page.cell({ row: 5, col: 0 }).textContent).toBe(text);
  });

  it('a shift elsewhere is not cleared from here', async () => {
    const page = openWeek(withCell(view, 4, 0, weekCell('', [shiftEntry({ elsewhere: 'Northside' })])));
    page.stand({ row: 5, col: 0 });
    await page.user.keyboard('{Delete}');
    expect(page.write).not.toHaveBeenCalled();
  });

  it('keeps the selection, and typed text, through a refetch', async () => {
    const page = openWeek(view, { pending: true });
    page.stand({ row: 3, col: 1 }, { row: 4, col: 2 });
    page.show({ ...view, problems: [] });
    expect(page.selected()).toEqual(['3,1', '3,2', '4,1', '4,2']);
    await page.user.keyboard('9-5');
    page.show({ ...view, problems: view.problems.slice(0, 1) });
    expect(page.editor().value).toBe('9-5');
    expect(document.activeElement).toBe(page.editor());
  });

  it('an arrow renders no row again', async () => {
    const page = openWeek(view);
    page.stand({ row: 3, col: 1 });
    let changes = 0;
    const observer = new MutationObserver((records) => {
      changes += records.filter((record) => record.type === 'childList' || record.type === 'characterData').length;
    });
    observer.observe(page.grid, { subtree: true, childList: true, characterData: true });
    await page.user.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    observer.disconnect();
    expect(page.selected()).toEqual(['4,2', '5,2']);
    expect(changes).toBe(0);
  });
});

const find = (letter: string) => {
  const problem = view.problems.find((one) => one.letter === letter);
  if (problem === undefined) throw new Error(`the fixture has no problem ${letter}`);
  return problem;
};

describe('problems', () => {
  it('a click goes to the cell and gives the grid the focus', async () => {
    const page = openWeek(view);
    const problem = find('?');
    await page.user.click(screen.getAllByRole('button', { name: new RegExp(`${problem.subject} `) })[0] ?? document.body);
    expect(page.active()).toBe('1,4');
    expect(document.activeElement).toBe(page.grid);
    expect(screen.getByText(`${problem.subject} ${problem.text}`)).toBeTruthy();
  });

  it('a coverage problem leads to its position and day', async () => {
    const page = openWeek(view);
    await page.user.click(screen.getByRole('button', { name: /Wed 12–1:/ }));
    expect(page.active()).toBe('6,2');
    expect(screen.getByText('Wed 12–1: medical assistants needs 8, has 7.')).toBeTruthy();
  });

  it('F8 and Shift+F8 walk through them, from inside the editor too', async () => {
    const page = openWeek(view);
    const keys = view.problems.map((problem) => problem.key);
    page.stand({ row: 2, col: 2 });
    await page.user.keyboard('{F8}{F8}');
    expect(useSchedule.getState().markedProblem).toBe(keys[1]);
    await page.user.keyboard('{Shift>}{F8}{F8}{/Shift}');
    expect(useSchedule.getState().markedProblem).toBe(keys.at(-1));
    await page.user.keyboard('x{F8}');
    expect(useSchedule.getState().markedProblem).toBe(keys[0]);
    expect(page.written()).toHaveLength(1);
  });

  it('the cell carries the letter and its sentence', () => {
    const page = openWeek(view);
    const cell = page.cell({ row: 7, col: 4 });
    expect(within(cell).getByText('O').getAttribute('title')).toContain('works 44 h');
    expect(cell.dataset['flag']).toBe('look');
  });

  it('says so when there is none', () => {
    openWeek({ ...view, problems: [] });
    expect(screen.getByText('Nothing to fix.')).toBeTruthy();
  });
});

describe('around the grid', () => {
  it('Alt and arrows page through the weeks', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 2 });
    await page.user.keyboard('{Alt>}{ArrowLeft}{ArrowRight}{/Alt}');
    expect(page.goTo.mock.calls).toEqual([[-1], [1]]);
    expect(page.active()).toBe('2,2');
  });

  it('the head names the state, and its changes lead to the list', async () => {
    const page = openWeek(view);
    await page.user.click(screen.getByRole('button', { name: '2 changes' }));
    expect(screen.getByRole('tab', { name: 'Changes' }).getAttribute('aria-selected')).toBe('true');
    await page.user.click(screen.getByRole('button', { name: /Open shift, Wed Nov 25/ }));
    expect(page.active()).toBe('0,2');
  });

  it('a published week without changes says so', () => {
    openWeek({ ...view, changes: [] });
    expect(screen.getByText('Published L-30')).toBeTruthy();
  });

  it('Publish says what is open before it publishes', async () => {
    const page = openWeek(view);
    await page.user.click(screen.getByRole('button', { name: 'Publish L-31' }));
    const dialog = screen.getByRole('dialog', { name: 'Publish L-31' });
    expect(within(dialog).getByText('2 changes since L-30, marked on the printed week.')).toBeTruthy();
    expect(within(dialog).getByText('2 problems to fix still open.')).toBeTruthy();
    expect(within(dialog).getByText('1 open shift without a person.')).toBeTruthy();
  });

  it('the status line counts what is selected', () => {
    const page = openWeek(view);
    page.stand({ row: 5, col: 0 }, { row: 6, col: 2 });
    page.show(view);
    expect(screen.getByText('6 shifts')).toBeTruthy();
  });

  it('without people it teaches how to get them', () => {
    openWeek(weekView({ people: 0 }));
    expect(screen.getByRole('button', { name: 'Add or import people' })).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('an empty week offers last week, until something is typed', async () => {
    const page = openWeek(weekView({ people: 5, filled: false }), { pending: true });
    expect(screen.getByText(/This week is empty/)).toBeTruthy();
    page.stand({ row: 1, col: 0 });
    await page.user.keyboard('8-5{Enter}');
    expect(screen.queryByText(/This week is empty/)).toBeNull();
  });

  it('the panel folds and comes back', async () => {
    const page = openWeek(view);
    await page.user.click(screen.getByRole('button', { name: 'Fold the panel' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    await page.user.click(screen.getByRole('button', { name: 'Problems (6)' }));
    expect(screen.getByRole('complementary')).toBeTruthy();
  });
});
