import { useCallback, useEffect } from 'react';
import { useAccess } from '../api/access.ts';
import { useApi } from '../api/api-provider.tsx';
import { refusalOf } from '../api/refusal.ts';
import { typingArrived } from '../features/rostering/store.ts';
import { showNotice } from '../ui/notices/notice.store.ts';
import { flushDrafts } from './use-kept-drafts.ts';
import { matchesShortcut } from './shortcuts.ts';

/** Locks this window, so that somebody must sign in; `close` closes the practice for every window of this computer. */
export function useLock(): (close?: boolean) => void {
  const { client } = useApi();
  return useCallback(
    (close = false) => {
      const lock = async (): Promise<void> => {
        await typingArrived();
        await flushDrafts();
        await client.access.lock.mutate({ close });
      };
      lock().catch((error: unknown) => showNotice({ tone: 'refused', text: refusalOf(error).message }));
    },
    [client],
  );
}

/** Ctrl+L locks wherever the focus is: in a field, a menu or a dialog. Before protection the browser keeps its key. */
export function useLockKey(): void {
  const lock = useLock();
  const { protected: isProtected } = useAccess();
  useEffect(() => {
    if (!isProtected) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!matchesShortcut(event, 'Ctrl+L')) return;
      event.preventDefault();
      event.stopPropagation();
      lock();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [lock, isProtected]);
}
