import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import { useTrpc } from '../api/api-provider.tsx';
import { refusalOf } from '../api/refusal.ts';
import { showNotice } from '../ui/notices/notice.store.ts';
import { useComputer } from './computer.store.ts';

/**
 * Keeps the window and main agreed on the settings of this computer: what main says is followed, what is chosen here is sent.
 * Answers true once main has been heard, or cannot be; what is shown before that might change under the eyes.
 */
export function useComputerSettings(): boolean {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { data, isError } = useQuery(trpc.computer.get.queryOptions());
  const { mutate } = useMutation(trpc.computer.save.mutationOptions());
  const heard = useComputer((state) => state.heard);
  const unsaved = useComputer((state) => state.unsaved);

  useLayoutEffect(() => {
    if (data) useComputer.getState().follow(data);
  }, [data]);

  useEffect(() => {
    if (Object.keys(unsaved).length === 0) return;
    mutate(unsaved, {
      onSuccess: (settings) => {
        useComputer.getState().kept(unsaved);
        queryClient.setQueryData(trpc.computer.get.queryKey(), settings);
      },
      onError: (error) => showNotice({ tone: 'refused', text: refusalOf(error).message }),
    });
  }, [unsaved, mutate, queryClient, trpc]);

  return heard || isError;
}
