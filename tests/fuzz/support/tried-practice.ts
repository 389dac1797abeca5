import type * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyringFile, openKeyOf } from '../../../db/keyring/keyring-file.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { stateHash } from '../../../db/state-hash.ts';
import type { ProcedureDescription } from '../../../main/kernel/dispatcher.ts';
import { errorCodes } from '../../../preload/contract/shared/errors.ts';
import type { Answer, Operation } from '../../../preload/contract/shared/transport.ts';
import { ask, setUpPractice, type Outputs, type Request } from '../../support/campaign/caller.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';
import { brief } from './brief.ts';
import { follow } from './follow.ts';
import { KnownRows } from './known-rows.ts';
import { payloadsFor } from './payloads.ts';

/** What may close the practice to the one who tries. */
const mayLock = /^(?:access|backup)\./;
const longestAnswer = 20_000;
/** What no sentence to a person holds. */
const innards = /SQLITE|constraint failed|node_modules|\.[jt]s:\d|\[object Object\]/;

/** A practice with a few people, and a second connection that sees what is committed. */
export class TriedPractice {
  readonly procedures: readonly ProcedureDescription[];
  readonly #folder: string;
  readonly #test: TestApp;
  readonly #beside: Awaited<ReturnType<typeof openDatabase>>;
  readonly #known: KnownRows;
  readonly #payloads = new Map<string, fc.Arbitrary<unknown>>();
  #version = 0;
  #hash = '';
  #isSpent = false;

  private constructor(folder: string, test: TestApp, beside: Awaited<ReturnType<typeof openDatabase>>, known: KnownRows) {
    this.#folder = folder;
    this.#known = known;
    this.#test = test;
    this.#beside = beside;
    this.procedures = test.app.transport.procedures();
  }

  /** Every fourth practice is not set up yet. */
  static async open(number: number): Promise<TriedPractice> {
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-procedures-'));
    const path = join(folder, 'practice.db');
    const test = await openTestApp({ folder });
    const request: Request = (operation) => test.app.transport.request(operation);
    const inputs = number % 4 === 3 ? [undefined] : await fill(request);
    const known = await KnownRows.ask(test.app.transport, inputs);
    const list = Buffer.from('Name,Position,Hours\n"Ember, Ana",Front desk,40\nCora Crane,Nurse,forty\n');
    const put = await test.app.transport.putFile({ name: 'list.csv', bytes: list });
    if (put.ok) known.add('file', String(put.data));
    const key = openKeyOf(new KeyringFile(folder)).bytes.toString('hex');
    const tried = new TriedPractice(folder, test, await openDatabase({ path, key }), known);
    await tried.#note();
    return tried;
  }

  payloadsFor(procedure: ProcedureDescription): fc.Arbitrary<unknown> {
    let payloads = this.#payloads.get(procedure.path);
    if (!payloads) this.#payloads.set(procedure.path, (payloads = payloadsFor(procedure, this.#known)));
    return payloads;
  }

