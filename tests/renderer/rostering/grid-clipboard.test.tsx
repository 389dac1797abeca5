import { fireEvent, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from '../../../renderer/features/rostering/grid/clipboard-text.ts';
import { weekView } from '../../support/week-view.builder.ts';
import { openWeek } from './week-screen.harness.tsx';

const view = weekView({ people: 5 });

/** A clipboard as browsers hand it to listeners. */
function clipboard(text = ''): { getData: () => string; setData: (type: string, next: string) => void } {
  let kept = text;
  return {
    getData: () => kept,
    setData: (_type, next) => {
      kept = next;
    },
  };
}
const copyFrom = (kind: 'copy' | 'cut'): string => {
  const data = clipboard();
  if (kind === 'copy') fireEvent.copy(document.body, { clipboardData: data });
  else fireEvent.cut(document.body, { clipboardData: data });
  return data.getData();
};
const paste = (text: string): void => {
  fireEvent.paste(document.body, { clipboardData: clipboard(text) });
};

describe('text of spreadsheets', () => {
  it.each<[what: string, text: string, block: string[][]]>([
    ['one cell', '8-5', [['8-5']]],
    ['two lines of two cells, as Excel ends them', '8-5\toff\r\n9-6\t\r\n', [['8-5', 'off'], ['9-6', '']]], // prettier-ignore
    ['a cell with a line end in quotes', '"7:30-12\n1-5"\t8-5', [['7:30-12 1-5', '8-5']]],
    ['doubled quotes', '"8-5 ""A"""', [['8-5 "A"']]],
    ['a lone quote is a sign', '8-5 "A\toff', [['8-5 "A', 'off']]],
    ['a lone quote at the start too', '"A\toff', [['"A', 'off']]],
    ['short lines are filled up', '8-5\toff\tpto\n9-6', [['8-5', 'off', 'pto'], ['9-6', '', '']]], // prettier-ignore
    ['an empty clipboard is an empty cell', '', [['']]],
    ['an empty line in between stays', '8-5\n\n9-6\n', [['8-5'], [''], ['9-6']]],
  ])('%s', (_what, text, block) => {
    expect(readBlock(text)).toEqual(block);
  });

  it('what is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('8', '-', '5', 'a', '"', ',', '/') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, cols]) => fc.array(fc.array(cell, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }));
    fc.assert(
      fc.property(block, (texts) => {
        // A last line of empty cells in one column is what the closing line end looks like.
        fc.pre(!(texts[0]?.length === 1 && texts.at(-1)?.[0] === ''));
        expect(readBlock(writeBlock(texts))).toEqual(texts);
      }),
    );
  });
});

describe('copy', () => {
  it('puts the block on the clipboard as a spreadsheet reads it', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 }, { row: 3, col: 1 });
    expect(copyFrom('copy')).toBe('8-5 Desk 2\t8-5 Desk 2\n7:30-4:30 Lab\t7:30-12, 1-5');
  });

  it('leaves the clipboard alone while the focus is elsewhere', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    screen.getByRole('button', { name: 'Print' }).focus();
    expect(copyFrom('copy')).toBe('');
    paste('9-5');
    expect(page.written()).toEqual([]);
  });
});

describe('paste', () => {
  const table: readonly [what: string, at: [number, number], head: [number, number], text: string, written: string[]][] = [
    ['one cell', [2, 0], [2, 0], '9-5', ['2,0=9-5']],
    ['one cell fills the selection', [2, 0], [3, 1], '9-5\r\n', ['2,0=9-5', '2,1=9-5', '3,0=9-5', '3,1=9-5']],
    ['a block starts at the cell', [2, 0], [2, 0], '1-5\toff\n9-6\t', ['2,0=1-5', '2,1=off', '3,0=9-6', '3,1=']],
    ['a block goes over the head of a group', [2, 4], [2, 4], 'off\noff', ['2,4=off', '3,4=off']],
    ['a line repeats over a multiple', [2, 0], [3, 1], '1-5\toff', ['2,0=1-5', '2,1=off', '3,0=1-5', '3,1=off']],
    ['a block that does not divide the selection is pasted once', [2, 0], [2, 2], '1-5\toff', ['2,0=1-5', '2,1=off']],
    ['up to the last cell', [5, 5], [5, 5], 'off', ['5,5=off']],
  ];
  it.each(table)('%s', (_what, [row, col], [headRow, headCol], text, written) => {
    const page = openWeek(view);
    page.stand({ row, col }, { row: headRow, col: headCol });
    paste(text);
    expect(page.written()).toEqual(written);
    expect(page.write).toHaveBeenCalledTimes(1);
    expect(page.selected()).toEqual(written.map((one) => one.split('=')[0]));
  });

  it.each<[what: string, at: [number, number], text: string]>([
    ['too wide', [2, 4], 'a\tb\tc'],
    ['too high', [5, 0], 'a\nb'],
    ['larger than the whole grid', [0, 0], Array.from({ length: 40 }, () => 'a\tb\tc\td\te\tf\tg').join('\n')],
  ])('%s: refused with a sentence, nothing written', (_what, [row, col], text) => {
    const page = openWeek(view);
    page.stand({ row, col });
    paste(text);
    expect(page.write).not.toHaveBeenCalled();
    expect(page.say).toHaveBeenCalledWith(expect.stringContaining('Nothing was pasted.'));
  });

  it('moves whole cells that were cut', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    const text = copyFrom('cut');
    page.stand({ row: 4, col: 5 });
    paste(text);
    expect(page.write).not.toHaveBeenCalled();
    const from = view.groups[0]?.rows[1]?.personId;
    const to = view.groups[1]?.rows[1]?.personId;
    expect(page.move).toHaveBeenCalledTimes(1);
    expect(page.move.mock.calls[0]?.[0]).toMatchObject([
      { from: { personId: from, on: '2026-11-23' }, to: { personId: to, on: '2026-11-28' } },
    ]);
    expect(page.move.mock.calls[0]?.[1]).toBe(false);
  });

  it('pastes what another program put there since the cut', () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    copyFrom('cut');
    page.stand({ row: 4, col: 5 });
    paste('9-5');
    expect(page.move).not.toHaveBeenCalled();
    expect(page.written()).toEqual(['4,5=9-5']);
  });

  it('Esc forgets a cut', async () => {
    const page = openWeek(view);
    page.stand({ row: 2, col: 0 });
    const text = copyFrom('cut');
    await page.user.keyboard('{Escape}');
    page.stand({ row: 4, col: 5 });
    paste(text);
    expect(page.move).not.toHaveBeenCalled();
    expect(page.written()).toEqual([`4,5=${text}`]);
  });
});
