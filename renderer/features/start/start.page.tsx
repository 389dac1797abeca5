import Button from '@mui/material/Button';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useAccess } from '../../api/access.ts';
import { Refusal } from '../../api/refusal.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { OpenExport } from '../archive/open-export.tsx';
import { HoursStep } from './hours-step.tsx';
import { PracticeStep } from './practice-step.tsx';
import { StaffStep } from './staff-step.tsx';
import styles from './start.module.css';
import { useSetUp } from './use-set-up.ts';
import { WeekPart } from './week-part.tsx';

/** The first screen of all: three answers at the left, and the week they make as it will print at the right. */
export function StartPage() {
  const state = useSetUp();
  const { preview, refusal, busy, make } = state;
  const { syncedBy: syncing } = useAccess();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = 'Start - Medical Office Manager';
  }, []);
  const press = async () => {
    const field = await make();
    if (field) page.current?.querySelector<HTMLElement>(`[data-answer="${field}"]`)?.focus();
  };
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
      event.preventDefault();
      void press();
    },
  };
  return (
    <div ref={page} className={styles.page} role="presentation" {...keys}>
      <main className={styles.answers}>
        <p className={styles.brand}>
          <i aria-hidden />
          Medical Office Manager
        </p>
        <h1>Your first week, in three answers</h1>
        <p className={styles.lead}>Fill in what you have. Everything can be changed later.</p>
        <PracticeStep state={state} />
        <StaffStep state={state} />
        <HoursStep state={state} />
        {refusal && (
          <div className={styles.refusal}>
            <ErrorNotice error={new Refusal(refusal)} />
          </div>
        )}
        <div className={styles.end}>
          <Button variant="contained" color="primary" className={styles.make ?? ''} disabled={busy} onClick={() => void press()}>
            {makeLabel(preview?.staff?.leftOut.length ?? 0)} <Kbd keys="Ctrl+Enter" />
          </Button>
        </div>
        {syncing && (
          <p className={styles.plain}>
            {syncing} copies this folder while it is in use, which can damage the practice file. Start the program with a folder outside of
            it.
          </p>
        )}
        <p className={styles.plain}>
          No passphrase yet: whoever can use this computer can open the file. You choose one after the first printed week.
        </p>
        <div className={styles.instead}>
          <span>From another computer:</span>
          <OpenExport />
        </div>
      </main>
      <WeekPart week={preview?.week ?? null} />
    </div>
  );
}

/** What pressing it does, with what it leaves behind. */
function makeLabel(leftOut: number): string {
  if (leftOut === 0) return 'Make this week';
  return leftOut === 1 ? 'Make this week without 1 line' : `Make this week without ${leftOut.toLocaleString('en-US')} lines`;
}
