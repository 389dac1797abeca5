import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAfterFrames } from '../../../renderer/features/rostering/panel/use-after-frames.ts';

let frames: Map<number, FrameRequestCallback>;
let asked = 0;

beforeEach(() => {
  frames = new Map();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    frames.set((asked += 1), callback);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
});

afterEach(() => vi.unstubAllGlobals());

/** Draws frames until none is asked for; answers how many. */
function drawAll(): number {
  let drawn = 0;
  for (; frames.size > 0; drawn += 1) {
    const now = [...frames.values()];
    frames.clear();
    act(() => now.forEach((callback) => callback(0)));
  }
  return drawn;
}

test('the first value is there at once, a changed one some frames later', () => {
  const { result, rerender } = renderHook(useAfterFrames, { initialProps: 'first' });
  expect(result.current).toBe('first');
  drawAll();
  rerender('second');
  expect(result.current).toBe('first');
  expect(drawAll()).toBeGreaterThan(1);
  expect(result.current).toBe('second');
});

test('of two changes in a row the last one is shown, and the other never', () => {
  const seen: string[] = [];
  const { result, rerender } = renderHook(
    (value: string) => {
      const shown = useAfterFrames(value);
      seen.push(shown);
      return shown;
    },
    { initialProps: 'first' },
  );
  rerender('second');
  rerender('third');
  drawAll();
  expect(result.current).toBe('third');
  expect(seen).not.toContain('second');
});

test('nothing is waited for once the panel is gone', () => {
  const { rerender, unmount } = renderHook(useAfterFrames, { initialProps: 'first' });
  rerender('second');
  unmount();
  expect(frames.size).toBe(0);
});
