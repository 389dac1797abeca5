import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { PositionView } from '../../../../preload/contract/practice/practice.ts';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { closeDraft, draftUnder, dropDraft, keepDraft, useDraft } from '../../../app/draft.store.ts';
import { useWrite } from '../../../app/use-write.ts';
import { neededDraft, neededKey, weekPage, type NeededLineDraft } from '../drafts.ts';
import { NeededForm, type NeededValues } from './needed-form.tsx';
import { neededLines, weekdaysText, type NeededLine } from './needed-words.ts';
import styles from './needed.module.css';

interface NeededDialogProps {
  readonly view: WeekView;
  readonly positions: readonly PositionView[];
}

const seenRows = (line: NeededLine) => line.rows.map(({ id, version }) => ({ id, version }));

/** Opens the dialog, with the line that was being filled in. */
export function openNeeded(view: WeekView): void {
  keepDraft(neededKey(view), draftUnder(neededKey(view), neededDraft) ?? { open: null }, weekPage(view));
}

const newLine = (positionId: string): NeededLineDraft => ({ positionId, line: null, weekdays: [1, 2, 3, 4, 5], band: '', minimum: '1' });
const changedLine = ({ positionId, key, weekdays, band, minimum }: NeededLine): NeededLineDraft => ({
  positionId,
  line: key,
  weekdays: [...weekdays],
  band: band.replaceAll('–', '-'),
  minimum: String(minimum),
});

/** How many people of each position are needed, on which weekdays, from when to when. Closing keeps the line that is being filled in. */
export function NeededDialog({ view, positions }: NeededDialogProps) {
  const { value, isOpen } = useDraft(neededKey(view), neededDraft);
  return isOpen && value !== null ? <OpenNeeded view={view} positions={positions} open={value.open} /> : null;
}

function OpenNeeded({ view, positions, open }: NeededDialogProps & { readonly open: NeededLineDraft | null }) {
  const trpc = useTrpc();
  const { locationId } = view;
  const key = neededKey(view);
  const { data: requirements } = useQuery(trpc.rostering.requirement.list.queryOptions({ locationId }));
  const add = useWrite(trpc.rostering.requirement.addMany.mutationOptions(), { done: null, sayRefusal: false });
  const archive = useWrite(trpc.rostering.requirement.archive.mutationOptions());
  const lines = neededLines(requirements ?? []);
  const setOpen = (next: NeededLineDraft | null): void => {
    add.reset();
    keepDraft(key, { open: next }, weekPage(view));
  };

  const remove = async (line: NeededLine): Promise<void> => {
    await archive.mutateAsync({ requirements: seenRows(line) });
  };
  const save = async (values: NeededValues, positionId: string, line: NeededLine | undefined): Promise<void> => {
    await add.mutateAsync({ locationId, positionId, ...values, replaces: line ? seenRows(line) : [] });
    keepDraft(key, { open: null }, weekPage(view));
  };
  const leave = (): void => (open === null ? dropDraft(key) : closeDraft(key));
  const form = (typed: NeededLineDraft, line?: NeededLine): React.ReactNode => {
    const isGone = typed.line !== null && line === undefined;
    const refusal = add.error === null ? null : refusalOf(add.error).message;
    return (
      <NeededForm
        key={typed.line ?? 'new'}
        typed={isGone ? { ...typed, line: null } : typed}
        refusal={refusal ?? (isGone ? 'Somebody changed this line meanwhile. Add puts yours beside what is there now.' : null)}
        onType={(next) => setOpen({ ...next, line: typed.line })}
        onSave={(values) => void save(values, typed.positionId, line).catch(() => null)}
        onCancel={() => setOpen(null)}
      />
    );
  };

  return (
    <Dialog open onClose={leave} maxWidth="md" fullWidth aria-labelledby="needed-title">
      <DialogTitle id="needed-title">People needed</DialogTitle>
      <DialogContent>
        {positions.map((position) => {
          const own = lines.filter((line) => line.positionId === position.id);
          const typed = open?.positionId === position.id ? open : null;
          const adding = typed !== null && requirements !== undefined && !own.some((line) => line.key === typed.line);
          return (
            <section key={position.id} className={styles['position']} aria-label={position.name}>
              <div className={styles['heading']} style={{ ['--p' as string]: `var(--p-${position.colour})` }}>
                <b>{position.code}</b>
                <h3>{position.name}</h3>
                {!adding && (
                  <Button variant="text" onClick={() => setOpen(newLine(position.id))} aria-label={`Add to ${position.name}`}>
                    Add
                  </Button>
                )}
              </div>
              {own.length === 0 && !adding && <p className={styles['quiet']}>Nobody is asked for.</p>}
              {own.map((line) =>
                typed?.line === line.key ? (
                  form(typed, line)
                ) : (
                  <div key={line.key} className={styles['line']}>
                    <span className={styles['words']}>
                      {weekdaysText(line.weekdays)} {line.band}: at least <b>{line.minimum}</b>
                    </span>
                    <Button variant="text" onClick={() => setOpen(changedLine(line))}>
                      Change
                    </Button>
                    <Button variant="text" onClick={() => void remove(line).catch(() => null)}>
                      Remove
                    </Button>
                  </div>
                ),
              )}
              {adding && form(typed)}
            </section>
          );
        })}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={leave}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
