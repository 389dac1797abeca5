import { describe, expect, it } from 'vitest';
import { auditEntry } from '../../../main/kernel/audit-entry.ts';
import { openTestDatabase } from '../../support/database.ts';
import { steppingClock } from '../../support/ports.ts';

const actor = { id: 'local', name: 'Dana', role: 'owner' } as const;
const intent = { actor, procedure: 'test.write' };
const position = (id: string) => ({ id, name: 'Front desk', code: 'FD', colour: 'fd', sortOrder: 1 });

async function openRecord() {
  const opened = await openTestDatabase();
  const clock = steppingClock();
  const entry = (detail = 'Printed the week') => auditEntry({ actor, clock, newId: opened.newId }, 'print', detail);
  const { changeSet, recorded } = await opened.unitOfWork.write(intent, 'Print', ({ audit }) => audit.add(entry()));
  return { ...opened, entry, changeSet, recorded };
}

describe('the access record', () => {
  it('only grows, whoever writes', async () => {
    const { dataSource } = await openRecord();
    await expect(dataSource.query(`UPDATE audit_entry SET detail = 'nothing'`)).rejects.toThrow(/only grows/);
    await expect(dataSource.query('DELETE FROM audit_entry')).rejects.toThrow(/only grows/);
    await expect(
      dataSource.query(
        `INSERT OR REPLACE INTO audit_entry SELECT id, at, actor_id, actor_name, kind, NULL, NULL, 'nothing' FROM audit_entry`,
      ),
    ).rejects.toThrow(/only grows/);
    expect(await dataSource.query('SELECT detail FROM audit_entry')).toEqual([{ detail: 'Printed the week' }]);
  });

  it('takes no entry outside a unit of work', async () => {
    const { dataSource } = await openRecord();
    const insert = `INSERT INTO audit_entry (id, at, actor_id, actor_name, kind, detail) VALUES ('x', '', '', '', 'print', '')`;
    await expect(dataSource.query(insert)).rejects.toThrow(/NOT NULL/);
  });

  it('alone makes a set without a label that is no change', async () => {
    const { dataSource, unitOfWork, changeSet, recorded } = await openRecord();
    expect([changeSet, recorded]).toEqual([null, true]);
    expect(await dataSource.query('SELECT label FROM change_set ORDER BY sequence DESC LIMIT 1')).toEqual([{ label: '' }]);
    const labels = (await unitOfWork.read(({ changeLog }) => changeLog.listSets(10))).map((set) => set.label);
    expect(labels).toEqual(['Set up this computer']);
  });

  it('stands beside data in one set, which keeps its label', async () => {
    const { unitOfWork, entry, newId } = await openRecord();
    const both = await unitOfWork.write(intent, 'Import 1 position', async ({ practice, audit }) => {
      await practice.positions.insert([position(newId())]);
      await audit.add(entry('Import 1 position'));
    });
    expect(both).toMatchObject({ changeSet: { label: 'Import 1 position' }, recorded: true });
    // What can be undone of it is the data.
    const changes = await unitOfWork.read(({ changeLog }) => changeLog.changesOfSet(both.changeSet?.id ?? ''));
    expect(changes.map((change) => change.table)).toEqual(['position']);
  });

  it('is searched by kind, person, time and words, newest first, in pages', async () => {
    const { unitOfWork, newId } = await openRecord();
    const add = (name: string, kind: 'export' | 'print', at: string, detail: string) =>
      unitOfWork.write(intent, '', ({ audit }) =>
        audit.add({ id: newId(), at, actorId: name.toLowerCase(), actorName: name, kind, detail, subject: null }),
      );
    await add('Ann', 'export', '2026-12-01T10:00:00.000Z', 'Exported 100% of it');
    await add('Ben', 'print', '2026-12-02T10:00:00.000Z', 'Printed the week');
    // The clock was set back: the order stays that of what happened.
    await add('Ann', 'print', '2026-11-30T10:00:00.000Z', 'Printed a list');
    const search = (what: Parameters<Parameters<Parameters<typeof unitOfWork.read>[0]>[0]['audit']['search']>[0]) =>
      unitOfWork.read(async ({ audit }) => (await audit.search(what, { limit: 10 })).map((row) => row.detail));
    expect(await search({})).toEqual(['Printed a list', 'Printed the week', 'Exported 100% of it', 'Printed the week']);
    expect(await search({ kinds: ['export'] })).toEqual(['Exported 100% of it']);
    expect(await search({ actorId: 'ann' })).toEqual(['Printed a list', 'Exported 100% of it']);
    expect(await search({ from: '2026-12-01T00:00:00.000Z', before: '2026-12-02T00:00:00.000Z' })).toEqual(['Exported 100% of it']);
    expect(await search({ words: ['BEN', 'week'] })).toEqual(['Printed the week']);
    expect(await search({ words: ['0%'] })).toEqual(['Exported 100% of it']);
    expect(await search({ words: ['_'] })).toEqual([]);
    await unitOfWork.read(async ({ audit }) => {
      const [newest] = await audit.search({}, { limit: 1 });
      const next = await audit.search({}, { olderThan: newest?.place, limit: 1 });
      expect(next.map((row) => row.detail)).toEqual(['Printed the week']);
      expect(await audit.count({ kinds: ['print'] })).toBe(3);
      expect(await audit.listActors()).toEqual([
        { id: 'ann', name: 'Ann' },
        { id: 'ben', name: 'Ben' },
        { id: 'local', name: 'Dana' },
      ]);
    });
  });
});
