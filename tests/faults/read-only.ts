import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { ask, fullTimer, setUpPractice, type Outputs, type Request, type SmallPractice } from '../support/campaign/caller.ts';
import { openApp } from '../support/campaign/open-app.ts';
import { inLanes, kindOf, messageOf, type CampaignRow } from '../support/campaign/row.ts';

const people = 5;
const saves = 5;

interface Forbidding {
  readonly name: string;
  /** What may not be written, from the data folder. */
  readonly targets: (folder: string) => readonly string[];
  /** Taken away while the practice is open, instead of before. */
  readonly whileOpen: boolean;
}

const everythingIn = (folder: string): string[] => [...readdirSync(folder).map((name) => join(folder, name)), folder];

const kinds: readonly Forbidding[] = [
  { name: 'the data folder', targets: everythingIn, whileOpen: false },
  { name: 'the practice file', targets: (folder) => [join(folder, 'practice.db')], whileOpen: false },
  { name: 'the data folder, while it is open', targets: everythingIn, whileOpen: true },
];

/** Permissions bind only on systems that have them. */
export const hasPermissions = process.platform !== 'win32';

/** Without the right to write: a plain refusal, no byte changed, and nothing acknowledged is lost once the right is back. */
export const readOnly: CampaignRow = {
  name: 'read-only',
  about: 'the right to write is missing, or taken away',
  full: kinds.length,
  quick: kinds.length,
  run: (attempts) => inLanes(attempts, 1, (number) => attempt(kindOf(kinds, number))),
};

async function attempt({ name, targets, whileOpen }: Forbidding): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-read-only-'));
  const returnRights = becomeOrdinary(folder);
  try {
    const first = await openApp(folder);
    const practice = await setUpPractice(first.request, people);
    let expected = people;
    if (whileOpen) {
      forbid(targets(folder));
      expected += await saveSome(first.request, practice);
    }
    await first.app.close();
    if (!whileOpen) {
      forbid(targets(folder));
      await mustBeRefused(folder);
    }
    allow(folder);
    const again = await openApp(folder);
    const found = await ask<Outputs['people']['list']>(again.request, { type: 'query', path: 'people.list' });
    await again.app.close();
    if (found.length !== expected) throw new Error(`there are ${found.length} people where ${expected} were acknowledged`);
  } catch (error) {
    throw new Error(`${name}: ${messageOf(error)}`, { cause: error });
  } finally {
    returnRights();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The superuser may write everything: for the attempt the process is nobody (65534), to whom the folder is given. */
function becomeOrdinary(folder: string): () => void {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || !seteuid) return () => {};
  const nobody = 65534;
  chownSync(folder, nobody, nobody);
  seteuid(nobody);
  return () => seteuid(0);
}

const forbid = (paths: readonly string[]): void => {
  for (const path of paths) chmodSync(path, path.includes('.') ? 0o400 : 0o500);
};

function allow(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    chmodSync(join(folder, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

async function mustBeRefused(folder: string): Promise<void> {
  const file = join(folder, 'practice.db');
  const before = readFileSync(file);
  const kind = await troubleOfOpening(folder);
  if (kind !== 'read_only') throw new Error(`the start ended in ${kind}`);
  if (!readFileSync(file).equals(before)) throw new Error('the practice file was changed');
}

async function troubleOfOpening(folder: string): Promise<string> {
  try {
    const { app, request } = await openApp(folder);
    const state = await ask<Outputs['access']['state']>(request, { type: 'query', path: 'access.state' });
    await app.close();
    return state.trouble?.kind ?? state.stage;
  } catch (error) {
    return error instanceof AppError && 'kind' in error ? String(error.kind) : messageOf(error);
  }
}

/** Tries to save; answers how many were acknowledged. Each other one must be a refusal that says what to do. */
async function saveSome(request: Request, { locationId, positionIds }: SmallPractice): Promise<number> {
  let acknowledged = 0;
  for (let number = people; number < people + saves; number += 1) {
    const person = fullTimer(number, locationId, positionIds[0] ?? '');
    const answer = await request({ type: 'mutation', path: 'people.save', input: { person } });
    if (answer.ok) acknowledged += 1;
    else if (answer.error.code !== 'unavailable') throw new Error(`a save was answered ${answer.error.code}: ${answer.error.message}`);
  }
  return acknowledged;
}
