import type { ReactNode } from 'react';
import styles from './print-screen.module.css';

/** One of several, at the right of the sheets. */
export function Choices({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

export function Choice({ name, label, chosen, choose }: ChoiceProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={chosen} onChange={choose} />
      {label}
    </label>
  );
}
