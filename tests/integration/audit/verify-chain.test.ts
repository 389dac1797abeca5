import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultSentence, placeOf } from '../../../db/change-log/chain-fault.ts';
import { ChainRepository, type ChainHead } from '../../../db/change-log/chain.repository.ts';
import { chainHash } from '../../../db/change-log/hash-chain.ts';
import { verifyChain } from '../../../db/change-log/verify-chain.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { UnitOfWork } from '../../../db/unit-of-work.ts';
import { auditEntry } from '../../../main/kernel/audit-entry.ts';
import { temporaryFolder, testKey } from '../../support/database.ts';
import { sequentialIds, steppingClock } from '../../support/ports.ts';
import { tamper, verifyFile, type RawConnection } from '../../support/tampered-database.ts';

const actor = { id: 'local', name: 'Dana', role: 'owner' } as const;

/** A closed file of one change of the device, then ten of a position and an entry each, then one with 2,500 rows. */
async function writtenFile(): Promise<{ path: string; heads: ChainHead[] }> {
  const path = join(temporaryFolder(), 'practice.db');
  const dataSource = await openDatabase({ path, key: testKey });
  const ports = { clock: steppingClock(), newId: sequentialIds() };
  const unitOfWork = await UnitOfWork.open(dataSource, ports);
  const position = (name: string) => ({ id: ports.newId(), name, code: 'PP', colour: 'fd', sortOrder: 1 });
  for (let number = 0; number < 10; number += 1) {
    await unitOfWork.write({ actor, procedure: 'test.write' }, `Add ${number}`, async ({ practice, audit }) => {
      await practice.positions.insert([position(`P${number}`)]);
      await audit.add(auditEntry({ actor, ...ports }, 'print', `Printed ${number}`));
    });
  }
  await unitOfWork.write({ actor, procedure: 'test.write' }, 'Add many', ({ practice }) =>
    practice.positions.insert(Array.from({ length: 2500 }, (_, number) => position(`M${number}`))),
  );
  await unitOfWork.write({ actor, procedure: 'test.write' }, '', ({ audit }) =>
    audit.add(auditEntry({ actor, ...ports }, 'export', 'Last')),
  );
  const heads = await unitOfWork.read(({ chain }) => chain.heads());
  await dataSource.destroy();
  return { path, heads };
}

/** What the walk says of a file after somebody worked on it. */
async function after(work: (connection: RawConnection) => void, withHeads = false) {
  const { path, heads } = await writtenFile();
  tamper(path, testKey, work);
  const { fault } = await verifyFile(path, testKey, withHeads ? heads : []);
  return fault && { kind: fault.kind, ...placeOf(fault), sentence: faultSentence(fault) };
}

/** Takes the end out without a trace. */
const cut = (file: RawConnection) => {
  file.exec(
    `DELETE FROM audit_entry WHERE id IN (SELECT row_id FROM change_log WHERE change_set_id IN (SELECT id FROM change_set WHERE sequence > 8))`,
  );
  file.exec('DELETE FROM change_log WHERE change_set_id IN (SELECT id FROM change_set WHERE sequence > 8)');
  file.exec('DELETE FROM change_set WHERE sequence > 8');
};

/** Changes the last set and computes its hash anew, as whoever has the key can. */
const forge = (file: RawConnection) => {
  file.exec(`UPDATE change_set SET label = 'Other' WHERE sequence = 13`);
  const key = String(file.prepare('SELECT chain_key FROM device_secret').pluck().get());
  const before = String(file.prepare('SELECT hash FROM change_set WHERE sequence = 12').pluck().get());
  const set = file
    .prepare<[], Parameters<typeof chainHash>[2]>(
      `SELECT id, device_id AS deviceId, sequence, logical_clock AS logicalClock, actor_id AS actorId, actor_name AS actorName, procedure, label, at, undoes_id AS undoesId FROM change_set WHERE sequence = 13`,
    )
    .get();
  const rows = file
    .prepare<[], Parameters<typeof chainHash>[3] extends Iterable<infer Row> ? Row : never>(
      `SELECT table_name AS tableName, row_id AS rowId, column_name AS columnName, value, replaced_change_set_id AS replacedChangeSetId FROM change_log WHERE change_set_id = (SELECT id FROM change_set WHERE sequence = 13)`,
    )
    .all();
  if (set) file.prepare('UPDATE change_set SET hash = ? WHERE sequence = 13').run(chainHash(key, before, set, rows));
};

const setId = `(SELECT id FROM change_set WHERE sequence = 5)`;

