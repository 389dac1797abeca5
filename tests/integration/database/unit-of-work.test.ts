import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../db/change-log/hash-chain.ts';
import { openTestDatabase } from '../../support/database.ts';

const position = (id: string, name = 'Front desk') => ({ id, name, code: 'FD', colour: 'fd', sortOrder: 1 });
const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };

describe('a unit of work', () => {
  it('leaves nothing behind when it fails', async () => {
    const { unitOfWork, newId } = await openTestDatabase();
    const failing = unitOfWork.write(intent, 'Add', async ({ practice }) => {
      await practice.positions.insert([position(newId())]);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await unitOfWork.read(({ practice }) => practice.listPositions())).toEqual([]);
  });

  it('runs 200 writes at once, of which a fifth fail: exactly those are missing', async () => {
    const { unitOfWork, newId } = await openTestDatabase();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        unitOfWork.write(intent, 'Add', async ({ practice }) => {
          await practice.positions.insert([position(newId(), `P${index}`)]);
          if (index % 5 === 0) throw new Error('refused');
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(40);
    const names = (await unitOfWork.read(({ practice }) => practice.listPositions())).map((row) => row.name);
    expect(names.toSorted()).toEqual(
      Array.from({ length: 200 }, (_, index) => index)
        .filter((index) => index % 5 !== 0)
        .map((index) => `P${index}`)
        .toSorted(),
    );
  });

  it('refuses to be nested', async () => {
    const { unitOfWork } = await openTestDatabase();
    await expect(unitOfWork.read(() => unitOfWork.read(async () => 1))).rejects.toThrow(/may not start another/);
  });

  it('makes no change set when nothing is different', async () => {
    const { unitOfWork, newId } = await openTestDatabase();
    const id = newId();
    await unitOfWork.write(intent, 'Add', ({ practice }) => practice.positions.insert([position(id)]));
    const same = await unitOfWork.write(intent, 'Rename', ({ practice }) =>
      practice.positions.update({ id, version: 1 }, { name: 'Front desk' }),
    );
    expect(same.changeSet).toBeNull();
    // The version was taken back with the rest.
    expect(await unitOfWork.read(({ practice }) => practice.listPositions())).toMatchObject([{ version: 1 }]);
  });

  it('refuses a write on a version that moved, and on a row that is gone', async () => {
    const { unitOfWork, newId } = await openTestDatabase();
    const id = newId();
    await unitOfWork.write(intent, 'Add', ({ practice }) => practice.positions.insert([position(id)]));
    await unitOfWork.write(intent, 'Rename', ({ practice }) => practice.positions.update({ id, version: 1 }, { name: 'Desk' }));
    const rename = (version: number) =>
      unitOfWork.write(intent, 'Rename', ({ practice }) => practice.positions.update({ id, version }, { name: 'Hall' }));
    await expect(rename(1)).rejects.toMatchObject({ code: 'conflict' });
    await unitOfWork.write(intent, 'Archive', ({ practice }) =>
      practice.positions.archive([{ id, version: 2 }], '2026-11-23T16:00:00.000Z'),
    );
    await expect(rename(3)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('logs an insert as one row and an update by changed column, with what it replaced', async () => {
    const { unitOfWork, newId } = await openTestDatabase();
    const id = newId();
    const added = await unitOfWork.write(intent, 'Add', ({ practice }) => practice.positions.insert([position(id)]));
    const renamed = await unitOfWork.write(intent, 'Rename', ({ practice }) =>
      practice.positions.update({ id, version: 1 }, { name: 'Desk', code: 'DK', colour: 'fd' }),
    );
    const changes = await unitOfWork.read(({ changeLog }) => changeLog.changesOfRows([{ table: 'position', rowId: id }]));
    expect(changes.map(({ column, values, replacedChangeSetId }) => ({ column, values, replacedChangeSetId }))).toEqual([
      {
        column: null,
        values: { archived_at: null, name: 'Front desk', code: 'FD', colour: 'fd', sort_order: 1 },
        replacedChangeSetId: null,
      },
      { column: 'name', values: { name: 'Desk' }, replacedChangeSetId: added.changeSet?.id },
      { column: 'code', values: { code: 'DK' }, replacedChangeSetId: added.changeSet?.id },
    ]);
    expect(changes[1]?.changeSetId).toBe(renamed.changeSet?.id);
  });

  it('ties every change set to the one before by a hash over all its rows', async () => {
    const { dataSource, unitOfWork, newId } = await openTestDatabase();
    for (const name of ['A', 'B', 'C'])
      await unitOfWork.write(intent, `Add ${name}`, ({ practice }) => practice.positions.insert([position(newId(), name)]));
    const [{ key }] = await dataSource.query('SELECT chain_key AS key FROM device_secret');
    const sets = await dataSource.query(
      `SELECT id, device_id AS deviceId, sequence, logical_clock AS logicalClock, actor_id AS actorId, actor_name AS actorName, procedure, label, at, undoes_id AS undoesId, hash
       FROM change_set ORDER BY sequence`,
    );
    expect(sets.map((set: { sequence: number }) => set.sequence)).toEqual([1, 2, 3, 4]);
    let previous = '';
    for (const set of sets) {
      const rows = await dataSource.query(
        'SELECT table_name AS tableName, row_id AS rowId, column_name AS columnName, value, replaced_change_set_id AS replacedChangeSetId FROM change_log WHERE change_set_id = ? ORDER BY sequence',
        [set.id],
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(chainHash(key, previous, set, rows)).toBe(set.hash);
      expect(chainHash(key, previous, { ...set, actorName: 'Somebody else' }, rows)).not.toBe(set.hash);
      previous = set.hash;
    }
  });

  it('keeps the order of the history when the computer clock steps back', async () => {
    const { unitOfWork, dataSource, newId } = await openTestDatabase();
    const { UnitOfWork } = await import('../../../db/unit-of-work.ts');
    const instants = ['2026-11-23T16:00:00.000Z', '2025-10-19T16:00:00.000Z', '2026-11-23T16:00:01.000Z'];
    const back = await UnitOfWork.open(dataSource, { clock: () => instants.shift() ?? '', newId });
    for (const name of ['A', 'B', 'C'])
      await back.write(intent, name, ({ practice }) => practice.positions.insert([position(newId(), name)]));
    await unitOfWork.idle();
    const clocks: { logicalClock: string }[] = await dataSource.query(
      'SELECT logical_clock AS logicalClock FROM change_set ORDER BY sequence',
    );
    expect(clocks.map((row) => row.logicalClock)).toEqual(clocks.map((row) => row.logicalClock).toSorted());
  });
});
