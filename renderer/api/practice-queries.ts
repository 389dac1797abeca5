import { useQuery } from '@tanstack/react-query';
import type { PracticeView } from '../../preload/contract/practice/practice.ts';
import type { SystemView } from '../../preload/contract/system/system.ts';
import { useTrpc } from './api-provider.tsx';

/** The practice, for screens that stand behind set-up. Throws before it. */
export function usePractice(): PracticeView {
  const trpc = useTrpc();
  const { data } = useQuery(trpc.practice.get.queryOptions());
  if (!data) throw new Error('usePractice stands before set-up.');
  return data;
}

/** Version, host and protection of the running app. Throws before the shell has read it. */
export function useSystem(): SystemView {
  const trpc = useTrpc();
  const { data } = useQuery(trpc.system.info.queryOptions());
  if (!data) throw new Error('useSystem stands before the shell.');
  return data;
}
