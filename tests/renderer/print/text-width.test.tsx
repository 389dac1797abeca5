import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineCount, longestWord, textWidth } from '../../../renderer/print/text-width.ts';

const words = fc.array(fc.stringMatching(/^[A-Za-z0-9.:'-]{1,12}$/), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

it('measures accented letters as their plain ones and figures of times alike', () => {
  expect(textWidth('Joaquín Müller', 12, 700)).toBe(textWidth('Joaquin Muller', 12, 700));
  expect(textWidth('11', 12, 500)).toBe(textWidth('88', 12, 500));
  expect(textWidth('11', 12)).toBeLessThan(textWidth('88', 12));
});

it('assumes scripts it does not know to be wide', () => {
  expect(textWidth('山田', 10)).toBeGreaterThan(20);
});

it('needs one line in its own width and more in less', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(lineCount(text, 10, textWidth(text, 10) * 1.03 + 0.01)).toBe(1);
    }),
  );
});

it('never needs fewer lines in a narrower place, nor fewer than the width says', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 40 }), (text, width, less) => {
      const lines = lineCount(text, 10, width);
      expect(lineCount(text, 10, width - less)).toBeGreaterThanOrEqual(lines);
      expect(lines * width).toBeGreaterThanOrEqual(textWidth(text, 10) - textWidth(' ', 10) * (lines - 1) - 1e-9);
    }),
  );
});

it('breaks a word that is wider than its place', () => {
  expect(longestWord('Wolfeschlegelsteinhausen', 10)).toBeGreaterThan(60);
  expect(lineCount('Wolfeschlegelsteinhausen', 10, 60)).toBeGreaterThan(1);
});
