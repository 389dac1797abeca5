import { isLoggedTable, loggedTables, type LoggedTable } from './logged-tables.ts';

/** Logged, but about computers and who may use them: a practice stays the same practice on another computer and with other accounts. */
const notContent: ReadonlySet<string> = new Set(['device', 'account']);

/**
 * The tables that hold what the practice is, rows that others point to first. They make the state hash and the export of everything.
 * Keys, PINs and passphrases are in none of them.
 */
export const contentTables: readonly LoggedTable[] = Object.keys(loggedTables)
  .filter(isLoggedTable)
  .filter((table) => !notContent.has(table));

/** Every column of a content table, in the order of the export. */
export const contentColumns = (table: LoggedTable): readonly string[] => ['id', 'version', ...loggedTables[table]];
