import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AccessState, SignedIn } from '../../preload/contract/accounts/access.ts';
import { useTrpc } from './api-provider.tsx';

/** Whether the practice is open, for whom, and what they may do. Throws before the gate has read it. */
export function useAccess(): AccessState {
  const trpc = useTrpc();
  const { data } = useQuery(trpc.access.state.queryOptions());
  if (!data) throw new Error('useAccess stands before the gate.');
  return data;
}

/** Who is here, for screens behind the gate. */
export function useMe(): SignedIn {
  const { me } = useAccess();
  if (!me) throw new Error('useMe stands before the gate.');
  return me;
}

/** Whether a procedure may be called by whoever is here: `may('people.save')`. Screens hide by it, main refuses by it. */
export function useMay(): (path: string) => boolean {
  const { mayCall } = useAccess();
  return useCallback((path) => mayCall.includes(path), [mayCall]);
}
