// Brings a database to the newest schema and kills itself before one statement of it. Started by kill-migration.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase } from '../../../db/data-source.ts';
import { migrations, type MigrationClass } from '../../../db/migrations/migrations.ts';

/** The same migration, which tells of each statement before it runs. */
export function watched(migration: MigrationClass, onStatement: () => void): MigrationClass {
  const watchedMigration = class implements MigrationInterface {
    readonly name = migration.name;

    up(queryRunner: QueryRunner): Promise<void> {
      const query = (...statement: readonly unknown[]): unknown => {
        onStatement();
        return Reflect.apply(queryRunner.query, queryRunner, statement);
      };
      const runner = new Proxy(queryRunner, {
        get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
      });
      return new migration().up(runner);
    }

    async down(): Promise<void> {}
  };
  Object.defineProperty(watchedMigration, 'name', { value: migration.name });
  return watchedMigration;
}

/** `left` counts from 1: the statement before which the process ends. */
export async function migrateAndDie(path: string, key: string, left: number): Promise<void> {
  let statement = 0;
  const count = (): void => {
    statement += 1;
    if (statement === left) process.kill(process.pid, 'SIGKILL');
  };
  const dataSource = await openDatabase(
    { path, key },
    migrations.map((migration) => watched(migration, count)),
  );
  await dataSource.destroy();
}
