import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppTransport, ProcedureDescription } from '../../main/kernel/dispatcher.ts';
import { roles, type Role } from '../../preload/contract/system/system.ts';
import type { Answer } from '../../preload/contract/shared/transport.ts';
import { ask, type Request } from '../support/campaign/caller.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { signEveryoneIn, type SignedInPractice } from '../support/signed-in.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { brief } from './support/brief.ts';
import { follow } from './support/follow.ts';
import { KnownRows } from './support/known-rows.ts';
import { payloadsFor } from './support/payloads.ts';

/** Whose records a call names. */
const whose = ['own', 'other'] as const;
type Whose = (typeof whose)[number];

interface Cell {
  readonly role: Role;
  readonly procedure: ProcedureDescription;
  readonly whose: Whose;
}

const callsPerCell = 4;
/** Pay, in cents per hour, that nothing else is by chance. */
const plantedPay = 7_654_321;
/** Who may see it, in whatever answer. */
const seePay: readonly Role[] = ['owner', 'manager'];
/** Signing out, another passphrase, a new key or a restored copy would take the cell after it away; these get the input's check only. */
const endsTheTry = /^(?:access|backup|archive)\./;

/**
 * Every role with every procedure, on what is their own and on what is another's: who may not call it is refused as `forbidden`,
 * by the middleware and before the input is looked at; who may is never told of pay unless they may see it.
 */
export async function rights(): Promise<CampaignRow> {
  const { app, close } = await openTestApp();
  const procedures = app.transport.procedures();
  await close();
  // Those who may do least come first, as what the others do changes what is there.
  const cells = roles
    .toReversed()
    .flatMap((role) => procedures.flatMap((procedure) => whose.map((one): Cell => ({ role, procedure, whose: one }))));
  return {
    name: 'rights',
    about: 'every role, procedure, and own and other record',
    full: cells.length,
    quick: cells.length,
    run: async (attempts) => {
      const tried = await TriedRights.open();
      try {
        await inLanes(attempts, 1, async (number) => {
          const cell = cells[number];
          if (cell) await tried.look(cell, randomFrom(attempts.seed, number).between(0, 2 ** 31 - 1));
        });
      } finally {
        await tried.close();
      }
    },
  };
}

class TriedRights {
  readonly #folder: string;
  readonly #test: TestApp;
  readonly #practice: SignedInPractice;
  readonly #known: KnownRows;

  private constructor(folder: string, test: TestApp, practice: SignedInPractice, known: KnownRows) {
    this.#folder = folder;
    this.#test = test;
    this.#practice = practice;
    this.#known = known;
  }

  static async open(): Promise<TriedRights> {
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-rights-'));
    const test = await openTestApp({ folder });
    const practice = await signEveryoneIn(test.app);
    const { locationId, personIds } = practice;
    const on = '2026-11-24';
    const request: Request = (operation) => test.app.transport.request(operation);
    for (const personId of personIds) {
      const payRate = { effectiveOn: on, centsPerHour: plantedPay };
      await ask(request, { type: 'mutation', path: 'people.payRate.save', input: { personId, payRate } });
      const writes = [{ personId, on, text: '8-5', seen: [] }];
      await ask(request, { type: 'mutation', path: 'rostering.cells.write', input: { locationId, writes } });
    }
    const known = await KnownRows.ask(test.app.transport, [undefined, { locationId, on }, { locationId }, { limit: 50 }]);
    return new TriedRights(folder, test, practice, known);
  }

  async close(): Promise<void> {
    await this.#test.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async look({ role, procedure, whose: one }: Cell, seed: number): Promise<void> {
    const what = `${role}, ${procedure.path}, ${one} record`;
    const mayCall = procedure.access.includes(role);
    for (const input of this.#inputsFor(procedure, role, one, seed)) {
      const answer = await answerOf(this.#practice.as[role], procedure, input);
      const isKeptOut = answer !== 'cancelled' && !answer.ok && answer.error.code === 'forbidden';
      if (!mayCall && !isKeptOut) throw new Error(`${what} ${brief(input)}: was let in`);
      if (answer === 'cancelled') continue;
      if (!answer.ok && answer.error.code === 'internal') throw new Error(`${what} ${brief(input)}: failed inside`);
      if (!seePay.includes(role) && tellsPay(answer)) throw new Error(`${what} ${brief(input)}: tells pay`);
    }
  }

  #inputsFor(procedure: ProcedureDescription, role: Role, one: Whose, seed: number): readonly unknown[] {
    const mayCall = procedure.access.includes(role);
    if (mayCall && endsTheTry.test(procedure.path)) return [{ nonsense: true }];
    const own = this.#practice.personOf[role] ?? this.#practice.personIds[0] ?? '';
    const others = this.#practice.personIds.filter((id) => id !== own);
    const ids = one === 'own' ? [own] : others;
    const known = this.#known.with('personId', ids).with('id of people', ids);
    return fc.sample(payloadsFor(procedure, known), { numRuns: mayCall ? callsPerCell : 1, seed });
  }
}

const tellsPay = (answer: Answer): boolean => /7654321|76,?543\.21/.test(JSON.stringify(answer));

function answerOf(transport: AppTransport, { type, path }: ProcedureDescription, input: unknown): Promise<Answer | 'cancelled'> {
  const operation = { type, path, input };
  return type === 'subscription' ? follow(transport, operation) : transport.request(operation);
}
