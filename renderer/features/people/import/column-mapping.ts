import { importFields, type ColumnMapping, type ImportField } from '../../../../preload/contract/people/people.ts';

/** The field a column fills; undefined when it is not imported. */
export function fieldOfColumn(mapping: ColumnMapping, column: number): ImportField | undefined {
  return importFields.find((field) => mapping[field] === column);
}

/**
 * The mapping after a column was given another field, or none. Every field is named in it, so that nothing is guessed
 * anew behind the person's back. A field fills from one column only: the former one is let go.
 */
export function remap(mapping: ColumnMapping, column: number, field: ImportField | null): ColumnMapping {
  const next: ColumnMapping = {};
  for (const one of importFields) next[one] = mapping[one] === column ? null : (mapping[one] ?? null);
  if (field !== null) next[field] = column;
  return next;
}

/** Whether a column with dates is imported, so that the order of day and month matters. */
export function mapsDates(mapping: ColumnMapping): boolean {
  const dated: readonly ImportField[] = ['payFrom', 'activeFrom', 'activeTo'];
  return dated.some((field) => mapping[field] !== undefined && mapping[field] !== null);
}
