/** What a file of one schema consists of, as our own migrations make it. */
export interface ExpectedSchema {
  /** Names of the migrations in it, oldest first. */
  readonly migrations: readonly string[];
  /** Every object as `[type, name, table, statement]`, by type and name. */
  readonly objects: readonly SchemaObject[];
}

export type SchemaObject = readonly [type: string, name: string, table: string, sql: string | null];

/** Every object of a schema, in one order. What ANALYZE keeps is derived, and left out. */
export const schemaQuery = `SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name`;
