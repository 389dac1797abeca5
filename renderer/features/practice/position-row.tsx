import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Archive, GripVertical, X } from 'lucide-react';
import { positionFields, type PositionFields, type PositionView } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { CellChoice, CellText } from '../../ui/form/cell-fields.tsx';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { positionColour } from '../../ui/position-tag.tsx';
import type { GripOrdering, RowOrdering } from '../../ui/use-ordering.ts';
import { colourOptions } from './practice-words.ts';
import styles from './rows.module.css';
import { usePracticeWrites } from './use-practice-writes.ts';

/** One position as a line that saves itself. Without an id it is a new one, made when it is whole. */
export function PositionRow({
  position,
  row,
  grip,
  onDone,
}: {
  readonly position: PositionFields | PositionView;
  readonly row?: RowOrdering;
  readonly grip?: GripOrdering;
  /** Of a new one: made, or given up. */
  readonly onDone?: () => void;
}) {
  const trpc = useTrpc();
  const { savePosition, seen } = usePracticeWrites();
  const archive = useWrite(trpc.practice.position.archive.mutationOptions());
  const id = 'id' in position ? position.id : null;
  const state = useSavedForm({
    schema: positionFields,
    stored: { name: position.name, code: position.code, colour: position.colour },
    prefix: 'position',
    save: async (values) => {
      await savePosition(id === null ? { position: values } : { seen: seen(id), position: values });
      onDone?.();
    },
  });
  const { control } = state.form;
  const colour = state.form.watch('colour');
  const name = position.name || 'the new position';
  return (
    <li className={styles.row} {...row}>
      {grip ? (
        <span className={styles.grip} title="Drag to change the order" {...grip}>
          <GripVertical size={16} strokeWidth={1.5} aria-hidden />
        </span>
      ) : (
        <span />
      )}
      <SavedForm state={state} label={name} whole={id === null}>
        <div className={styles.position}>
          <span className={styles.swatch} style={{ background: positionColour(colour) }} />
          <CellText control={control} name="code" label={`Code of ${name}`} placeholder="FD" maxLength={2} capitals focus={id === null} />
          <CellText control={control} name="name" label={`Name of ${name}`} placeholder="Front desk" />
          <CellChoice control={control} name="colour" label={`Color of ${name}`} options={colourOptions} />
        </div>
      </SavedForm>
      {id === null ? (
        <div className={styles.tools}>
          <Button variant="contained" color="primary" onClick={() => void state.commit()}>
            Add
          </Button>
          <IconButton aria-label="Do not add it" onClick={onDone}>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
      ) : (
        <IconButton aria-label={`Archive ${name}`} title={`Archive ${name}`} onClick={() => archive.mutate({ seen: seen(id) })}>
          <Archive size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
