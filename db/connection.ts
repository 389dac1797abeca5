import Database from 'better-sqlite3';

/** A bare connection, for work beside TypeORM: workers, checks, copies. */
export type Connection = InstanceType<typeof Database>;

/**
 * The key (32 bytes as hex; null only in memory) comes first: without it not even the header can be read. A wrong key fails at the first page.
 * What SQLite sorts and sets aside stays in memory: its passing files, in the system's own folder, are not encrypted.
 */
export function unlock(connection: Connection, key: string | null): void {
  if (key === null) return;
  connection.pragma(`cipher='sqlcipher'`);
  connection.pragma(`legacy=4`);
  connection.pragma(`key="x'${key}'"`);
  connection.pragma('temp_store = MEMORY');
}

/** Opens an existing file that is only looked at. Nothing its schema names is trusted. */
export function openToRead(path: string, key: string | null): Connection {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    unlock(connection, key);
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('query_only = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens an existing file of ours to write to it. */
export function openToWrite(path: string, key: string): Connection {
  const connection = new Database(path, { fileMustExist: true });
  try {
    unlock(connection, key);
    connection.pragma('trusted_schema = OFF');
    connection.pragma('synchronous = FULL');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
