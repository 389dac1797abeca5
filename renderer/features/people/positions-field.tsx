import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { get, useController, type Control } from 'react-hook-form';
import { positionLevels, type PositionLevel } from '../../../preload/contract/people/people.ts';
import type { PositionView } from '../../../preload/contract/practice/practice.ts';
import form from '../../ui/form/form.module.css';
import { levelWords } from './people-words.ts';
import type { PersonDraft } from './person-draft.ts';
import styles from './person-form.module.css';

/** What someone can do, and at which level. The first one added is their own position. */
export function PositionsField({
  control,
  positions,
}: {
  readonly control: Control<PersonDraft, unknown, PersonDraft>;
  readonly positions: readonly PositionView[];
}) {
  const {
    field: { value: chosen, onChange, ref },
    formState,
  } = useController({ control, name: 'positions' });
  const left = positions.filter(({ id }) => !chosen.some(({ positionId }) => positionId === id));
  const whole = messageAt(formState.errors, 'positions.root') ?? messageAt(formState.errors, 'positions');
  const change = (index: number, next: Partial<(typeof chosen)[number]>) =>
    onChange(
      chosen.map((one, at) => {
        if (at === index) return { ...one, ...next };
        // There is one own position: choosing another makes the former one cover.
        return next.level === 'primary' && one.level === 'primary' ? { ...one, level: 'can_cover' as const } : one;
      }),
    );
  const add = () => {
    const [first] = left;
    if (!first) return;
    const level: PositionLevel = chosen.some((one) => one.level === 'primary') ? 'can_cover' : 'primary';
    onChange([...chosen, { positionId: first.id, level }]);
  };

  return (
    <fieldset className={styles.section} aria-label="Positions">
      <div className={styles.sectionHead}>
        <h3>Positions</h3>
        {left.length > 0 && (
          <Button ref={ref} onClick={add} startIcon={<Plus size={14} aria-hidden />}>
            Add a position
          </Button>
        )}
      </div>
      {chosen.length === 0 && <p className={styles.quiet}>None yet: they stand at the end of the schedule.</p>}
      {chosen.map(({ positionId, level }, index) => {
        const name = positions.find(({ id }) => id === positionId)?.name ?? 'Archived position';
        const error = messageAt(formState.errors, `positions.${index}.positionId`);
        return (
          <div key={positionId} className={styles.line}>
            <select
              className={form.input}
              aria-label={`Position ${index + 1}`}
              aria-invalid={error ? true : undefined}
              value={positionId}
              onChange={(event) => change(index, { positionId: event.target.value })}
            >
              {!positions.some(({ id }) => id === positionId) && <option value={positionId}>{name}</option>}
              {positions
                .filter(({ id }) => id === positionId || left.some((other) => other.id === id))
                .map((position) => (
                  <option key={position.id} value={position.id}>
                    {position.code} {position.name}
                  </option>
                ))}
            </select>
            <select
              className={form.input}
              aria-label={`Level in ${name}`}
              value={level}
              onChange={(event) => {
                const next = positionLevels.find((one) => one === event.target.value);
                if (next) change(index, { level: next });
              }}
            >
              {positionLevels.map((one) => (
                <option key={one} value={one}>
                  {levelWords[one]}
                </option>
              ))}
            </select>
            <IconButton aria-label={`Remove ${name}`} onClick={() => onChange(chosen.filter((_, at) => at !== index))}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
            {error && <p className={styles.error}>{error}</p>}
          </div>
        );
      })}
      {whole && <p className={styles.error}>{whole}</p>}
    </fieldset>
  );
}

/** The sentence at a path of a form's errors, if there is one. */
export function messageAt(errors: object, path: string): string | undefined {
  const found: unknown = get(errors, path);
  return typeof found === 'object' && found !== null && 'message' in found && typeof found.message === 'string' ? found.message : undefined;
}
