import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { weekView } from '../../support/week-view.builder.ts';
import { openWeek, type WeekPageObject } from './week-screen.harness.tsx';

const view = weekView({ people: 5 });

const part = (name: 'edge' | 'handle'): Element => {
  const element = document.querySelector(`[data-part="${name}"]`);
  if (element === null) throw new Error(`there is no ${name}`);
  return element;
};
const press = (element: Element, init: { shiftKey?: boolean; ctrlKey?: boolean } = {}): void => {
  fireEvent.pointerDown(element, { button: 0, ...init });
};
const dragTo = (page: WeekPageObject, row: number, col: number, init: { ctrlKey?: boolean } = {}): void => {
  fireEvent.pointerMove(page.cell({ row, col }), init);
};
const release = (page: WeekPageObject): void => {
  fireEvent.pointerUp(page.grid);
};
const pairs = (page: WeekPageObject): string[] =>
  page.move.mock.calls.flatMap(([moves]) => moves.map(({ from, to }) => `${from.on.slice(-2)} to ${to.on.slice(-2)}`));

describe('the mouse', () => {
  it('selects by click, by Shift and click, and by dragging', async () => {
    const page = openWeek(view);
    await page.user.click(page.cell({ row: 1, col: 1 }));
    expect(page.selected()).toEqual(['1,1']);
    press(page.cell({ row: 2, col: 2 }), { shiftKey: true });
    release(page);
    expect(page.selected()).toEqual(['1,1', '1,2', '2,1', '2,2']);
    press(page.cell({ row: 3, col: 0 }));
    dragTo(page, 3, 1);
    dragTo(page, 4, 1);
    release(page);
    expect(page.selected()).toEqual(['3,0', '3,1', '4,0', '4,1']);
    expect(page.active()).toBe('3,0');
    dragTo(page, 5, 5);
    expect(page.selected()).toHaveLength(4);
  });

  it('selects a line by its name', async () => {
    const page = openWeek(view);
    await page.user.click(page.grid.querySelectorAll('[data-line] th')[2] ?? page.grid);
    expect(page.selected()).toEqual(['2,0', '2,1', '2,2', '2,3', '2,4', '2,5']);
  });

  it('moves the selection by its edge', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 }, { row: 2, col: 1 });
    press(part('edge'));
    dragTo(page, 4, 4);
    release(page);
    expect(page.move.mock.calls[0]?.[1]).toBe(false);
    expect(page.selected()).toHaveLength(2);
    expect(page.move).toHaveBeenCalledTimes(1);
  });

  it('copies with Ctrl held', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    press(part('edge'), { ctrlKey: true });
    dragTo(page, 2, 5, { ctrlKey: true });
    release(page);
    expect(pairs(page)).toEqual(['23 to 28']);
    expect(page.move.mock.calls[0]?.[1]).toBe(true);
  });

  it('Esc cancels a drag', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    press(part('edge'));
    dragTo(page, 4, 4);
    fireEvent.keyDown(page.grid, { key: 'Escape' });
    release(page);
    expect(page.move).not.toHaveBeenCalled();
    expect(page.selected()).toEqual(['2,0']);
  });

  it('a drag back to where it began moves nothing', () => {
    const page = openWeek(view);
    page.stand({ row: 0, col: 0 });
    press(part('edge'));
    dragTo(page, 4, 4);
    dragTo(page, 0, 0);
    release(page);
    expect(page.move).not.toHaveBeenCalled();
  });

  it.each<[what: string, to: [number, number], written: string[]]>([
    ['to the right', [2, 3], ['2,2=8-5 Desk 2', '2,3=8-5 Desk 2']],
    ['down', [4, 1], ['3,1=8-5 Desk 2', '4,1=8-5 Desk 2']],
    ['the longer way when both', [5, 2], ['3,1=8-5 Desk 2', '4,1=8-5 Desk 2', '5,1=8-5 Desk 2']],
  ])('the fill handle fills %s', (_what, [row, col], written) => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 1 });
    press(part('handle'));
    dragTo(page, row, col);
    release(page);
    expect(page.written()).toEqual(written);
  });
});
