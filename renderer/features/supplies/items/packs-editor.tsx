import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useState, type FocusEvent } from 'react';
import type { PackFields } from '../../../../preload/contract/supplies/catalogue.ts';
import { refusalOf } from '../../../api/refusal.ts';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';

interface Row {
  readonly code: string;
  /** What it holds of the one before it, as typed. */
  readonly holds: string;
  readonly orderable: boolean;
}

const rowsOf = (packs: readonly PackFields[]): readonly Row[] =>
  packs.map(({ code, baseUnits, orderable }, index) => ({
    code,
    holds: String(baseUnits / (packs[index - 1]?.baseUnits ?? 1)),
    orderable,
  }));

/** The chain of packs as typed: each holds so many of the one before it. Undefined while a line is not whole. */
function packsOf(rows: readonly Row[]): PackFields[] | undefined {
  const packs: PackFields[] = [];
  for (const { code, holds, orderable } of rows) {
    const count = Number(holds);
    if (code.trim() === '' || !/^\d+$/.test(holds.trim()) || count < 1) return undefined;
    packs.push({ code: code.trim(), baseUnits: count * (packs.at(-1)?.baseUnits ?? 1), orderable });
  }
  return packs;
}

/** Edits a chain of packs, smallest first: "box = 100 each, case = 10 box". Saved when the focus leaves it and it is whole. */
export function PacksEditor({
  packs,
  baseUnit,
  label,
  showOrderable,
  disabled,
  save,
}: {
  readonly packs: readonly PackFields[];
  readonly baseUnit: string;
  readonly label: string;
  readonly showOrderable: boolean;
  readonly disabled: boolean;
  readonly save: (packs: PackFields[]) => Promise<unknown>;
}) {
  const [typed, setTyped] = useState<readonly Row[] | null>(null);
  const [error, setError] = useState('');
  const rows = typed ?? rowsOf(packs);
  const change = (index: number, next: Partial<Row>) => setTyped(rows.map((row, at) => (at === index ? { ...row, ...next } : row)));
  const store = async (wanted: readonly Row[]) => {
    const chain = packsOf(wanted);
    if (!chain) {
      setError('Give each pack a name and a whole number.');
      return;
    }
    try {
      if (JSON.stringify(chain) !== JSON.stringify(plain(packs))) await save(chain);
      setTyped(null);
      setError('');
    } catch (caught) {
      setError(refusalOf(caught).message);
    }
  };
  const saving = {
    onBlur: (event: FocusEvent) => {
      if (typed !== null && !event.currentTarget.contains(event.relatedTarget)) void store(typed);
    },
  };
  return (
    <fieldset className={styles.plain} aria-label={label} disabled={disabled} {...saving}>
      {rows.map(({ code, holds, orderable }, index) => {
        const total = packsOf(rows.slice(0, index + 1))?.at(-1)?.baseUnits;
        return (
          <div key={index} className={styles.pack}>
            <input
              className={form.input}
              aria-label={`Pack ${index + 1}`}
              value={code}
              onChange={(event) => change(index, { code: event.target.value })}
            />
            <span aria-hidden>=</span>
            <input
              className={`${form.input} num`}
              aria-label={`Pack ${index + 1} holds`}
              inputMode="numeric"
              value={holds}
              onChange={(event) => change(index, { holds: event.target.value })}
            />
            <span className={styles.quiet}>
              {rows[index - 1]?.code ?? baseUnit}
              {index > 0 && total !== undefined && ` = ${total.toLocaleString('en-US')} ${baseUnit}`}
            </span>
            {showOrderable ? (
              <label className={form.tick}>
                <input type="checkbox" checked={orderable} onChange={(event) => change(index, { orderable: event.target.checked })} />
                order
              </label>
            ) : (
              <span />
            )}
            <IconButton
              aria-label={`Remove pack ${code || index + 1}`}
              disabled={disabled || (showOrderable && rows.length === 1)}
              onClick={() => setTyped(rows.filter((_, at) => at !== index))}
            >
              <X size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      {error && <p className={styles.error}>{error}</p>}
      {!disabled && (
        <Button
          variant="text"
          startIcon={<Plus size={14} aria-hidden />}
          onClick={() => setTyped([...rows, { code: '', holds: '', orderable: true }])}
        >
          Add a pack
        </Button>
      )}
    </fieldset>
  );
}

const plain = (packs: readonly PackFields[]): PackFields[] =>
  packs.map(({ code, baseUnits, orderable }) => ({ code, baseUnits, orderable }));
