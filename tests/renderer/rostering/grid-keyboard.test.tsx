import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { weekView } from '../../support/week-view.builder.ts';
import { openWeek } from './week-screen.harness.tsx';

// Five people and the open shifts make 6 lines; 6 days are shown. Thursday (3) is closed and empty, Saturday (5) is empty but for line 2.
const view = weekView({ people: 5 });

describe('keys move as in Excel', () => {
  const table: readonly [keys: string, from: [number, number], active: string, note?: string][] = [
    ['{ArrowDown}', [1, 1], '2,1'],
    ['{ArrowUp}', [1, 1], '0,1', 'up to the open shifts'],
    ['{ArrowUp}', [0, 1], '0,1', 'not beyond the first line'],
    ['{ArrowDown}', [2, 1], '3,1', 'over the head of the next group'],
    ['{ArrowDown}', [5, 1], '5,1', 'not into the totals'],
    ['{ArrowLeft}', [1, 0], '1,0'],
    ['{ArrowRight}', [1, 5], '1,5'],
    ['{Home}', [3, 4], '3,0'],
    ['{End}', [3, 0], '3,5'],
    ['{Control>}{Home}{/Control}', [3, 4], '0,0'],
    ['{Control>}{End}{/Control}', [1, 1], '5,5'],
    ['{Control>}{ArrowRight}{/Control}', [2, 0], '2,2', 'to the last filled cell of the run'],
    ['{Control>}{ArrowRight}{/Control}', [2, 2], '2,4', 'over the gap to the next filled cell'],
    ['{Control>}{ArrowDown}{/Control}', [1, 0], '5,0'],
    ['{PageDown}', [1, 1], '5,1'],
    ['{PageUp}', [5, 1], '0,1'],
    ['{Tab}', [1, 1], '1,2'],
    ['{Tab}', [1, 5], '2,0', 'to the next line'],
    ['{Shift>}{Tab}{/Shift}', [2, 0], '1,5'],
    ['{Enter}', [1, 1], '2,1'],
    ['{Shift>}{Enter}{/Shift}', [2, 1], '1,1'],
    ['{Tab}{Tab}{Enter}', [1, 1], '2,1', 'Enter returns to the column where Tab began'],
  ];
  it.each(table)('%s from %j leads to %s %s', async (keys, [row, col], active) => {
    const page = openWeek(view);
    page.stand({ row, col });
    await page.user.keyboard(keys);
    expect(page.active()).toBe(active);
    expect(page.selected()).toEqual([active]);
  });
});

describe('keys extend the selection', () => {
  const table: readonly [keys: string, selected: string[]][] = [
    ['{Shift>}{ArrowRight}{/Shift}', ['2,1', '2,2']],
    ['{Shift>}{ArrowDown}{ArrowLeft}{/Shift}', ['2,0', '2,1', '3,0', '3,1']],
    ['{Shift>}{ArrowDown}{ArrowUp}{/Shift}', ['2,1']],
    ['{Shift>}{End}{/Shift}', ['2,1', '2,2', '2,3', '2,4', '2,5']],
    ['{Shift>} {/Shift}', ['2,0', '2,1', '2,2', '2,3', '2,4', '2,5']],
    ['{Control>} {/Control}', ['0,1', '1,1', '2,1', '3,1', '4,1', '5,1']],
  ];
  it.each(table)('%s', async (keys, selected) => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 1 });
    await page.user.keyboard(keys);
    expect(page.selected()).toEqual(selected);
    expect(page.active()).toBe('2,1');
  });

  it('Ctrl+A takes everything', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 1 });
    await page.user.keyboard('{Control>}a{/Control}');
    expect(page.selected()).toHaveLength(36);
  });

  it('Enter and Tab walk round inside a block', async () => {
    const page = openWeek(view);
    page.stand({ row: 1, col: 1 }, { row: 2, col: 2 });
    const walked: string[] = [];
    for (const key of ['{Enter}', '{Enter}', '{Enter}', '{Enter}', '{Tab}', '{Tab}']) {
      await page.user.keyboard(key);
      walked.push(page.active());
    }
    expect(walked).toEqual(['2,1', '1,2', '2,2', '1,1', '1,2', '2,1']);
    expect(page.selected()).toEqual(['1,1', '1,2', '2,1', '2,2']);
  });
});

