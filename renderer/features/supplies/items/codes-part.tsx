import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { identifierSchemes } from '../../../../preload/contract/supplies/choices.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';
import { schemeWords } from '../supplies-words.ts';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';

/** The codes by which an item is scanned, with how many of it each stands for. */
export function CodesPart({ item, canWrite }: { readonly item: ItemView; readonly canWrite: boolean }) {
  const trpc = useTrpc();
  const archive = useWrite(trpc.supplies.catalogue.identifier.archive.mutationOptions());
  if (!canWrite && item.identifiers.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Codes">
      <h3>Codes</h3>
      {item.identifiers.length === 0 && <p className={styles.quiet}>None yet. A scan then finds the item.</p>}
      {item.identifiers.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {item.identifiers.map(({ id, version, scheme, shown, baseUnits }) => (
              <tr key={id}>
                <td>{schemeWords[scheme]}</td>
                <td className="num">{shown}</td>
                <td data-number className="num">
                  {baseUnits === 1 ? `1 ${item.baseUnit}` : `${baseUnits.toLocaleString('en-US')} ${item.baseUnit}`}
                </td>
                <td className={styles.tools}>
                  {canWrite && (
                    <IconButton aria-label={`Remove code ${shown}`} onClick={() => archive.mutate({ seen: { id, version } })}>
                      <X size={16} strokeWidth={1.5} aria-hidden />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {canWrite && <NewCode item={item} />}
    </section>
  );
}

function NewCode({ item }: { readonly item: ItemView }) {
  const { saveIdentifier } = useCatalogueWrites();
  const [scheme, setScheme] = useState<(typeof identifierSchemes)[number]>('gtin');
  const [value, setValue] = useState('');
  const [units, setUnits] = useState('1');
  const [error, setError] = useState('');
  const add = async () => {
    try {
      await saveIdentifier({ identifier: { itemId: item.id, scheme, value, baseUnits: Number(units) } });
      setValue('');
      setError('');
    } catch (caught) {
      setError(refusalOf(caught).message);
    }
  };
  return (
    <form
      className={styles.line}
      aria-label="New code"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <select
        className={form.input}
        aria-label="Kind of code"
        value={scheme}
        onChange={(event) => setScheme(identifierSchemes.find((one) => one === event.target.value) ?? 'gtin')}
      >
        {identifierSchemes.map((one) => (
          <option key={one} value={one}>
            {schemeWords[one]}
          </option>
        ))}
      </select>
      <input
        className={`${form.input} ${styles.grow} num`}
        aria-label="Code to add"
        placeholder="Scan or type"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <input
        className={`${form.input} ${styles.short} num`}
        aria-label={`Stands for so many ${item.baseUnit}`}
        inputMode="numeric"
        value={units}
        onChange={(event) => setUnits(event.target.value)}
      />
      <Button type="submit" disabled={value.trim() === ''}>
        Add code
      </Button>
      {error && <p className={styles.error}>{error}</p>}
    </form>
  );
}