describe('the walk along the chain', () => {
  it('finds a whole record whole, with every change and entry, and its head', async () => {
    const { path, heads } = await writtenFile();
    expect(await verifyFile(path, testKey, heads)).toEqual({ fault: null, changes: 13, entries: 11, heads });
    expect(heads).toMatchObject([{ sequence: 13 }]);
  });

  it.each<[string, (connection: RawConnection) => void, object]>([
    [
      'an entry altered',
      (file) => file.exec(`UPDATE audit_entry SET detail = 'x' WHERE detail = 'Printed 3'`),
      { kind: 'entry_altered', change: 5, table: 'audit_entry', sentence: expect.stringContaining('Printed 3') },
    ],
    [
      'an entry with a value that is no text',
      (file) => file.exec(`UPDATE audit_entry SET detail = x'00' WHERE detail = 'Printed 3'`),
      { kind: 'entry_altered', change: 5 },
    ],
    [
      'an entry taken out',
      (file) => file.exec(`DELETE FROM audit_entry WHERE detail = 'Printed 3'`),
      { kind: 'entry_missing', change: 5, table: 'audit_entry' },
    ],
    [
      'an entry put in',
      (file) =>
        file.exec(`INSERT INTO audit_entry SELECT 'new', at, actor_id, actor_name, kind, NULL, NULL, 'Nothing' FROM audit_entry LIMIT 1`),
      { kind: 'entry_inserted', rowId: 'new', sentence: expect.stringContaining('Nothing') },
    ],
    [
      'an entry altered with its log',
      (file) => {
        file.exec(`UPDATE audit_entry SET detail = 'x' WHERE detail = 'Printed 3'`);
        file.exec(`UPDATE change_log SET value = replace(value, 'Printed 3', 'x') WHERE table_name = 'audit_entry'`);
      },
      { kind: 'set_altered', change: 5 },
    ],
    [
      'a logged row altered',
      (file) => file.exec(`UPDATE change_log SET value = replace(value, 'Printed 3', 'x') WHERE table_name = 'audit_entry'`),
      { kind: 'set_altered', change: 5, table: 'audit_entry' },
    ],
    [
      'a logged row taken out',
      (file) => file.exec(`DELETE FROM change_log WHERE change_set_id = ${setId} AND table_name = 'position'`),
      { kind: 'set_altered', change: 5 },
    ],
    [
      'a logged row put in',
      (file) => file.exec(`INSERT INTO change_log (change_set_id, table_name, row_id, value) VALUES (${setId}, 'position', 'x', '{}')`),
      { kind: 'set_altered', change: 5 },
    ],
    [
      'a logged row without a change',
      (file) => file.exec(`INSERT INTO change_log (change_set_id, table_name, row_id, value) VALUES ('nothing', 'position', 'x', '{}')`),
      { kind: 'row_without_set', table: 'position', rowId: 'x' },
    ],
    ['who did it', (file) => file.exec(`UPDATE change_set SET actor_name = 'Lee' WHERE sequence = 5`), { kind: 'set_altered', change: 5 }],
    ['a change taken out', (file) => file.exec(`DELETE FROM change_set WHERE sequence = 5`), { kind: 'set_missing', change: 5 }],
    [
      'a change put in with a number that was given',
      (file) =>
        file.exec(
          `INSERT INTO change_set SELECT 'x', device_id, 5, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash FROM change_set WHERE sequence = 5`,
        ),
      { kind: 'set_inserted', change: 5 },
    ],
    [
      'a change put in before the first',
      (file) =>
        file.exec(
          `INSERT INTO change_set SELECT 'x', device_id, 0, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash FROM change_set WHERE sequence = 5`,
        ),
      { kind: 'set_inserted', change: 0 },
    ],
    [
      'changes of another computer',
      (file) =>
        file.exec(
          `INSERT INTO change_set SELECT 'x', 'zz', 1, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash FROM change_set WHERE sequence = 5`,
        ),
      { kind: 'unknown_device', change: 1 },
    ],
    [
      'one row of a change longer than a page',
      (file) => file.exec(`UPDATE change_log SET value = replace(value, 'M2400', 'M0000')`),
      { kind: 'set_altered', change: 12 },
    ],
  ])('names %s', async (_what, work, expected) => {
    expect(await after(work)).toMatchObject(expected);
  });

  it('sees a clean cut only against a head that was kept elsewhere', async () => {
    expect(await after(cut)).toBeNull();
    expect(await after(cut, true)).toMatchObject({ kind: 'cut', change: 9, sentence: expect.stringContaining('number 13') });
  });

  it('sees a chain that was computed anew only against a head that was kept elsewhere', async () => {
    expect(await after(forge)).toBeNull();
    expect(await after(forge, true)).toMatchObject({ kind: 'differs_from_head', change: 13 });
  });

  it('tells how far it is, lets writes in between, and stops when it is told to', async () => {
    const { path } = await writtenFile();
    const dataSource = await openDatabase({ path, key: testKey });
    const ports = { clock: steppingClock(), newId: sequentialIds() };
    let next = 0;
    const unitOfWork = await UnitOfWork.open(dataSource, { ...ports, newId: () => `later-${(next += 1)}` });
    const told: number[] = [];
    const walk = verifyChain((work) => unitOfWork.read(({ chain }) => work(chain)), { report: (done) => told.push(done) });
    await unitOfWork.write({ actor, procedure: 'test.write' }, '', ({ audit }) =>
      audit.add({ ...auditEntry({ actor, ...ports }, 'print', 'Meanwhile'), id: 'm' }),
    );
    expect(await walk).toMatchObject({ fault: null, changes: 13 });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(2522);
    const stop = new AbortController();
    const stopped = verifyChain((work) => work(new ChainRepository(dataSource.manager)), {
      report: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    await dataSource.destroy();
  });
});
