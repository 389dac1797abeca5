import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { PositionView } from '../../../../preload/contract/practice/practice.ts';
import type { CellEntry, WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { HistorySubject } from '../../../../preload/contract/history/history.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { HistoryPanel } from '../../history/history-panel.tsx';
import { cellAt, gridModel, spotOf } from '../grid/grid-model.ts';
import { useSchedule } from '../store.ts';
import { ShiftForm } from './shift-form.tsx';
import styles from './shift-panel.module.css';

interface ShiftPanelProps {
  readonly view: WeekView;
  /** False for those who may only look. */
  readonly canWrite: boolean;
  readonly positions: readonly PositionView[];
}

const subjects: Readonly<Record<CellEntry['kind'], HistorySubject>> = { shift: 'shift', time_off: 'time_off', unread: 'unread_entry' };

/** What the selected cell holds, piece by piece, and what happened to it. */
export function ShiftPanel({ view, canWrite, positions }: ShiftPanelProps) {
  const active = useSchedule((state) => state.active);
  const model = gridModel(view);
  const spot = active === null ? null : spotOf(model, active);
  if (spot === null) return <p className={styles['nothing']}>Select a cell to see what is in it.</p>;
  const cell = cellAt(model, spot);
  const heading = `${model.lines[spot.row]?.name ?? ''}, ${model.days[spot.col]?.head ?? ''}`;
  return (
    <div className={styles['panel']}>
      <h2 className={styles['heading']}>{heading}</h2>
      {cell.entries.length === 0 && (
        <p className={styles['quiet']}>
          {canWrite ? 'Nothing is planned here. Type into the cell, like 8-5.' : 'Nothing is planned here.'}
        </p>
      )}
      {cell.entries.map((entry) => (
        <section key={entry.id} className={styles['entry']} aria-label={entryWords(entry)}>
          {canWrite && entry.kind === 'shift' && entry.elsewhere === '' ? (
            <ShiftDetails id={entry.id} positions={positions} />
          ) : (
            <p className={styles['quiet']}>
              {entryWords(entry)}
              {entry.kind === 'unread' && <span className={styles['reason']}>{entry.reason}</span>}
              {entry.kind === 'shift' && entry.elsewhere !== '' && (
                <span className={styles['reason']}>This shift is planned at {entry.elsewhere}; change it there.</span>
              )}
            </p>
          )}
          <h3 className={styles['subhead']}>History</h3>
          <div className={styles['history']}>
            <HistoryPanel subject={subjects[entry.kind]} ids={[entry.id]} />
          </div>
        </section>
      ))}
    </div>
  );
}

function entryWords(entry: CellEntry): string {
  if (entry.kind === 'shift') return `${entry.start}–${entry.end}`;
  if (entry.kind === 'time_off') return [entry.label, entry.hours].filter((word) => word !== '').join(', ');
  return `“${entry.text}”`;
}

function ShiftDetails({ id, positions }: { readonly id: Id; readonly positions: readonly PositionView[] }) {
  const trpc = useTrpc();
  const shift = useQuery(trpc.rostering.shift.get.queryOptions({ id }));
  const archive = useWrite(trpc.rostering.shift.archive.mutationOptions());
  if (shift.error !== null) return <ErrorNotice error={shift.error} onRetry={() => void shift.refetch()} />;
  if (shift.data === undefined) return null;
  const { version } = shift.data;
  return (
    <>
      <ShiftForm detail={shift.data} positions={positions} />
      <Button sx={{ mt: 3 }} disabled={archive.isPending} onClick={() => archive.mutate({ seen: { id, version } })}>
        Remove this shift
      </Button>
    </>
  );
}
