import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../db/data-source.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { stateHash } from '../../db/state-hash.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { temporaryFolder, testKey } from '../support/database.ts';
import { sequentialIds, steppingClock } from '../support/ports.ts';

const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };

/** A database of the released schemas with some rows, closed. */
async function oldDatabase(): Promise<{ path: string; hash: string }> {
  const path = join(temporaryFolder(), 'practice.db');
  const dataSource = await openDatabase({ path, key: testKey });
  const newId = sequentialIds();
  const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId });
  await unitOfWork.write(intent, 'Add positions', ({ practice }) =>
    practice.positions.insert(
      Array.from({ length: 1000 }, (_, index) => ({ id: newId(), name: `P${index}`, code: 'PP', colour: 'fd', sortOrder: index })),
    ),
  );
  const hash = await stateHash(dataSource);
  await dataSource.destroy();
  return { path, hash };
}

/** A hash over every statement of a new database. */
async function schema(): Promise<string> {
  const dataSource = await openDatabase({ path: ':memory:', key: null });
  const rows: { sql: string }[] = await dataSource.query('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name');
  await dataSource.destroy();
  return createHash('sha256')
    .update(rows.map((row) => row.sql).join('\n'))
    .digest('hex');
}

class AddRoom2000000000000 implements MigrationInterface {
  readonly name = 'AddRoom2000000000000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE "room" ("id" varchar PRIMARY KEY NOT NULL)');
  }
  async down(): Promise<void> {}
}

class FailHalfway2000000000001 implements MigrationInterface {
  readonly name = 'FailHalfway2000000000001';
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE "half" ("id" varchar)');
    await queryRunner.query('this is no statement');
  }
  async down(): Promise<void> {}
}

describe('migrations', () => {
  it('are listed oldest first, each with the time in its name', () => {
    const names = migrations.map((migration) => migration.name);
    expect(names).toEqual(names.toSorted((one, other) => Number(one.slice(-13)) - Number(other.slice(-13))));
    for (const name of names) expect(name).toMatch(/^[A-Z]\w+\d{13}$/);
  });

  it('make the same schema every time', async () => {
    expect(await schema()).toBe(await schema());
  });

  it('keep every row, and a copy from before', async () => {
    const { path, hash } = await oldDatabase();
    const dataSource = await openDatabase({ path, key: testKey }, [...migrations, AddRoom2000000000000]);
    expect(await stateHash(dataSource)).toBe(hash);
    expect(await dataSource.query('SELECT count(*) AS count FROM room')).toEqual([{ count: 0 }]);
    await dataSource.destroy();
    const copy = await openDatabase({ path: `${path}.before-AddRoom2000000000000`, key: testKey });
    expect(await stateHash(copy)).toBe(hash);
    await copy.destroy();
  });

  it('leave the file as it was when one fails, with foreign keys on the next time', async () => {
    const { path, hash } = await oldDatabase();
    const wrong = openDatabase({ path, key: testKey }, [...migrations, AddRoom2000000000000, FailHalfway2000000000001]);
    await expect(wrong).rejects.toMatchObject({ kind: 'migration', cause: { message: expect.stringMatching(/no statement|syntax/) } });
    const dataSource = await openDatabase({ path, key: testKey });
    expect(await stateHash(dataSource)).toBe(hash);
    expect(await dataSource.query(`SELECT name FROM sqlite_master WHERE name IN ('room', 'half')`)).toEqual([]);
    expect(await dataSource.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await dataSource.destroy();
  });

  it('are told on standard error when one fails: standard output belongs to the answer of `office`', async () => {
    const { path } = await oldDatabase();
    const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const logged = (['log', 'info'] as const).map((method) => vi.spyOn(console, method).mockReturnValue(undefined));
    onTestFinished(() => void vi.restoreAllMocks());
    await expect(openDatabase({ path, key: testKey }, [...migrations, FailHalfway2000000000001])).rejects.toMatchObject({
      kind: 'migration',
      cause: { message: expect.stringMatching(/no statement|syntax/) },
    });
    expect([output, ...logged].flatMap((spy) => spy.mock.calls)).toEqual([]);
    expect(errors.mock.calls.join('')).toContain('FailHalfway2000000000001');
  });

  it('make no copy of a new file', async () => {
    const path = join(temporaryFolder(), 'practice.db');
    await (await openDatabase({ path, key: testKey })).destroy();
    expect(existsSync(`${path}.before-${migrations.at(-1)?.name}`)).toBe(false);
  });
});
