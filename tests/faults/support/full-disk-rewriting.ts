import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseKeyring, unlockByPassphrase } from '../../../db/keyring/keyring.ts';
import { ask, fullTimer, type Outputs, type Request } from '../../support/campaign/caller.ts';
import type { Random } from '../../support/campaign/random.ts';
import { openWebDoor, type WebDoor } from '../../support/campaign/web-door.ts';
import { filesIn, stateOfFolder, type Opener } from './folder-state.ts';
import { danaLater, danaThen, lee, makePractices, type MadePractice, type MadePractices } from './made-practices.ts';
import { fill, followPlainly, makeRoom, plainly, startWebOnSmallDisk } from './small-disk.ts';

const diskBytes = 48 * 2 ** 20;
const sam: Opener = { name: 'Sam Reyes', passphrase: 'bright copper kettles two' };

/** Something that rewrites the file or changes who can open it. */
interface Rewriting {
  readonly on: MadePractice;
  /** Most that is left of the disk: enough for it, so that it fails at each of its steps or succeeds. */
  readonly leave: number;
  /** The message of its refusal; undefined when it succeeded. */
  perform(door: WebDoor): Promise<string | undefined>;
  /** Who opens it afterwards; undefined for everybody. */
  readonly openerAfter: Opener | undefined;
  /** Whose passphrase opens it no longer, and opens it as before where it was refused. */
  readonly gone?: Opener;
  /** Whose passphrase opens it only afterwards. */
  readonly come?: Opener;
  /** What it is afterwards, where that is known. */
  readonly stateAfter?: string;
}

/** Every kind of them, each tried on a copy of a practice on a small disk of its own. */
export class Rewritings {
  readonly #program: string;
  readonly #folder: string;
  readonly #kinds: readonly Rewriting[];

  private constructor(program: string, folder: string, kinds: readonly Rewriting[]) {
    this.#program = program;
    this.#folder = folder;
    this.#kinds = kinds;
  }

  static async prepare(program: string, folder: string): Promise<Rewritings> {
    return new Rewritings(program, folder, kindsOn(await makePractices(folder)));
  }

  /** Answers the messages of what was refused; throws what was lost, half done, or left lying about. */
  async attempt(nth: number, random: Random): Promise<string[]> {
    const kind = this.#kinds[nth % this.#kinds.length];
    if (!kind) return [];
    const disk = startWebOnSmallDisk(this.#program, diskBytes, kind.on.folder);
    try {
      const outcome = await disk.host.outcome;
      if (outcome.kind === 'ended') throw new Error(`The host did not start (${outcome.code}): ${outcome.said}`);
      const door = await openWebDoor(outcome.address);
      await signIn(door.request, kind.on.opener);
      const folder = disk.folder();
      fill(folder, random.between(0, kind.leave));
      const message = await kind.perform(door);
      const refused = message === undefined ? [] : [message];
      if (message !== undefined) {
        await this.#checkRefused(kind, door, folder);
        makeRoom(folder);
        const after = await kind.perform(door);
        if (after !== undefined) throw new Error(`With room again it was refused: ${after}`);
      } else {
        makeRoom(folder);
      }
      await this.#checkDone(kind, door, folder);
      return refused;
    } finally {
      await disk.host.kill();
    }
  }

  /** The same people are in the same practice, and what lies on the disk would start as it did. */
  async #checkRefused({ on, gone, come }: Rewriting, door: WebDoor, folder: string): Promise<void> {
    const state = await ask<Outputs['access']['state']>(door.request, { type: 'query', path: 'access.state' });
    if (state.stage !== 'open') throw new Error(`It was refused, and the practice is ${state.stage}`);
    if (state.protected !== (on.opener !== undefined)) throw new Error('It was refused, and the protection is another one');
    await ask(door.request, { type: 'query', path: 'people.list' });
    await this.#inCopy(folder, async (copy) => {
      const left = filesIn(copy).filter((file) => !on.files.includes(file) && !ofTheRun.test(file));
      if (left.length > 0) throw new Error(`It was refused and left ${left.join(', ')}`);
      await checkPassphrase(copy, gone, true);
      await checkPassphrase(copy, come, false);
      if ((await stateOfFolder(copy, on.opener)) !== on.state) throw new Error('It was refused, and the practice changed');
    });
  }

  async #checkDone({ openerAfter, gone, come, stateAfter }: Rewriting, door: WebDoor, folder: string): Promise<void> {
    await this.#inCopy(folder, async (copy) => {
      await checkPassphrase(copy, gone, false);
      await checkPassphrase(copy, come, true);
      const state = await stateOfFolder(copy, openerAfter);
      if (stateAfter !== undefined && state !== stateAfter) throw new Error('It was done, and the practice is not the one it should be');
    });
    await signIn(door.request, openerAfter);
    const practice = await ask<Outputs['practice']['get']>(door.request, { type: 'query', path: 'practice.get' });
    const person = fullTimer(77, practice?.locations[0]?.id ?? '', practice?.positions[0]?.id ?? '');
    await ask(door.request, { type: 'mutation', path: 'people.save', input: { person } });
  }

  /** What another start would find, were the program killed now. */
  async #inCopy(folder: string, look: (copy: string) => Promise<void>): Promise<void> {
    const copy = join(this.#folder, 'copy');
    mkdirSync(copy);
    try {
      for (const name of readdirSync(folder)) if (!ofTheHost.test(name)) cpSync(join(folder, name), join(copy, name), { recursive: true });
      await look(copy);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }
}

