import { Plus, X } from 'lucide-react';
import { positionColours, type PositionFields } from '../../../preload/contract/practice/practice.ts';
import form from '../../ui/form/form.module.css';
import { colourOptions } from '../practice/practice-words.ts';
import styles from './positions-answer.module.css';

/** The positions the practice begins with: code, name and colour of each. What is not wanted is taken away. */
export function PositionsAnswer({
  positions,
  onChange,
  error,
}: {
  readonly positions: readonly PositionFields[];
  readonly onChange: (positions: readonly PositionFields[]) => void;
  readonly error?: string | undefined;
}) {
  const replace = (index: number, change: Partial<PositionFields>) =>
    onChange(positions.map((position, place) => (place === index ? { ...position, ...change } : position)));
  const add = () => {
    const taken = new Set(positions.map((position) => position.colour));
    onChange([...positions, { code: '', name: '', colour: positionColours.find((colour) => !taken.has(colour)) ?? 'pr' }]);
  };
  return (
    <fieldset className={styles.positions}>
      <legend>Positions</legend>
      {positions.map((position, index) => {
        const called = position.name || `Position ${index + 1}`;
        return (
          // Rows have no id before the practice is made; they are only changed in place, added at the end and taken away.
          <div key={`${index}/${positions.length}`} className={styles.row} style={{ borderLeftColor: `var(--p-${position.colour})` }}>
            <input
              className={form.input}
              aria-label={`${called}, two letters`}
              maxLength={2}
              value={position.code}
              onChange={(event) => replace(index, { code: event.target.value.toUpperCase() })}
            />
            <input
              className={form.input}
              aria-label={`${called}, name`}
              maxLength={40}
              autoComplete="off"
              value={position.name}
              onChange={(event) => replace(index, { name: event.target.value })}
            />
            <select
              className={form.input}
              aria-label={`${called}, colour`}
              value={position.colour}
              onChange={(event) => replace(index, { colour: positionColours.find((colour) => colour === event.target.value) ?? 'pr' })}
            >
              {colourOptions.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <button
              type="button"
              className={styles.away}
              aria-label={`Leave ${called} out`}
              onClick={() => onChange(positions.filter((_, place) => place !== index))}
            >
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </div>
        );
      })}
      <button type="button" className={styles.add} onClick={add}>
        <Plus size={16} strokeWidth={1.5} aria-hidden /> Add a position
      </button>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
