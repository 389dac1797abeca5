import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PositionView } from '../../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import { NeededForm, type NeededValues } from './needed-form.tsx';
import { neededLines, weekdaysText, type NeededLine } from './needed-words.ts';
import styles from './needed.module.css';

interface NeededDialogProps {
  readonly locationId: string;
  readonly positions: readonly PositionView[];
  readonly onClose: () => void;
}

/** Which line is being filled in: a position's new one, or one that is there. */
type Open = { readonly positionId: string; readonly line?: NeededLine } | null;

const seenRows = (line: NeededLine) => line.rows.map(({ id, version }) => ({ id, version }));

/** How many people of each position are needed, on which weekdays, from when to when. */
export function NeededDialog({ locationId, positions, onClose }: NeededDialogProps) {
  const trpc = useTrpc();
  const { data: requirements = [] } = useQuery(trpc.rostering.requirement.list.queryOptions({ locationId }));
  const [open, setOpen] = useState<Open>(null);
  const add = useWrite(trpc.rostering.requirement.addMany.mutationOptions(), { done: null, sayRefusal: false });
  const archive = useWrite(trpc.rostering.requirement.archive.mutationOptions());
  const lines = neededLines(requirements);

  const remove = async (line: NeededLine): Promise<void> => {
    await archive.mutateAsync({ requirements: seenRows(line) });
  };
  const save = async (positionId: string, values: NeededValues, line: NeededLine | undefined): Promise<void> => {
    await add.mutateAsync({ locationId, positionId, ...values, replaces: line ? seenRows(line) : [] });
    setOpen(null);
  };
  const form = (positionId: string, line?: NeededLine): React.ReactNode => (
    <NeededForm
      key={line?.key ?? 'new'}
      {...(line === undefined ? {} : { line })}
      refusal={add.error === null ? null : refusalOf(add.error).message}
      onSave={(values) => void save(positionId, values, line).catch(() => null)}
      onCancel={() => setOpen(null)}
    />
  );

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="needed-title">
      <DialogTitle id="needed-title">People needed</DialogTitle>
      <DialogContent>
        {positions.map((position) => {
          const own = lines.filter((line) => line.positionId === position.id);
          const adding = open !== null && open.positionId === position.id && open.line === undefined;
          return (
            <section key={position.id} className={styles['position']} aria-label={position.name}>
              <div className={styles['heading']} style={{ ['--p' as string]: `var(--p-${position.colour})` }}>
                <b>{position.code}</b>
                <h3>{position.name}</h3>
                {!adding && (
                  <Button variant="text" onClick={() => setOpen({ positionId: position.id })} aria-label={`Add to ${position.name}`}>
                    Add
                  </Button>
                )}
              </div>
              {own.length === 0 && !adding && <p className={styles['quiet']}>Nobody is asked for.</p>}
              {own.map((line) =>
                open?.line?.key === line.key ? (
                  form(position.id, line)
                ) : (
                  <div key={line.key} className={styles['line']}>
                    <span className={styles['words']}>
                      {weekdaysText(line.weekdays)} {line.band}: at least <b>{line.minimum}</b>
                    </span>
                    <Button variant="text" onClick={() => setOpen({ positionId: position.id, line })}>
                      Change
                    </Button>
                    <Button variant="text" onClick={() => void remove(line).catch(() => null)}>
                      Remove
                    </Button>
                  </div>
                ),
              )}
              {adding && form(position.id)}
            </section>
          );
        })}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