/** What belongs to the process that has the folder open, and to this test. */
const ofTheHost = /^(lock\.db.*|holder\.json|practice\.db-shm|filler)$/;
/** What a running practice keeps beside its file. */
const ofTheRun = /^(practice\.db-wal|attempts\.json|computer\.json|log\/.*|program\.log)$/;

async function checkPassphrase(folder: string, opener: Opener | undefined, opens: boolean): Promise<void> {
  if (!opener) return;
  const ring = parseKeyring(readFileSync(join(folder, 'keyring.json'), 'utf8'));
  const found = ring && (await unlockByPassphrase(ring, opener.name, opener.passphrase));
  if ((found !== undefined) !== opens)
    throw new Error(`The passphrase "${opener.passphrase}" ${opens ? 'opens nothing' : 'still opens it'}`);
}

/** Signs in where somebody has to, and types the passphrase again for what asks for it. */
async function signIn(request: Request, opener: Opener | undefined): Promise<void> {
  if (!opener) return;
  const state = await ask<Outputs['access']['state']>(request, { type: 'query', path: 'access.state' });
  if (state.me === null) await ask(request, { type: 'mutation', path: 'access.signIn', input: opener });
  await ask(request, { type: 'mutation', path: 'access.confirm', input: { passphrase: opener.passphrase } });
}

async function call({ request }: WebDoor, path: string, input: unknown): Promise<string | undefined> {
  return plainly(await request({ type: 'mutation', path, input }));
}

const backupOf = ({ backup }: MadePractice) => ({ kind: 'listed', place: 'here', name: backup }) as const;

function kindsOn({ open, closed, restored }: MadePractices): readonly Rewriting[] {
  return [
    {
      on: open,
      leave: 3 * open.bytes,
      perform: (door) => call(door, 'access.protect', danaThen),
      openerAfter: danaThen,
    },
    {
      on: closed,
      leave: 5 * closed.bytes,
      perform: (door) => followPlainly(door, 'backup.restore', { source: backupOf(closed), opener: { kind: 'passphrase', ...danaThen } }),
      openerAfter: danaThen,
      gone: danaLater,
      come: danaThen,
      stateAfter: closed.backedUp,
    },
    {
      on: closed,
      leave: 3 * closed.bytes,
      perform: async (door) => {
        const { accounts } = await ask<Outputs['access']['account']['list']>(door.request, { type: 'query', path: 'access.account.list' });
        const account = accounts.find(({ name }) => name === lee.name);
        return call(door, 'access.account.deactivate', { seen: { id: account?.id, version: account?.version } });
      },
      openerAfter: danaLater,
      gone: lee,
    },
    {
      on: closed,
      leave: 200_000,
      perform: (door) => call(door, 'access.changePassphrase', { current: danaLater.passphrase, next: sam.passphrase }),
      openerAfter: { name: danaLater.name, passphrase: sam.passphrase },
      gone: danaLater,
      come: { name: danaLater.name, passphrase: sam.passphrase },
    },
    {
      on: closed,
      leave: 200_000,
      perform: (door) => call(door, 'access.account.add', { ...sam, role: 'lead', personId: null }),
      openerAfter: danaLater,
      come: sam,
    },
    {
      on: open,
      leave: 5 * open.bytes,
      perform: (door) => followPlainly(door, 'backup.restore', { source: backupOf(open) }),
      openerAfter: undefined,
      stateAfter: open.backedUp,
    },
    {
      on: restored,
      leave: 4 * restored.bytes,
      perform: (door) => call(door, 'backup.revertRestore', { opener: { kind: 'passphrase', ...danaLater } }),
      openerAfter: danaLater,
      gone: danaThen,
      come: danaLater,
      stateAfter: closed.state,
    },
  ];
}
