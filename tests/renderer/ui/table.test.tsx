import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as fc from 'fast-check';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filterRows, nextSorting, sortRows, type Column } from '../../../renderer/ui/table/column.ts';
import { columnsInRoom } from '../../../renderer/ui/table/columns-in-room.ts';
import { DataTable } from '../../../renderer/ui/table/data-table.tsx';
import { rowWindow } from '../../../renderer/ui/table/use-row-window.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly hours: number | '';
}
const columns: readonly Column<Row>[] = [
  { key: 'name', head: 'Name', width: '1fr', cell: ({ name }) => name, text: ({ name }) => name },
  { key: 'hours', head: 'Hours', width: '6rem', number: true, cell: ({ hours }) => hours, sort: ({ hours }) => hours },
];
const rows: readonly Row[] = [
  { id: 'b', name: 'Zoë Berg', hours: 8 },
  { id: 'a', name: 'Ana Ruiz', hours: '' },
  { id: 'c', name: 'Ben Ode', hours: 40 },
];
const ids = (list: readonly Row[]) => list.map(({ id }) => id).join('');

function List({ onOpen }: { readonly onOpen: (row: Row) => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <DataTable
        label="People"
        rows={rows}
        rowId={({ id }) => id}
        columns={columns}
        onOpen={onOpen}
        filterLabel="Filter people"
        selection={{ chosen, onChange: setChosen }}
      />
      <output>{[...chosen].toSorted().join('')}</output>
    </>
  );
}
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[1]?.textContent);
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const column = (key: string, width: string, secondary = false): Column<Row> => ({ key, head: key, width, secondary, cell: () => '' });

describe('columns where room is scarce', () => {
  const list = [
    column('name', 'minmax(10rem, 2fr)'),
    column('class', '8rem', true),
    column('phone', 'minmax(7.5rem, 1fr)'),
    column('pay', '6rem', true),
  ];
  const shown = (width: number, rem = 16, choosing = false) =>
    columnsInRoom(list, { width, rem }, choosing)
      .map(({ key }) => key)
      .join(' ');

  it('keeps all of them while they fit, or while nothing is measured', () => {
    expect(shown(600)).toBe('name class phone pay');
    expect(shown(0)).toBe('name class phone pay');
  });

  it('lets secondary ones go, the last first, and the others never', () => {
    expect(shown(599)).toBe('name class phone');
    expect(shown(480)).toBe('name phone');
    expect(shown(100)).toBe('name phone');
  });

  it('needs more with larger text and with boxes to choose by', () => {
    expect(shown(600, 20)).toBe('name class phone');
    expect(shown(600, 16, true)).toBe('name class phone');
  });
});

describe('sortRows and filterRows', () => {
  it.each([
    [null, 'bac'],
    [{ key: 'name', descending: false }, 'acb'],
    [{ key: 'name', descending: true }, 'bca'],
    [{ key: 'hours', descending: false }, 'bca'],
    [{ key: 'hours', descending: true }, 'cba'],
    [{ key: 'gone', descending: true }, 'bac'],
  ])('sorted by %j: %s', (sorting, expected) => {
    expect(ids(sortRows(rows, columns, sorting))).toBe(expected);
  });

  it.each([
    ['zoe', 'b'],
    ['be', 'bc'],
    ['be zo', 'b'],
    ['nobody', ''],
    ['', 'bac'],
  ])('filtered by "%s": %s', (filter, expected) => {
    expect(ids(filterRows(rows, columns, filter))).toBe(expected);
  });

  it('goes up, down, and back to how it came', () => {
    const up = nextSorting(null, 'name');
    const down = nextSorting(up, 'name');
    expect([up, down, nextSorting(down, 'name'), nextSorting(down, 'hours')]).toEqual([
      { key: 'name', descending: false },
      { key: 'name', descending: true },
      null,
      { key: 'hours', descending: false },
    ]);
  });
});

describe('rowWindow', () => {
  it('holds every row that is seen, and never more than a screen and its margins', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.integer({ min: 20, max: 90 }),
        fc.nat(600_000),
        fc.integer({ min: 1, max: 2000 }),
        (count, row, top, height) => {
          const { first, end } = rowWindow(count, row, top, height);
          const firstSeen = Math.min(count, Math.floor(top / row));
          const endSeen = Math.min(count, Math.ceil((top + height) / row));
          expect(first).toBeLessThanOrEqual(firstSeen);
          expect(end).toBeGreaterThanOrEqual(endSeen);
          expect(end - first).toBeLessThanOrEqual(Math.ceil(height / row) + 36);
          expect(first).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('DataTable', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe(): void {}
        disconnect(): void {}
      },
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('sorts by a press on a head and says so', async () => {
    const user = userEvent.setup();
    render(<List onOpen={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['Ana Ruiz', 'Ben Ode', 'Zoë Berg']);
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('filters as one types, without accents', async () => {
    const user = userEvent.setup();
    render(<List onOpen={() => {}} />);
    await user.type(screen.getByRole('searchbox', { name: 'Filter people' }), 'zoe');
    expect(names()).toEqual(['Zoë Berg']);
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await user.type(screen.getByRole('searchbox'), 'xyz');
    expect(screen.getByText(/Nothing here matches/)).toBeTruthy();
  });

  it('is worked by the keyboard: arrows, Space, Ctrl+A, Enter', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn<(row: Row) => void>();
    render(<List onOpen={onOpen} />);
    screen.getAllByRole('row')[1]?.focus();
    await user.keyboard('{ArrowDown}');
    await nextFrame();
    expect(document.activeElement?.textContent).toContain('Ana Ruiz');
    await user.keyboard(' ');
    expect(screen.getByRole('status').textContent).toBe('a');
    await user.keyboard('{End}');
    await nextFrame();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[2]);
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('status').textContent).toBe('abc');
  });
});
