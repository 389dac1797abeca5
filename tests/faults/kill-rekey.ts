import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Operation } from '../../preload/contract/shared/transport.ts';
import { ask, setUpPractice, type Outputs, type Request } from '../support/campaign/caller.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { enterWeb, startWeb, type WebStart } from '../support/campaign/web-process.ts';

const people = 12;
const dana = { name: 'Dana Ortiz', passphrase: 'river lamp orange nine' };
const lee = { name: 'Lee Park', passphrase: 'seven quiet green boats' };

const call = (path: string, input?: unknown): Operation => ({ type: 'mutation', path: `access.${path}`, input });
const look = (path: string): Operation => ({ type: 'query', path, input: undefined });

/**
 * kill -9 while the file gets a new key: when the practice gets its first passphrase, and when somebody is taken away.
 * At the next start one keyring opens one whole file; what was acknowledged holds, and nothing half made is left.
 */
export function killRekey(program: string): CampaignRow {
  return {
    name: 'kill-rekey',
    about: 'kill -9 while the file gets a new key',
    full: 50,
    quick: 2,
    run: async (attempts) => {
      const template = mkdtempSync(join(tmpdir(), 'faults-rekey-'));
      try {
        const first = await start(program, template);
        await setUpPractice(first.request, people);
        await first.host.close();
        await inLanes(attempts, 2, (number) => attempt(program, template, randomFrom(attempts.seed, number)));
      } finally {
        rmSync(template, { recursive: true, force: true });
      }
    },
  };
}

interface Open {
  readonly host: WebStart;
  readonly request: Request;
}

async function start(program: string, folder: string): Promise<Open> {
  const host = startWeb(program, folder);
  const outcome = await host.outcome;
  if (outcome.kind === 'ended') throw new Error(`The host did not start (${outcome.code}): ${outcome.said}`);
  return { host, request: await enterWeb(outcome.address) };
}

async function attempt(program: string, template: string, random: Random): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-rekey-'));
  cpSync(template, folder, { recursive: true });
  let open = await start(program, folder);
  try {
    const isProtected = await killDuring(open, call('protect', { ...dana, pin: null }), random);
    open = await start(program, folder);
    const state = await ask<Outputs['access']['state']>(open.request, look('access.state'));
    if (isProtected && !state.protected) throw new Error('The passphrase was acknowledged, and the file opens without one');
    if (state.protected) await ask(open.request, call('signIn', dana));
    else await ask(open.request, call('protect', { ...dana, pin: null }));
    await checkWhole(open.request, folder);

    await ask(open.request, call('confirm', { passphrase: dana.passphrase }));
    await ask(open.request, call('account.add', { ...lee, role: 'lead' }));
    const { accounts } = await ask<Outputs['access']['account']['list']>(open.request, look('access.account.list'));
    const account = accounts.find(({ name }) => name === lee.name);
    if (!account) throw new Error('The account that was added is not there');
    const seen = { id: account.id, version: account.version };
    const isGone = await killDuring(open, call('account.deactivate', { seen }), random);
    open = await start(program, folder);
    await ask(open.request, call('signIn', dana));
    await checkWhole(open.request, folder);
    const after = await ask<Outputs['access']['account']['list']>(open.request, look('access.account.list'));
    const inactive = after.accounts.find(({ name }) => name === lee.name)?.deactivatedAt !== null;
    if (isGone && !inactive) throw new Error('Somebody was taken away, and is back');
    await ask(open.request, call('lock', {}));
    const leesWay = await open.request(call('signIn', lee));
    if (leesWay.ok === inactive) throw new Error(inactive ? 'Somebody who is gone came in' : 'Somebody who is not gone could not come in');
  } finally {
    await open.host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls and kills some time after; answers whether the call was acknowledged before. */
async function killDuring({ host, request }: Open, operation: Operation, random: Random): Promise<boolean> {
  const answer = request(operation).then(
    ({ ok }) => ok,
    () => false,
  );
  await wait(random.between(100, 900));
  await host.kill();
  return answer;
}

async function checkWhole(request: Request, folder: string): Promise<void> {
  const found = await ask<Outputs['people']['list']>(request, look('people.list'));
  if (found.length !== people) throw new Error(`There are ${found.length} people where ${people} were`);
  if (existsSync(join(folder, 'practice.db.next'))) throw new Error('A file that was half made is left');
}
