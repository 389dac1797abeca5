import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SignInAttempts, waitAfter } from '../../../main/kernel/attempts.ts';

/** A clock that stands until it is moved. */
function standingClock(start = '2026-11-23T16:00:00.000Z') {
  let now = Date.parse(start);
  return { read: () => new Date(now).toISOString(), move: (seconds: number) => void (now += seconds * 1000) };
}

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attempts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'attempts.json');
}

const wrong = async (): Promise<true | undefined> => undefined;
const right = async (): Promise<true | undefined> => true;

describe('failed sign-ins', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 60],
    [500, 60],
  ])('after %i in a row the wait is %i s', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds);
  });

  it('make one wait, and are forgotten after the right one', async () => {
    const clock = standingClock();
    const attempts = new SignInAttempts(null, clock.read);
    expect(await attempts.attempt('dana', wrong)).toBeUndefined();
    await expect(attempts.attempt('dana', right)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('a second'),
    });
    expect(await attempts.attempt('lee', right)).toBe(true);
    clock.move(1);
    expect(await attempts.attempt('dana', right)).toBe(true);
    expect(await attempts.attempt('dana', right)).toBe(true);
  });

  it('are looked at one after the other: a hundred at once gain one try', async () => {
    const attempts = new SignInAttempts(null, standingClock().read);
    let tried = 0;
    const guess = async (): Promise<true | undefined> => {
      tried += 1;
      return undefined;
    };
    await Promise.allSettled(Array.from({ length: 100 }, () => attempts.attempt('dana', guess)));
    expect(tried).toBe(1);
  });

  it('are on the disk before anybody hears of them, and the right one alone writes nothing', async () => {
    const file = fileIn();
    const clock = standingClock();
    const attempts = new SignInAttempts(file, clock.read);
    await attempts.attempt('dana', right);
    expect(existsSync(file)).toBe(false);
    const torn = attempts.attempt('dana', () => Promise.reject(new Error('torn')));
    await expect(torn).rejects.toThrow('torn');
    expect(new SignInAttempts(file, clock.read).failures('dana')).toBe(1);
    clock.move(1);
    await attempts.attempt('dana', wrong);
    expect(new SignInAttempts(file, clock.read).failures('dana')).toBe(2);
    clock.move(2);
    await attempts.attempt('dana', right);
    expect(new SignInAttempts(file, clock.read).failures('dana')).toBe(0);
  });

  it('survive a restart, without names in the file', async () => {
    const file = fileIn();
    const clock = standingClock();
    const attempts = new SignInAttempts(file, clock.read);
    for (let failure = 0; failure < 5; failure += 1) {
      await attempts.attempt('dana ortiz', wrong);
      clock.move(60);
    }
    clock.move(-60);
    expect(readFileSync(file, 'utf8')).not.toContain('dana');
    const again = new SignInAttempts(file, clock.read);
    await expect(again.attempt('dana ortiz', right)).rejects.toMatchObject({ message: expect.stringContaining('16 seconds') });
  });

  it('are not shortened by a clock that was set back', async () => {
    const clock = standingClock();
    const attempts = new SignInAttempts(null, clock.read);
    for (let failure = 0; failure < 4; failure += 1) {
      await attempts.attempt('dana', wrong);
      clock.move(60);
    }
    clock.move(-400 * 86_400);
    await expect(attempts.attempt('dana', right)).rejects.toMatchObject({ code: 'unavailable' });
    clock.move(8);
    expect(await attempts.attempt('dana', right)).toBe(true);
  });

  it('begin anew where the file is damaged', async () => {
    const file = fileIn();
    writeFileSync(file, '{"half');
    const attempts = new SignInAttempts(file, standingClock().read);
    expect(await attempts.attempt('dana', right)).toBe(true);
    expect(existsSync(file)).toBe(true);
  });
});
