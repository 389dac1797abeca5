import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignInAttempts, waitAfter } from '../../main/kernel/attempts.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';

const start = Date.parse('2026-11-23T16:00:00.000Z');
const names = ['Dana Ortiz', 'dana ortiz', 'Lee Park', 'pin 1', 'recovery key', '__proto__', 'constructor', ''] as const;
const longestWait = 60_000;

/**
 * Histories of sign-ins by someone who guesses: one after the other or many at once, with restarts and a clock that is set.
 * No guess gets through within a wait, whatever is done; the right passphrase always gets in once the wait is over, and ends it.
 */
export const signInThrottle: CampaignRow = {
  name: 'signin-throttle',
  about: 'guessing at once, over restarts and with the clock set',
  full: 1_000,
  quick: 60,
  run: (attempts) => inLanes(attempts, 1, (number) => tryHistory(randomFrom(attempts.seed, number))),
};

/** What must hold of one name: how often it failed in a row, and from when a guess may be looked at again, by the real time. */
interface Expected {
  failures: number;
  openFrom: number;
}

async function tryHistory(random: Random): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-sign-in-'));
  const file = join(folder, 'attempts.json');
  // The clock may be set; real time only goes on. A clock set forward is a lie that gains the guesser time, so it is set back only.
  let real = start;
  let offset = 0;
  const clock = (): string => new Date(real + offset).toISOString();
  const expected = new Map<string, Expected>(names.map((name) => [name, { failures: 0, openFrom: start }]));
  let attempts = new SignInAttempts(file, clock);
  try {
    for (let step = 0; step < 12; step += 1) {
      const name = random.pick(names);
      const facts = expected.get(name);
      if (!facts) continue;
      const dice = random.next();
      if (dice < 0.1) attempts = new SignInAttempts(file, clock);
      else if (dice < 0.2) offset -= random.between(1, 400) * 86_400_000;
      else if (dice < 0.45) real += random.pick([100, 900, 1_000, 5_000, longestWait]);
      else if (dice < 0.55) {
        real += longestWait * 2;
        await guess(attempts, name, 'settle', facts, real);
        real += longestWait;
        await mustEnter(attempts, name, facts, real);
      } else {
        const atOnce = random.pick([1, 1, 2, 10]);
        const looked = (await Promise.all(Array.from({ length: atOnce }, () => guess(attempts, name, 'guess', facts, real)))).filter(
          Boolean,
        ).length;
        if (looked > 1) throw new Error(`${looked} of ${atOnce} guesses at once were looked at for "${name}"`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True when the guess was looked at. Throws when that was within the wait. */
async function guess(attempts: SignInAttempts, name: string, what: string, facts: Expected, now: number): Promise<boolean> {
  let looked = false;
  try {
    await attempts.attempt(name, async () => {
      looked = true;
      return undefined;
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
  }
  if (!looked) return false;
  if (now < facts.openFrom) throw new Error(`a ${what} for "${name}" was looked at ${facts.openFrom - now} ms before its wait ended`);
  facts.failures += 1;
  facts.openFrom = now + waitAfter(facts.failures) * 1000;
  return true;
}

/** There is no lock for good: after the longest wait the right passphrase gets in, and the failures before it are forgotten. */
async function mustEnter(attempts: SignInAttempts, name: string, facts: Expected, now: number): Promise<void> {
  let entered: boolean | undefined;
  try {
    entered = await attempts.attempt(name, async () => true);
  } catch (error) {
    throw new Error(`the right passphrase of "${name}" is kept out after the longest wait`, { cause: error });
  }
  if (!entered || attempts.failures(name) !== 0) throw new Error(`the right passphrase of "${name}" does not end its failures`);
  facts.failures = 0;
  facts.openFrom = now;
}
