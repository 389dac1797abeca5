import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { usePeopleActions } from '../features/people/people-actions.ts';
import { BackupBar } from '../features/backup/backup-bar.tsx';
import { CommandPalette } from '../features/search/command-palette.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { Rail } from './rail.tsx';
import { useShellActions } from './shell-actions.ts';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';
import { TopBar } from './top-bar.tsx';

/** The frame around every screen after set-up. The page gets the one `<main>`, which does not scroll by itself. */
export function Shell() {
  const { pathname } = useLocation();
  useShellActions();
  usePeopleActions();
  useShortcuts();
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
    </div>
  );
}
