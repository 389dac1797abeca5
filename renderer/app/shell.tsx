import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ConfirmDialog } from '../features/accounts/confirm-dialog.tsx';
import { QuietBars } from '../features/accounts/quiet-bars.tsx';
import { useCaptureActions } from '../features/capture/capture-actions.ts';
import { usePeopleActions } from '../features/people/people-actions.ts';
import { BackupBar } from '../features/backup/backup-bar.tsx';
import { useSuppliesActions } from '../features/supplies/supplies-actions.ts';
import { CommandPalette } from '../features/search/command-palette.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { Rail } from './rail.tsx';
import { useShellActions } from './shell-actions.ts';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';
import { TopBar } from './top-bar.tsx';
import { useLockKey } from './use-lock.ts';
import { useTouch } from './use-touch.ts';

/** The frame around every screen after set-up. The page gets the one `<main>`, which does not scroll by itself. */
export function Shell() {
  const { pathname } = useLocation();
  useShellActions();
  usePeopleActions();
  useSuppliesActions();
  useCaptureActions();
  useShortcuts();
  useLockKey();
  useTouch();
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
      >
        Skip to the page
      </a>
      <Rail />
      <TopBar />
      <QuietBars />
      <main id="main" className={styles.main} tabIndex={-1}>
        <BackupBar />
        <ErrorBoundary resetKey={pathname}>
          <Suspense>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <CommandPalette />
      <KeyboardHelp />
      <ConfirmDialog />
    </div>
  );
}
