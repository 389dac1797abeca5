import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrintCell, PrintWeek } from '../../../preload/contract/rostering/print-week.ts';
import { fitWeek } from '../../../renderer/print/fit.ts';
import { WeekSheets } from '../../../renderer/print/week-sheets.tsx';
import { buildPrintWeek, printCell, printOff, printShift, printText } from '../../support/print-week.builder.ts';

afterEach(cleanup);

function show(week: PrintWeek) {
  return render(<WeekSheets week={week} plan={fitWeek(week, { paper: week.paper, mayDropNote: true })} />);
}

/** A week of one person with these cells on Monday, Tuesday and so on. */
function weekOf(...cells: readonly PrintCell[]): PrintWeek {
  const week = buildPrintWeek({ people: 1 });
  const row = {
    personId: '01930000-0000-7000-8002-000000000001',
    name: 'Abena Ashby',
    cells: week.days.map((_, day) => cells[day] ?? printCell()),
  };
  return { ...week, openRow: null, groups: [{ code: 'FD', name: 'Front desk', rows: [row] }] };
}
const cellsOf = (name: string) => {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  if (!row) throw new Error('A name stands in a row.');
  return within(row).getAllByRole('cell');
};

describe('a cell', () => {
  it('says off whatever the reason', () => {
    show(weekOf(printCell([{ ...printOff, tail: 'sick' }])));
    expect(cellsOf('Abena Ashby')[0]?.textContent).toBe('off');
    expect(screen.queryByText(/sick/)).toBeNull();
  });

  it('sets start, end, code and note of each shift', () => {
    show(weekOf(printCell([printShift('7:30', '12', 'Desk 1', 'LB'), printShift('1', '5')])));
    const cell = cellsOf('Abena Ashby')[0];
    expect(cell?.textContent).toBe('7:30–12 LB Desk 11–5');
    expect(cell?.querySelector('b')?.textContent).toBe('LB');
  });

  it('sets a split shift in one line where it says nothing but its times', () => {
    const split = [printShift('7:30', '12'), printShift('1', '5')];
    show(weekOf(printCell(split), printCell([...split, printOff])));
    const [together, apart] = cellsOf('Abena Ashby');
    expect(together?.textContent).toBe('7:30–12, 1–5');
    expect(together?.children).toHaveLength(1);
    expect(apart?.children).toHaveLength(3);
  });

  it('writes one dash, whether or not it came with the end', () => {
    show(weekOf(printCell([{ ...printShift('8', '5'), end: '5' }]), printCell([{ ...printShift('8', '5'), end: '–5' }])));
    expect(
      cellsOf('Abena Ashby')
        .slice(0, 2)
        .map(({ textContent }) => textContent),
    ).toEqual(['8–5', '8–5']);
  });

  it('shows text that was not read as it was typed', () => {
    show(weekOf(printCell([printText('8-??')])));
    expect(cellsOf('Abena Ashby')[0]?.textContent).toBe('8-??');
  });

  it('marks a change also where the shift went away', () => {
    show(weekOf(printCell([], true), printCell([printShift('8', '5')], true), printCell([printShift('8', '5')])));
    const marks = cellsOf('Abena Ashby').map((cell) => within(cell).queryAllByRole('img', { name: 'changed' }).length);
    expect(marks.slice(0, 3)).toEqual([1, 1, 0]);
  });
});

describe('a page', () => {
  it('carries practice, week, version, note, legend and page number', () => {
    const week = buildPrintWeek({ people: 80 });
    const { container } = show(week);
    const pages = [...container.querySelectorAll('[data-sheet]')];
    expect(pages).toHaveLength(2);
    for (const [index, page] of pages.entries()) {
      const text = page.textContent;
      for (const part of ['Larkspur Family Medicine, Millbrook', 'Week of Nov 23–29, 2026 (48)', 'Version L-31, replaces L-30']) {
        expect(text).toContain(part);
      }
      expect(text).toContain(`changed since L-30 (${week.changeCount})`);
      expect(text).toContain(`page ${index + 1} of 2`);
      expect(text).toContain('FD front desk');
      expect(within(page as HTMLElement).getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
        'Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28 8–12',
      ]); // prettier-ignore
    }
  });

  it('says nothing of changes when there is nothing to compare with', () => {
    const { container } = show(buildPrintWeek({ people: 5, over: { version: 'Draft', replaces: '', changedSince: null } }));
    expect(container.textContent).not.toContain('changed since');
    expect(screen.getByText('Draft')).toBeTruthy();
  });

  it('shows open shifts above the people, with their position', () => {
    const { container } = show(buildPrintWeek({ people: 5 }));
    const heads = [...container.querySelectorAll('tbody th[scope="row"]')].map(({ textContent }) => textContent);
    expect(heads[0]).toBe('Open shifts');
    expect(heads).toHaveLength(6);
    expect(cellsOf('Open shifts').map(({ textContent }) => textContent)).toContain('8–12 MA1–5 MA Lab');
  });

  it('joins the rows of a closed day and says why once', () => {
    const { container } = show(buildPrintWeek({ people: 24 }));
    expect(container.textContent.split('closed for Thanksgiving')).toHaveLength(2);
    const spans = [...container.querySelectorAll('td[rowspan]')].map((cell) => Number(cell.getAttribute('rowspan')));
    expect(spans.reduce((sum, rows) => sum + rows, 0)).toBe(25);
  });
});

describe('a week of nobody', () => {
  it('is one page with its head and foot', () => {
    const { container } = show({ ...buildPrintWeek(), groups: [], openRow: null, legend: [] });
    expect(container.querySelectorAll('[data-sheet]')).toHaveLength(1);
    expect(container.textContent).toContain('page 1 of 1');
  });
});
