import { importFields, type ColumnMapping, type ImportColumn, type ImportField } from '../../../../preload/contract/people/people.ts';
import form from '../../../ui/form/form.module.css';
import { fieldOfColumn } from './column-mapping.ts';
import styles from './import.module.css';
import { importFieldWords } from './import-words.ts';

/** The list's columns with some of their cells, and above each what it is read as. */
export function MappingTable({
  columns,
  mapping,
  onChange,
}: {
  readonly columns: readonly ImportColumn[];
  readonly mapping: ColumnMapping;
  readonly onChange: (column: number, field: ImportField | null) => void;
}) {
  const depth = Math.max(0, ...columns.map(({ samples }) => samples.length));
  return (
    <section className={styles.mappingPlace} aria-label="Columns of the list">
      <table className={styles.mapping}>
        <thead>
          <tr>
            {columns.map(({ index, header }) => {
              const field = fieldOfColumn(mapping, index);
              return (
                <th key={index} scope="col" data-left={field === undefined || undefined}>
                  <select
                    className={form.input}
                    aria-label={`Column ${header || index + 1} is`}
                    value={field ?? ''}
                    onChange={(event) => onChange(index, importFields.find((one) => one === event.target.value) ?? null)}
                  >
                    <option value="">Not imported</option>
                    {importFields.map((one) => (
                      <option key={one} value={one}>
                        {importFieldWords[one]}
                      </option>
                    ))}
                  </select>
                  <span className={styles.header}>{header || `Column ${index + 1}`}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: depth }, (_, line) => (
            <tr key={line}>
              {columns.map(({ index, samples }) => (
                <td key={index} data-left={fieldOfColumn(mapping, index) === undefined || undefined}>
                  {samples[line]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