  async close(): Promise<void> {
    await this.#beside.destroy();
    await this.#test.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Throws with what is not as it should be. */
  async give(operation: Operation): Promise<void> {
    const what = `${operation.path} ${brief(operation.input)}`;
    const answer = await inTime(this.#answerTo(operation), what);
    const fault = faultOf(answer);
    if (fault !== undefined) throw new Error(`${what} ${fault}${this.#logged()}`);
    if (operation.type !== 'query' && mayLock.test(operation.path)) this.#isSpent = !(await this.#isOpen());
    if (await this.#hasMoved(answer === 'cancelled' || answer.ok)) throw new Error(`${what} changed something, but was refused`);
  }

  /** True once a passphrase was chosen, or the practice locked: everything would be refused alike from then on. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  async #isOpen(): Promise<boolean> {
    const request: Request = (operation) => this.#test.app.transport.request(operation);
    const state = await ask<Outputs['access']['state']>(request, { type: 'query', path: 'access.state' });
    return state.stage === 'open' && !state.protected;
  }

  async #answerTo(operation: Operation): Promise<Answer | 'cancelled'> {
    const { transport } = this.#test.app;
    if (operation.type !== 'subscription') return transport.request(operation);
    const answer = await follow(transport, operation);
    // What was cancelled takes back what it did before the next call gets its turn.
    if (answer === 'cancelled') await transport.request({ type: 'query', path: 'practice.get' });
    return answer;
  }

  #logged(): string {
    return this.#test.log.lines
      .splice(0)
      .map(({ detail }) => `: ${detail instanceof Error ? (detail.stack ?? detail.message) : String(detail)}`)
      .join('');
  }

  /** Whether the state is another one although it must not be. Counting commits costs less than hashing everything. */
  async #hasMoved(isAllowed: boolean): Promise<boolean> {
    if ((await this.#dataVersion()) === this.#version) return false;
    const before = this.#hash;
    await this.#note();
    return !isAllowed && this.#hash !== before;
  }

  async #note(): Promise<void> {
    this.#hash = await stateHash(this.#beside);
    this.#version = await this.#dataVersion();
  }

  /** Moves with every commit of another connection (sqlite.org/pragma.html#pragma_data_version). */
  async #dataVersion(): Promise<number> {
    const [row]: { data_version: number }[] = await this.#beside.query('PRAGMA data_version');
    return row?.data_version ?? 0;
  }
}

/** Saves one of everything, and answers inputs with which the queries show it. */
async function fill(request: Request): Promise<readonly unknown[]> {
  const { locationId, personIds, positionIds } = await setUpPractice(request, 6);
  const on = '2026-11-24';
  const save = (path: string, input: unknown) => ask(request, { type: 'mutation', path, input });
  const texts = ['8-5', 'pto', 'ask Tim'];
  const writes = personIds.map((personId, index) => ({ personId, on, text: texts[index % texts.length], seen: [] }));
  await save('rostering.cells.write', { locationId, writes });
  await save('rostering.week.publish', { locationId, on, replaces: null });
  await save('rostering.week.saveNote', { locationId, on, note: 'Flu shots' });
  const band = { weekdays: [1, 2], startMinute: 480, lengthMinutes: 240, minimum: 2 };
  await save('rostering.requirement.addMany', { locationId, positionId: positionIds[0], ...band });
  await save('practice.closure.save', { closure: { on: '2026-11-27', name: 'Inventory', locationId: null, credited: true } });
  await save('practice.location.save', { location: { name: 'Annex', timeZone: 'UTC', openingHours: [] } });
  for (const personId of personIds) await save('people.payRate.save', { personId, payRate: { effectiveOn: on, centsPerHour: 2000 } });
  return [undefined, { locationId, on }, { locationId }, { limit: 50 }, ...personIds.map((id) => ({ id }))];
}

function faultOf(answer: Answer | 'cancelled'): string | undefined {
  if (answer === 'cancelled') return undefined;
  if (answer.ok) return canCross(answer.data) ? undefined : 'answered what cannot be sent';
  const { code, message } = answer.error;
  if (code === 'internal') return 'failed inside';
  if (!errorCodes.includes(code)) return `was refused with the unknown code ${String(code)}`;
  if (typeof message !== 'string' || message.trim() === '') return `was refused as ${code} without a sentence`;
  if (innards.test(message)) return `was refused with "${message}"`;
  return canCross(answer.error) ? undefined : 'was refused with what cannot be sent';
}

/** Over HTTP as JSON, and over IPC as a structured clone. */
function canCross(data: unknown): boolean {
  try {
    JSON.stringify(data);
    structuredClone(data);
    return true;
  } catch {
    return false;
  }
}

async function inTime<Result>(work: Promise<Result>, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} has no answer after ${longestAnswer / 1000} s`)), longestAnswer);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
