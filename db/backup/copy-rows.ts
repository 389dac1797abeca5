import type { Connection } from '../connection.ts';
import { refuseBackup } from './backup-refusal.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Copies every row of `source` into `target`, two files of one schema, of which `target` was just made by our migrations.
 * The triggers of `target` are put aside meanwhile: what they would write is copied as it was. All or nothing.
 * Where AUTOINCREMENT goes on SQLite takes from the rows itself; a counter of the source could be at its end, and nothing be saved after it.
 */
export function copyRows(source: Connection, target: Connection, report: (done: number, total: number) => void): void {
  const tables = target
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`)
    .pluck()
    .all();
  const triggers = target.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all();
  target.pragma('foreign_keys = OFF');
  const copyAll = target.transaction(() => {
    for (const { name } of triggers) target.exec(`DROP TRIGGER "${name}"`);
    for (const [index, table] of tables.entries()) {
      copyTable(source, target, table);
      report(index + 1, tables.length);
    }
    for (const { sql } of triggers) target.exec(sql);
  });
  copyAll.immediate();
  target.pragma('foreign_keys = ON');
}

function copyTable(source: Connection, target: Connection, table: string): void {
  const columns = target.prepare<[], Column>(`SELECT name, type FROM pragma_table_info('${table}') ORDER BY cid`).all();
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  target.exec(`DELETE FROM "${table}"`);
  const insert = target.prepare<unknown[]>(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  // Whole numbers as they are: a number of JavaScript is written as a floating one.
  const rows = source.prepare<[], unknown[]>(`SELECT ${names} FROM "${table}" ORDER BY rowid`).raw().safeIntegers(true);
  const fits = columns.map(fitOf);
  let copied = 0;
  for (const row of rows.iterate()) {
    // SQLite takes any value in any column; we do not.
    if (row.some((value, index) => value !== null && fits[index]?.(value) === false)) throw refuseBackup('backup-schema');
    insert.run(row);
    copied += 1;
  }
  const counted = target.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get();
  if (counted !== copied) throw new Error(`${counted} of ${copied} rows of ${table} were copied`);
}

function fitOf({ type }: Column): (value: unknown) => boolean {
  const declared = type.toLowerCase();
  if (declared.includes('int')) return (value) => typeof value === 'bigint';
  if (declared.includes('char') || declared.includes('text')) return (value) => typeof value === 'string';
  if (declared.includes('blob')) return (value) => value instanceof Uint8Array;
  return () => true;
}
