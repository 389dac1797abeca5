import { notifyManager } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LocalDate } from '../../../preload/contract/shared/primitives.ts';
import { useMay } from '../../api/access.ts';
import { useApi } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { whoIsHere } from '../../app/person.store.ts';
import { useWrite } from '../../app/use-write.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import type { GridPorts } from './grid/grid-surface.ts';
import { createWriteQueue } from './write-queue.ts';

const say = (sentence: string): void => showNotice({ tone: 'refused', text: sentence });

/** Connects the grid with main for the week of `on`. A single typed cell needs no notice; a block gets one with Undo. */
export function useWeekPorts(locationId: string, on: LocalDate): GridPorts {
  const { client, queryClient, trpc } = useApi();
  const canWrite = useMay()('rostering.cells.write');
  const { mutateAsync: writeOne } = useWrite(trpc.rostering.cells.write.mutationOptions(), { done: null, sayRefusal: false });
  const { mutateAsync: writeMany } = useWrite(trpc.rostering.cells.write.mutationOptions(), { sayRefusal: false });
  const { mutateAsync: moveCells } = useWrite(trpc.rostering.cells.move.mutationOptions(), { sayRefusal: false });
  return useMemo(() => {
    const week = { locationId, on };
    const queryKey = trpc.rostering.week.get.queryKey(week);
    const shown = whoIsHere();
    const queue = createWriteQueue({
      view: () => queryClient.getQueryData(queryKey),
      write: (writes) => {
        const input = { locationId, writes: writes.map((write) => ({ ...write, seen: [...write.seen] })) };
        return writes.length === 1 ? writeOne(input) : writeMany(input);
      },
      move: (moves, copy) =>
        moveCells({
          locationId,
          copy,
          moves: moves.map(({ from, to, seenFrom, seenTo }) => ({ from, to, seenFrom: [...seenFrom], seenTo: [...seenTo] })),
        }),
      // Read here and now, so that the typed text gives way to main's at one stroke; the change event may come before or after.
      refetch: async () => {
        queryClient.setQueryData(queryKey, await client.rostering.week.get.query(week));
        // The screen hears of it in a turn of its own: given up before, the typed text would uncover the week before it for a moment.
        await new Promise<void>((resolve) => notifyManager.schedule(() => resolve()));
      },
      refusal: refusalOf,
      isTheirs: () => whoIsHere() === shown,
      say,
    });
    return {
      canWrite,
      write: queue.write,
      move: queue.move,
      explain: ({ personId, on: day }, text) => client.rostering.cells.explain.query({ locationId, personId, on: day, text }),
      say,
    };
  }, [locationId, on, canWrite, client, queryClient, trpc, writeOne, writeMany, moveCells]);
}
