import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { AccessState } from '../../preload/contract/accounts/access.ts';
import { forgetPractice } from './forget.ts';
import { admit, nobodyNamed, usePerson } from './person.store.ts';

/**
 * What one person saw is gone before the sign-in screen or the next person stands: answers, typing, undo.
 * The page stays for whoever comes back; another person begins at the first page.
 * Answers false for a moment after a change of person, until everything is gone.
 */
export function useOnePerson(access: AccessState | undefined): boolean {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const shown = usePerson((state) => state.shown);
  const now = access?.me ? (access.me.accountId ?? nobodyNamed) : null;
  // Whoever gives the practice its first passphrase stays where they are.
  const ready = shown === now || shown === null || (shown === nobodyNamed && now !== null);
  useEffect(() => {
    if (!ready) forgetPractice(queryClient);
    const { last } = usePerson.getState();
    if (now !== null && last !== null && now !== last) void navigate('/', { replace: true });
    admit(now);
  }, [ready, now, queryClient, navigate]);
  return ready;
}
