import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { Actor } from './actor.ts';

/** Who stands for an account while it is signed in. */
export interface SessionAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Actor['role'];
}

/** Nobody is signed in: only what may be left for others goes in, nothing comes out. */
const nobody: Actor = { id: 'nobody', name: 'Nobody signed in', role: 'capture' };
/** Until there are accounts, whoever is here has the owner's rights. */
const local: Actor = { id: 'local', name: 'This computer', role: 'owner' };

const confirmedForMilliseconds = 5 * 60_000;

/** One window, one browser's cookie or one command: who is signed in there, and when somebody last touched it. */
export class Session {
  readonly #now: () => number;
  readonly #needsAccount: () => boolean;
  #account: SessionAccount | undefined;
  #touchedAt: number;
  #confirmedUntil = 0;
  #onEnd: (() => void)[] = [];

  /** `needsAccount`: false while the practice has no accounts. `now`: milliseconds that only grow. */
  constructor(needsAccount: () => boolean, now: () => number) {
    this.#needsAccount = needsAccount;
    this.#now = now;
    this.#touchedAt = now();
  }

  get actor(): Actor {
    if (this.#account) return this.#account;
    return this.#needsAccount() ? nobody : local;
  }

  get account(): SessionAccount | undefined {
    return this.#account;
  }

  /** Milliseconds since somebody last did something here. */
  get idleFor(): number {
    return this.#now() - this.#touchedAt;
  }

  touch(): void {
    this.#touchedAt = this.#now();
  }

  signIn(account: SessionAccount): void {
    if (this.#account && this.#account.id !== account.id) this.signOut();
    this.#account = account;
    this.touch();
  }

  /** Ends what runs for the one who was signed in. */
  signOut(): void {
    this.#account = undefined;
    this.#confirmedUntil = 0;
    for (const end of this.#onEnd) end();
  }

  /** Called at each sign-out. */
  onSignOut(end: () => void): void {
    this.#onEnd.push(end);
  }

  /** The passphrase was just given again. */
  confirm(): void {
    this.#confirmedUntil = this.#now() + confirmedForMilliseconds;
  }

  /**
   * Restore, export of everything and rights ask for the passphrase again, unless it was given in the last five minutes.
   * Refused as `rule_violation` with the rule `confirm.passphrase`: the window then asks, and calls `access.confirm`.
   */
  requireConfirmed(): void {
    if (!this.#account || this.#now() < this.#confirmedUntil) return;
    throw new AppError('rule_violation', 'Type your passphrase again to do this.', { rule: 'confirm.passphrase' });
  }
}
