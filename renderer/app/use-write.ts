import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Written } from '../../preload/contract/shared/primitives.ts';
import { useApi } from '../api/api-provider.tsx';
import { refusalOf } from '../api/refusal.ts';
import { showNotice } from '../ui/notices/notice.store.ts';
import { useUndo, type UndoCall } from './undo.store.ts';

/** Undo and redo of this window, as Ctrl+Z and Ctrl+Shift+Z do them. */
export function useUndoActions(): { readonly undo: (changeSetId?: string) => Promise<void>; readonly redo: () => Promise<void> } {
  const { client } = useApi();
  const undo = useCallback(
    (changeSetId?: string) => {
      const call: UndoCall = (id) => client.history.undo.mutate({ changeSetId: id });
      return useUndo.getState().undo(call, changeSetId);
    },
    [client],
  );
  const redo = useCallback(() => {
    const call: UndoCall = (id) => client.history.undo.mutate({ changeSetId: id });
    return useUndo.getState().redo(call);
  }, [client]);
  return { undo, redo };
}

/** How a write speaks. */
export interface WriteWords<Output> {
  /** The sentence of the notice; the change's own label when left out, none when `null` (a typed cell needs no words). */
  readonly done?: null | ((output: Output) => string);
  /** False where the screen shows the refusal itself, beside the field. */
  readonly sayRefusal?: boolean;
}

/**
 * A mutation that can be undone: `useWrite(trpc.people.save.mutationOptions())`.
 * On success its change set goes onto the undo stack and a notice with Undo is shown; a refusal is said.
 * The queries it touched are refetched by the change event, not here.
 */
export function useWrite<Output extends Written, Failure, Input, Context>(
  options: UseMutationOptions<Output, Failure, Input, Context>,
  words: WriteWords<Output> = {},
): UseMutationResult<Output, Failure, Input, Context> {
  const { undo } = useUndoActions();
  return useMutation({
    ...options,
    onSuccess: (output, ...rest) => {
      const { changeSet } = output;
      if (changeSet) {
        useUndo.getState().push(changeSet);
        if (words.done !== null) {
          showNotice({
            tone: 'done',
            text: words.done ? words.done(output) : changeSet.label,
            action: { label: 'Undo', perform: () => void undo(changeSet.id) },
          });
        }
      }
      return options.onSuccess?.(output, ...rest);
    },
    onError: (error, ...rest) => {
      if (words.sayRefusal !== false) showNotice({ tone: 'refused', text: refusalOf(error).message });
      return options.onError?.(error, ...rest);
    },
  });
}
