import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../../db/write-durably.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { Clock } from './ports.ts';

const attempts = z.record(z.string(), z.strictObject({ failures: z.int().min(1), lastAt: z.number() }));
type Attempts = z.infer<typeof attempts>;

const longestWaitSeconds = 60;

/** Seconds to wait after so many failures in a row: 1, 2, 4 ... 60 (reference "Sign-in"). There is no lock for good. */
export const waitAfter = (failures: number): number => (failures < 1 ? 0 : Math.min(longestWaitSeconds, 2 ** Math.min(failures - 1, 10)));

/**
 * Failed sign-ins by who was tried, in a file of the data folder, so that a restart takes no wait away.
 * Names are kept as hashes. A computer's clock that goes back makes the wait start anew.
 */
export class SignInAttempts {
  readonly #file: string | null;
  readonly #clock: Clock;
  #known: Attempts;
  #turn: Promise<unknown> = Promise.resolve();

  /** `file` null: kept in memory. */
  constructor(file: string | null, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
    this.#known = file ? readAttempts(file) : {};
  }

  failures(who: string): number {
    return this.#known[keyOf(who)]?.failures ?? 0;
  }

  /**
   * Tries once, after every other try, so that many at once gain nothing: a failure counts, and is on the disk, before anybody hears of it.
   * Refused as `unavailable` while the wait lasts. `attempt` answers undefined when it failed.
   */
  attempt<Result>(who: string, attempt: () => Promise<Result | undefined>): Promise<Result | undefined> {
    const work = async (): Promise<Result | undefined> => {
      const seconds = this.#secondsToWait(who);
      if (seconds > 0) {
        throw new AppError(
          'unavailable',
          `Too many wrong tries. Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}, then try again.`,
          { waitSeconds: seconds },
        );
      }
      let result: Result | undefined;
      try {
        result = await attempt();
        return result;
      } finally {
        if (result === undefined) this.#set(who, this.failures(who) + 1);
        else this.forget(who);
      }
    };
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** The right way in was found elsewhere. */
  forget(who: string): void {
    if (this.failures(who) > 0) this.#set(who, 0);
  }

  #secondsToWait(who: string): number {
    const key = keyOf(who);
    const found = this.#known[key];
    if (!found) return 0;
    const now = Date.parse(this.#clock());
    if (now < found.lastAt) {
      this.#known = { ...this.#known, [key]: { ...found, lastAt: now } };
      this.#save();
    }
    const since = now - Math.min(found.lastAt, now);
    return Math.ceil((waitAfter(found.failures) * 1000 - since) / 1000);
  }

  #set(who: string, failures: number): void {
    const { [keyOf(who)]: _before, ...others } = this.#known;
    this.#known = failures === 0 ? others : { ...others, [keyOf(who)]: { failures, lastAt: Date.parse(this.#clock()) } };
    this.#save();
  }

  #save(): void {
    if (this.#file) writeDurably(this.#file, JSON.stringify(this.#known));
  }
}

const keyOf = (who: string): string => createHash('sha256').update(who).digest('hex').slice(0, 32);

function readAttempts(file: string): Attempts {
  if (!existsSync(file)) return {};
  try {
    return attempts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A damaged file counts as none: the wait begins anew with the next failure.
    return {};
  }
}
