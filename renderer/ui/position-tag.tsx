import type { PositionColour } from '../../preload/contract/practice/practice.ts';
import styles from './position-tag.module.css';

/** The CSS variable of a position's colour. */
export function positionColour(colour: PositionColour | string): string {
  return `var(--p-${colour})`;
}

/** A position as a thin bar and its two-letter code; the colour never stands alone. `name` is read out and shown on pointing. */
export function PositionTag({ code, colour, name }: { readonly code: string; readonly colour: string; readonly name?: string }) {
  return (
    <span className={styles.tag} title={name} style={{ borderLeftColor: positionColour(colour) }}>
      {code}
      {name && <span className="sr-only"> {name}</span>}
    </span>
  );
}