describe('typing', () => {
  it('replaces the cell, shows the text at once and goes down', async () => {
    const page = openWeek(view, { pending: true });
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('9-5{Enter}');
    expect(page.written()).toEqual(['2,0=9-5']);
    expect(page.cell({ row: 2, col: 0 }).textContent).toBe('9-5');
    expect(page.active()).toBe('3,0');
    expect(document.activeElement).toBe(page.grid);
  });

  it.each([
    ['{ArrowRight}', '2,1'],
    ['{ArrowUp}', '1,0'],
    ['{Tab}', '2,1'],
    ['{Shift>}{Enter}{/Shift}', '1,0'],
  ])('%s takes the text and leaves the cell', async (key, active) => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard(`9-5${key}`);
    expect(page.written()).toEqual(['2,0=9-5']);
    expect(page.active()).toBe(active);
  });

  it.each([
    ['9-5{ArrowRight}9-5{Enter}', '3,2', 'Enter after an arrow stays in its column'],
    ['9-5{ArrowRight}9-5{ArrowRight}9-5{Enter}', '3,3', 'also after two'],
    ['9-5{Tab}9-5{Enter}', '3,1', 'Enter after Tab returns to where Tab began'],
    ['9-5{Tab}9-5{ArrowRight}9-5{Enter}', '3,3', 'an arrow ends the run of Tab'],
    ['9-5{Tab}9-5{ArrowDown}', '3,2', 'an arrow down returns nowhere'],
  ])('%s from 2,1 leads to %s: %s', async (keys, active) => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 1 });
    await page.user.keyboard(keys);
    expect(page.active()).toBe(active);
  });

  it('an arrow after typing stops at the edge', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 5 });
    await page.user.keyboard('9-5{ArrowRight}');
    expect(page.active()).toBe('2,5');
  });

  it('an arrow after typing leaves a selected block', async () => {
    const page = openWeek(view);
    page.stand({ row: 1, col: 1 }, { row: 2, col: 2 });
    await page.user.keyboard('9-5{ArrowDown}');
    expect(page.active()).toBe('2,1');
    expect(page.selected()).toEqual(['2,1']);
  });

  it('F2 opens the text of the cell, and arrows then move in it', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('{F2}');
    expect(page.editor().value).toBe('8-5 Desk 2');
    await page.user.keyboard('{ArrowLeft}{ArrowLeft}X{Enter}');
    expect(page.written()).toEqual(['2,0=8-5 DeskX 2']);
  });

  it('a double click opens the text too', async () => {
    const page = openWeek(view);
    await page.user.dblClick(page.cell({ row: 2, col: 0 }));
    expect(page.editor().value).toBe('8-5 Desk 2');
  });

  it('Esc leaves the cell as it was', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('9-5{Escape}');
    expect(page.written()).toEqual([]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(page.grid);
  });

  it('an unchanged text writes nothing', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('{F2}{Enter}');
    expect(page.written()).toEqual([]);
    expect(page.active()).toBe('3,0');
  });

  it('what changed under the open editor is not taken as seen', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('9-5');
    const moved = view.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, entries: cell.entries.map((entry) => ({ ...entry, version: 2 })) })),
      })),
    }));
    page.show({ ...view, groups: moved });
    await page.user.keyboard('{Enter}');
    expect(page.write.mock.calls[0]?.[0][0]?.seen?.map(({ version }) => version)).toEqual([1]);
  });

  it('Ctrl+Enter writes into every selected cell', async () => {
    const page = openWeek(view);
    page.stand({ row: 1, col: 1 }, { row: 2, col: 2 });
    await page.user.keyboard('off{Control>}{Enter}{/Control}');
    expect(page.written()).toEqual(['1,1=off', '1,2=off', '2,1=off', '2,2=off']);
  });

  it('a click elsewhere takes the text and selects there', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('9-5');
    await page.user.click(page.cell({ row: 4, col: 4 }));
    expect(page.written()).toEqual(['2,0=9-5']);
    expect(page.active()).toBe('4,4');
  });

  it('the hint says what the text means', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    await page.user.keyboard('9-5');
    expect(await screen.findByText('reads 9-5')).toBeTruthy();
  });

  it.each(['{Delete}', '{Backspace}'])('%s clears what is filled', async (key) => {
    const page = openWeek(view);
    page.stand({ row: 1, col: 2 }, { row: 1, col: 3 });
    await page.user.keyboard(key);
    expect(page.written()).toEqual(['1,2=']);
  });

  it('leaves Ctrl+Z to the shell', async () => {
    const page = openWeek(view);
    page.stand({ row: 1, col: 1 });
    await page.user.keyboard('{Control>}z{/Control}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(page.written()).toEqual([]);
  });
});

describe('fill', () => {
  it('Ctrl+R repeats the first column to the right', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 }, { row: 3, col: 2 });
    await page.user.keyboard('{Control>}r{/Control}');
    expect(page.written()).toEqual(['2,1=8-5 Desk 2', '2,2=8-5 Desk 2', '3,1=7:30-4:30 Lab', '3,2=7:30-4:30 Lab']);
  });

  it('Ctrl+D repeats the first line down', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 }, { row: 3, col: 0 });
    await page.user.keyboard('{Control>}d{/Control}');
    expect(page.written()).toEqual(['3,0=8-5 Desk 2']);
  });

  it('a single cell takes its neighbour’s', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 5 });
    await page.user.keyboard('{Control>}r{/Control}');
    expect(page.written()).toEqual(['2,5=8-5 Desk 2']);
  });
});
