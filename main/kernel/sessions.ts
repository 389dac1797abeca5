import type { PracticeFile } from '../../db/practice-file.ts';
import type { ChangeEvents } from './change-events.ts';
import { elapsedTime } from './elapsed.ts';
import { Session } from './session.ts';

export interface SessionsPorts {
  readonly practiceFile: PracticeFile;
  readonly events: ChangeEvents;
  /** Milliseconds that only grow, sleep included; this computer's when absent. */
  readonly elapsed?: (() => number) | undefined;
}

/** Minutes until a session locks itself, and until the file closes after the last one did. */
export interface IdleTimes {
  readonly lockAfterMinutes: number;
  /** Null: the file stays open, as on a front-desk PC within opening hours. */
  readonly closeAfterMinutes: number | null;
}

const lookEveryMilliseconds = 5_000;

/** Everyone who is at the app now: windows, browsers, commands. */
export class Sessions {
  readonly #ports: SessionsPorts;
  readonly #now: () => number;
  readonly #sessions = new Set<Session>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: SessionsPorts) {
    this.#ports = ports;
    this.#now = ports.elapsed ?? elapsedTime();
  }

  add(): Session {
    const session = new Session(() => this.#ports.practiceFile.isProtected, this.#now);
    this.#sessions.add(session);
    return session;
  }

  /** Signs out; the window shows the sign-in screen at once. */
  lock(sessions: Iterable<Session>): void {
    let locked = false;
    for (const session of sessions) {
      if (!session.account) continue;
      session.signOut();
      locked = true;
    }
    if (locked) this.#ports.events.publish(['session']);
  }

  lockAll(): void {
    this.lock(this.#sessions);
  }

  /** Ends every session of an account: its rights or its passphrase changed. */
  endAccount(accountId: string): void {
    this.lock([...this.#sessions].filter(({ account }) => account?.id === accountId));
  }

  /** Signs out whoever did nothing for so long. Asked before each call as well: the looks stand still while the computer sleeps. */
  lockIdle(lockAfterMinutes: number): void {
    this.lock([...this.#sessions].filter((session) => session.idleFor >= lockAfterMinutes * 60_000));
  }

  /** Looks every few seconds who left; `times` answers what holds now. */
  watch(times: () => Promise<IdleTimes>): void {
    this.#timer = setInterval(() => void this.look(times).catch(() => {}), lookEveryMilliseconds);
    this.#timer.unref();
  }

  /** One look: locks what was idle for too long, and closes the file when nobody came back. */
  async look(times: () => Promise<IdleTimes>): Promise<void> {
    const { practiceFile } = this.#ports;
    if (!practiceFile.isProtected || !practiceFile.isOpen) return;
    const { lockAfterMinutes, closeAfterMinutes } = await times();
    this.lockIdle(lockAfterMinutes);
    if (closeAfterMinutes === null || [...this.#sessions].some(({ account }) => account)) return;
    if ([...this.#sessions].every((session) => session.idleFor >= closeAfterMinutes * 60_000)) {
      await practiceFile.close();
      this.#ports.events.publish(['session']);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
