import { openDatabase } from '../data-source.ts';
import { migrations as ownMigrations, type MigrationClass } from '../migrations/migrations.ts';
import { refuseBackup } from './backup-refusal.ts';
import { schemaQuery, type ExpectedSchema, type SchemaObject } from './schema-object.ts';

/** Our migrations up to `newest`. Refuses one we do not have: a newer program wrote it. */
export function migrationsUpTo(newest: string, migrations: readonly MigrationClass[] = ownMigrations): readonly MigrationClass[] {
  const last = migrations.findIndex((migration) => migration.name === newest);
  if (last === -1) throw refuseBackup('backup-newer');
  return migrations.slice(0, last + 1);
}

/** Makes an empty database in memory by these migrations and reads what it consists of. */
export async function expectedSchema(migrations: readonly MigrationClass[]): Promise<ExpectedSchema> {
  const dataSource = await openDatabase({ path: ':memory:', key: null }, migrations);
  try {
    const rows: { type: string; name: string; tbl_name: string; sql: string | null }[] = await dataSource.query(schemaQuery);
    return {
      migrations: migrations.map((migration) => migration.name),
      objects: rows.map(({ type, name, tbl_name: table, sql }): SchemaObject => [type, name, table, sql]),
    };
  } finally {
    await dataSource.destroy();
  }
}
