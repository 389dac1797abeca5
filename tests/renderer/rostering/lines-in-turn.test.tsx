import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linesInTurn, type LinesInTurn } from '../../../renderer/features/rostering/grid/lines-in-turn.ts';

type Change = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting'>;

let tell: (changes: readonly Change[]) => void;
let frames: FrameRequestCallback[];
let turns: LinesInTurn;
const sheet = document.createElement('table');

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (changes: readonly Change[]) => void) {
        tell = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  sheet.innerHTML = '<tr data-contained></tr>'.repeat(40);
  turns = linesInTurn(document.createElement('div'), sheet);
  tell(Array.from(sheet.rows, (target, row) => ({ target, isIntersecting: row < 10 })));
});

afterEach(() => vi.unstubAllGlobals());

const waiting = (): number => sheet.querySelectorAll('[data-waits]').length;
const drawFrame = (): void => frames.splice(0).forEach((callback) => callback(0));

test('lines in view never wait, the others come a few per frame', () => {
  turns.begin();
  expect(Array.from(sheet.rows).findIndex((line) => 'waits' in line.dataset)).toBe(10);
  expect(waiting()).toBe(30);
  // The frame of the lines in view.
  drawFrame();
  expect(waiting()).toBe(30);
  drawFrame();
  expect(waiting()).toBe(18);
  drawFrame();
  drawFrame();
  expect(waiting()).toBe(0);
  expect(frames).toEqual([]);
});

test('a line that is scrolled to comes at once', () => {
  turns.begin();
  const [last] = [...sheet.rows].slice(-1);
  if (last) tell([{ target: last, isIntersecting: true }]);
  expect(last?.dataset).not.toHaveProperty('waits');
  expect(waiting()).toBe(29);
});

test('nothing waits any more at the end', () => {
  turns.begin();
  turns.end();
  expect(waiting()).toBe(0);
  expect(frames).toEqual([]);
});
