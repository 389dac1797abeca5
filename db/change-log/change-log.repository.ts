import type { EntityManager } from 'typeorm';
import { isLoggedTable, loggedTables, type LoggedTable } from './logged-tables.ts';

/** A value as a column holds it. */
export type ColumnValue = string | number | null;

export interface RowRef {
  readonly table: LoggedTable;
  readonly rowId: string;
}

/** A logged change; `column` null is an inserted row and its `values` hold every column. */
export interface LoggedChange extends RowRef {
  readonly sequence: number;
  readonly changeSetId: string;
  readonly column: string | null;
  readonly values: Readonly<Record<string, ColumnValue>>;
  readonly replacedChangeSetId: string | null;
}

export interface ChangeSetRow {
  readonly id: string;
  readonly actorName: string;
  readonly procedure: string;
  readonly label: string;
  readonly at: string;
  readonly undoesId: string | null;
  /** True when a later set took it back and was not taken back itself. */
  readonly undone: boolean;
}

interface RawChange {
  sequence: number;
  changeSetId: string;
  tableName: string;
  rowId: string;
  columnName: string | null;
  value: string;
  replacedChangeSetId: string | null;
}

const changeColumns = `sequence, change_set_id AS changeSetId, table_name AS tableName, row_id AS rowId, column_name AS columnName, value,
  replaced_change_set_id AS replacedChangeSetId`;

const setColumns = `s.id, s.actor_name AS actorName, s.procedure, s.label, s.at, s.undoes_id AS undoesId,
  EXISTS (SELECT 1 FROM change_set u WHERE u.undoes_id = s.id AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes_id = u.id)) AS undone`;

/** Reads the change log, and puts earlier values back. */
export class ChangeLogRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async findSet(id: string): Promise<ChangeSetRow | undefined> {
    const rows: (Omit<ChangeSetRow, 'undone'> & { undone: number })[] = await this.#manager.query(
      `SELECT ${setColumns} FROM change_set s WHERE s.id = ?`,
      [id],
    );
    const [row] = rows;
    return row && { ...row, undone: row.undone === 1 };
  }

  /** Newest first, without those that hold entries of the access record alone: they have no label. */
  async listSets(limit: number): Promise<ChangeSetRow[]> {
    const rows: (Omit<ChangeSetRow, 'undone'> & { undone: number })[] = await this.#manager.query(
      `SELECT ${setColumns} FROM change_set s WHERE s.label <> '' ORDER BY s.sequence DESC LIMIT ?`,
      [limit],
    );
    return rows.map((row) => ({ ...row, undone: row.undone === 1 }));
  }

  /** Instant of the first change of all. */
  async firstAt(): Promise<string | null> {
    const rows: { at: string | null }[] = await this.#manager.query('SELECT min(at) AS at FROM change_set');
    return rows[0]?.at ?? null;
  }

  async changesOfSet(changeSetId: string): Promise<LoggedChange[]> {
    return this.#changes('change_set_id = ?', [changeSetId]);
  }

  /** Everything ever logged of these rows, oldest first. */
  async changesOfRows(rows: readonly RowRef[]): Promise<LoggedChange[]> {
    const all: LoggedChange[] = [];
    for (const { table, rowId } of rows) all.push(...(await this.#changes('table_name = ? AND row_id = ?', [table, rowId])));
    return all.toSorted((one, other) => one.sequence - other.sequence);
  }

  /** The row as it is, by column name; undefined when there is none. */
  async currentValues({ table, rowId }: RowRef): Promise<Record<string, ColumnValue> | undefined> {
    const columns = loggedTables[table].map((column) => `"${column}"`).join(', ');
    const rows: Record<string, ColumnValue>[] = await this.#manager.query(`SELECT ${columns} FROM "${table}" WHERE id = ?`, [rowId]);
    return rows[0];
  }

  /** Ids of the rows of `table` whose `column` holds `value`, archived ones too. */
  async rowIdsWhere(table: LoggedTable, column: string, value: string): Promise<string[]> {
    if (!loggedTables[table].some((known) => known === column)) throw new Error(`${table} has no column ${column}`);
    const rows: { id: string }[] = await this.#manager.query(`SELECT id FROM "${table}" WHERE "${column}" = ?`, [value]);
    return rows.map((row) => row.id);
  }

  /** Writes values back as a change of its own. */
  async restore({ table, rowId }: RowRef, values: Readonly<Record<string, ColumnValue>>): Promise<void> {
    const names = Object.keys(values).filter((name) => loggedTables[table].some((known) => known === name));
    const assignments = names.map((name) => `"${name}" = ?, `).join('');
    await this.#manager.query(`UPDATE "${table}" SET ${assignments}version = version + 1 WHERE id = ?`, [
      ...names.map((name) => values[name]),
      rowId,
    ]);
  }

  async #changes(condition: string, parameters: readonly string[]): Promise<LoggedChange[]> {
    const rows: RawChange[] = await this.#manager.query(`SELECT ${changeColumns} FROM change_log WHERE ${condition} ORDER BY sequence`, [
      ...parameters,
    ]);
    return rows.flatMap((row) => {
      if (!isLoggedTable(row.tableName)) return [];
      const parsed: unknown = JSON.parse(row.value);
      return [
        {
          sequence: row.sequence,
          changeSetId: row.changeSetId,
          table: row.tableName,
          rowId: row.rowId,
          column: row.columnName,
          values: row.columnName === null ? recordOf(parsed) : { [row.columnName]: valueOf(parsed) },
          replacedChangeSetId: row.replacedChangeSetId,
        },
      ];
    });
  }
}

function valueOf(value: unknown): ColumnValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function recordOf(value: unknown): Record<string, ColumnValue> {
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, valueOf(cell)]))
    : {};
}
