import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './notice-bar.module.css';
import { useNotices } from './notice.store.ts';

/** How long a notice stands, in ms, while nobody points at it or is in it. */
const standsFor = 6000;

/** The notice at the foot of the window: one at a time, read out, gone after six seconds. */
export function NoticeBar() {
  const { notice, dismiss } = useNotices();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(dismiss, standsFor);
    return () => clearTimeout(timer);
  }, [notice, held, dismiss]);

  const { action } = notice ?? {};
  return (
    <div className={styles.place} aria-live="polite" aria-atomic="true">
      {notice && (
        <div
          className={styles.notice}
          data-tone={notice.tone}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className={styles.text}>{notice.text}</span>
          {action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                setHeld(false);
                dismiss();
                action.perform();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label="Close notice"
            onClick={() => {
              setHeld(false);
              dismiss();
            }}
          >
            <X size={16} strokeWidth={1.5} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
