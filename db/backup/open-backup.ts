import { closeSync, openSync, readSync } from 'node:fs';
import { openToRead, type Connection } from '../connection.ts';
import { refuseBackup } from './backup-refusal.ts';
import { schemaQuery, type ExpectedSchema, type SchemaObject } from './schema-object.ts';

/**
 * Opens the database of a backup to be read: nobody's until it is proven to be one of ours.
 * Refuses another key, a plain file, a schema that our migrations do not make, and pages that do not pass.
 */
export function openBackup(path: string, key: string, expected: ExpectedSchema): Connection {
  if (isPlain(path)) throw refuseBackup('backup-strange');
  const connection = openToRead(path, key);
  try {
    const objects = readSchema(connection);
    if (JSON.stringify(objects) !== JSON.stringify(expected.objects)) throw refuseBackup('backup-schema');
    const applied = connection.prepare<[], [string]>('SELECT name FROM migrations ORDER BY id').raw().all();
    if (JSON.stringify(applied.flat()) !== JSON.stringify(expected.migrations)) throw refuseBackup('backup-schema');
    checkPages(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function readSchema(connection: Connection): SchemaObject[] {
  try {
    return connection.prepare<[], [string, string, string, string | null]>(schemaQuery).raw().all();
  } catch (cause) {
    throw refuseBackup('backup-key', cause);
  }
}

/** Throws unless every page, every index and every reference is in order. */
export function checkPages(connection: Connection): void {
  try {
    const said = connection.pragma('integrity_check(1)', { simple: true });
    if (said !== 'ok') throw new Error(String(said));
    if (connection.prepare('PRAGMA foreign_key_check').all().length > 0) throw new Error('Rows point to rows that are not there');
  } catch (cause) {
    throw refuseBackup('backup-damaged', cause);
  }
}

const plainStart = 'SQLite format 3\0';

/** True for a database that is not encrypted. */
export function isPlain(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(plainStart.length);
    readSync(descriptor, start, 0, start.length, 0);
    return start.toString('latin1') === plainStart;
  } finally {
    closeSync(descriptor);
  }
}
