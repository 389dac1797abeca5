import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { CountLineView } from '../../../../preload/contract/supplies/counts.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useUndoActions, useWrite } from '../../../app/use-write.ts';
import { shortInstant } from '../../../ui/dates.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { differenceWords } from './counting-state.ts';
import styles from './counting.module.css';

/**
 * The line in hand: what should be there, and the number that is typed. Enter saves and goes on; "=" takes what should be there; S and N act
 * only while nothing is typed. What was typed stays when it is refused.
 */
export function CountEntry({
  line,
  blind,
  onNext,
  onMove,
}: {
  readonly line: CountLineView;
  readonly blind: boolean;
  readonly onNext: () => void;
  readonly onMove: (step: 1 | -1) => void;
}) {
  const trpc = useTrpc();
  const { undo } = useUndoActions();
  const [typed, setTyped] = useState(line.typed);
  const [note, setNote] = useState<string | null>(line.note === '' ? null : line.note);
  const input = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const write = useWrite(trpc.supplies.counts.write.mutationOptions(), { done: null, sayRefusal: false });
  const skip = useWrite(trpc.supplies.counts.skip.mutationOptions(), { done: null });
  const reading = useQuery({
    ...trpc.supplies.counts.read.queryOptions({ lineId: line.id, typed }),
    enabled: typed !== '',
    placeholderData: (before) => before,
  });
  // The line is taken in hand to type into it, from wherever the focus was.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    input.current?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const seen = { id: line.id, version: line.version };
  const changed = typed.trim() !== line.typed || (note ?? '') !== line.note;
  const save = (text: string, then: () => void) => {
    if (text.trim() === line.typed && (note ?? '') === line.note) then();
    else write.mutate({ seen, typed: text, ...(note === null ? {} : { note }) }, { onSuccess: then });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const empty = typed === '' || typed === line.typed;
    if (event.key === 'Enter') save(typed, onNext);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') save(typed, () => onMove(event.key === 'ArrowDown' ? 1 : -1));
    else if (plain && empty && event.key === '=' && !blind) save('=', onNext);
    else if (plain && empty && event.key.toLowerCase() === 's') skip.mutate({ seen, skipped: !line.skipped }, { onSuccess: onNext });
    else if (plain && empty && event.key.toLowerCase() === 'n') setNote(note ?? '');
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !changed) void undo();
    else return;
    event.preventDefault();
  };

  const read = typed === '' ? undefined : reading.data;
  const refused = write.error ? refusalOf(write.error).message : read?.ok === false ? read.message : undefined;
  return (
    <tr className={styles.inHand} aria-current="true">
      <td colSpan={blind ? 3 : 8} aria-label={line.name}>
        <div className={styles.hand}>
          <span className={styles.handShelf}>{line.shelf}</span>
          <div className={styles.what}>
            <h2>{line.name}</h2>
            <p>
              counted as {line.baseUnit}
              {line.packs.filter((pack) => pack.baseUnits > 1).map((pack) => `, ${pack.code} of ${pack.baseUnits}`)}
              {line.lotNumber !== '' && `, lot ${line.lotNumber}`}
              {line.expiresOn !== null && `, expires ${line.expiresOn}`}
            </p>
            {!blind && <Past line={line} />}
          </div>
          <div className={styles.entry}>
            <div className={styles.entryLabel}>
              <label htmlFor={fieldId}>Counted</label>
              {!blind && line.shouldBe !== null && (
                <span>
                  <Kbd keys="=" /> same as it should be, {line.shouldBe.toLocaleString('en-US')}
                </span>
              )}
            </div>
            <input
              ref={input}
              id={fieldId}
              className={styles.field}
              value={typed}
              autoComplete="off"
              maxLength={60}
              aria-describedby={`${fieldId}-says`}
              aria-invalid={refused ? true : undefined}
              onChange={(event) => {
                write.reset();
                setTyped(event.target.value);
              }}
              onKeyDown={onKeyDown}
            />
            <div id={`${fieldId}-says`} className={styles.says} aria-live="polite">
              {refused !== undefined && <p className={styles.refused}>{refused}</p>}
              {refused === undefined && read?.ok && (
                <p>
                  <span>
                    {read.text} = <b>{read.baseUnits?.toLocaleString('en-US')}</b>
                  </span>
                  {read.difference !== null && (
                    <span className={styles.says2} data-differs={read.difference !== 0 || undefined}>
                      {read.difference === 0 ? 'same' : `≠ ${differenceWords(read.difference)}`}
                    </span>
                  )}
                </p>
              )}
            </div>
            {note === null ? (
              <button type="button" className={styles.noteButton} onClick={() => setNote('')}>
                <Kbd keys="N" /> note
              </button>
            ) : (
              <input
                className={styles.note}
                value={note}
                maxLength={500}
                aria-label="Note"
                placeholder="Note for who looks through the differences"
                ref={focusWhenEmpty}
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') save(typed, onNext);
                  else if (event.key === 'Escape') input.current?.focus();
                }}
              />
            )}
          </div>
        </div>
      </td>
    </tr>
  );
}

/** A note that is begun is typed into at once. */
const focusWhenEmpty = (field: HTMLInputElement | null) => {
  if (field?.value === '') field.focus();
};

function Past({ line }: { readonly line: CountLineView }) {
  const facts: readonly [string, number | null, string][] = [
    ['Last count', line.lastCount, line.lastCountedAt === null ? 'never' : shortInstant(line.lastCountedAt)],
    ['Came in', line.cameIn, 'since then'],
    ['Went out', line.wentOut, 'since then'],
    ['Should be', line.shouldBe, 'now'],
  ];
  return (
    <dl className={styles.past}>
      {facts.map(([name, value, when]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null ? '-' : value.toLocaleString('en-US')} <small>{when}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
