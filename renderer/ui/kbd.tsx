import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import styles from './kbd.module.css';

const words: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del' };

/** Drawn, as the typeface lacks them. */
const arrows: Readonly<Record<string, LucideIcon>> = { ArrowUp, ArrowDown, ArrowLeft, ArrowRight };

/** A key or a shortcut such as `Ctrl+K`, as it is printed on the keys. Hidden from screen readers unless `spoken`. */
export function Kbd({ keys, spoken = false }: { readonly keys: string; readonly spoken?: boolean }) {
  return (
    <kbd className={styles.kbd} aria-hidden={spoken ? undefined : true}>
      {keys.split('+').map((part, index) => {
        const Arrow = arrows[part];
        return (
          <Fragment key={part}>
            {index > 0 && ' '}
            {Arrow ? <Arrow size="1em" strokeWidth={2} aria-label={part.slice('Arrow'.length)} /> : (words[part] ?? part)}
          </Fragment>
        );
      })}
    </kbd>
  );
}
