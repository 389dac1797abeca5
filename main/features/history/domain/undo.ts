import type { ChangeSetRow, ColumnValue, LoggedChange, RowRef } from '../../../../db/change-log/change-log.repository.ts';

/** What a change set did to one row, and what it takes to put it back. */
export interface RowReversal extends RowRef {
  readonly values: Readonly<Record<string, ColumnValue>>;
}

/** A field that no longer holds what the change set wrote. */
export interface UndoObstacle extends RowRef {
  readonly column: string;
}

export type UndoPlan =
  { readonly ok: true; readonly reversals: readonly RowReversal[] } | { readonly ok: false; readonly obstacle: UndoObstacle };

export interface RowFacts extends RowRef {
  /** What the set logged of this row, oldest first. */
  readonly changes: readonly LoggedChange[];
  /** The row as it is now. */
  readonly current: Readonly<Record<string, ColumnValue>>;
  /** What each changed column held before the set. */
  readonly before: Readonly<Record<string, ColumnValue>>;
}

/**
 * Plans the way back of a change set: an inserted row is archived, a changed field gets its earlier value.
 * Refused when one of its fields no longer holds what the set wrote: somebody changed it since.
 * @param at instant at which rows are archived, ISO 8601 UTC
 */
export function planUndo(rows: readonly RowFacts[], at: string): UndoPlan {
  const reversals: RowReversal[] = [];
  for (const row of rows) {
    const written = valuesWritten(row.changes);
    for (const [column, value] of Object.entries(written)) {
      if (row.current[column] !== value) return { ok: false, obstacle: { table: row.table, rowId: row.rowId, column } };
    }
    const inserted = row.changes.some((change) => change.column === null);
    const values = inserted
      ? { archived_at: at }
      : Object.fromEntries(Object.keys(written).map((column) => [column, row.before[column] ?? null]));
    reversals.push({ table: row.table, rowId: row.rowId, values });
  }
  return { ok: true, reversals };
}

/** The last value the changes gave each column. */
export function valuesWritten(changes: readonly LoggedChange[]): Record<string, ColumnValue> {
  return Object.assign({}, ...changes.map((change) => change.values));
}

/** "Import 24 people" -> "Undo: Import 24 people" -> "Redo: Import 24 people" */
export function undoLabel(set: Pick<ChangeSetRow, 'label' | 'undoesId'>): string {
  const plain = set.label.replace(/^(Undo|Redo): /, '');
  return set.undoesId === null || set.label.startsWith('Redo: ') ? `Undo: ${plain}` : `Redo: ${plain}`;
}
