/**
 * The triggers that log a table, as SQL. They call no function of the app, so that they work with `trusted_schema=OFF`.
 * A migration names table and columns itself: what it made then must not change with the code of today.
 */
export function changeLogTriggers(table: string, columns: readonly string[]): string[] {
  const values = columns.map((column) => `'${column}', NEW."${column}"`).join(', ');
  const updates = columns.map(
    (column) => `
  INSERT INTO change_log (change_set_id, table_name, row_id, column_name, value, replaced_change_set_id)
  SELECT (SELECT change_set_id FROM current_change_set WHERE id = 1), '${table}', NEW.id, '${column}', json_quote(NEW."${column}"),
    (SELECT change_set_id FROM change_log WHERE table_name = '${table}' AND row_id = NEW.id AND (column_name = '${column}' OR column_name IS NULL) ORDER BY sequence DESC LIMIT 1)
  WHERE OLD."${column}" IS NOT NEW."${column}";`,
  );
  return [
    `CREATE TRIGGER "log_${table}_insert" AFTER INSERT ON "${table}" BEGIN
  INSERT INTO change_log (change_set_id, table_name, row_id, column_name, value, replaced_change_set_id)
  VALUES ((SELECT change_set_id FROM current_change_set WHERE id = 1), '${table}', NEW.id, NULL, json_object(${values}), NULL);
END`,
    `CREATE TRIGGER "log_${table}_update" AFTER UPDATE ON "${table}" BEGIN${updates.join('')}
END`,
    `CREATE TRIGGER "keep_${table}" BEFORE DELETE ON "${table}" BEGIN
  SELECT RAISE(ABORT, 'rows are archived, never deleted');
END`,
  ];
}
