import { Fragment } from 'react';
import styles from './kbd.module.css';

const words: Readonly<Record<string, string>> = { ArrowUp: 'Up', ArrowDown: 'Down', Escape: 'Esc', Delete: 'Del' };

/** A key or a shortcut such as `Ctrl+K`, as it is printed on the keys. Hidden from screen readers unless `spoken`. */
export function Kbd({ keys, spoken = false }: { readonly keys: string; readonly spoken?: boolean }) {
  const parts = keys.split('+').map((part) => words[part] ?? part);
  return (
    <kbd className={styles.kbd} aria-hidden={spoken ? undefined : true}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          {part}
        </Fragment>
      ))}
    </kbd>
  );
}
