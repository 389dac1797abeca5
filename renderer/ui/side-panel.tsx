import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './side-panel.module.css';

/**
 * The panel at the right of a page, where a thing is edited. The page stays usable beside it; Esc inside closes it.
 * Put it last into a row that fills the page: `display: grid; grid-template-columns: minmax(0, 1fr) auto`.
 */
export function SidePanel({
  title,
  facts,
  wide = false,
  onClose,
  foot,
  children,
}: {
  readonly title: ReactNode;
  readonly facts?: ReactNode;
  /** 420 instead of 292 px. */
  readonly wide?: boolean;
  /** Left out where the panel always stands. */
  readonly onClose?: () => void;
  /** Stands below what scrolls. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  const headingId = useId();
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !onClose) return;
      event.stopPropagation();
      onClose();
    },
  };
  return (
    <aside className={styles.panel} data-wide={wide || undefined} aria-labelledby={headingId} {...keys}>
      <div className={styles.head}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        {facts && <span className={styles.facts}>{facts}</span>}
        {onClose && (
          <IconButton className={styles.close} aria-label="Close panel" onClick={onClose}>
            <X size={18} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </div>
      <div className={styles.body}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </aside>
  );
}
