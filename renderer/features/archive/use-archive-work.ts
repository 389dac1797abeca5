import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../preload/contract/shared/primitives.ts';

/** Where taking out or bringing in stands. */
export type WorkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly error: unknown };

interface Handlers<Result> {
  readonly onData: (message: Progress<Result>) => void;
  readonly onError: (error: unknown) => void;
}

const idle: WorkState = { kind: 'idle' };

/** Runs long work with its progress. Cancelling it, or leaving the page, takes it back. */
export function useArchiveWork<Result>(onDone: (result: Result) => void) {
  const [state, setState] = useState<WorkState>(idle);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const cancel = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setState(idle);
  }, []);

  const start = (subscribe: (handlers: Handlers<Result>) => { readonly unsubscribe: () => void }) => {
    stop.current?.();
    setState({ kind: 'running', done: 0, total: 0 });
    const subscription = subscribe({
      onData: (message) => {
        if (message.kind === 'progress') {
          setState({ kind: 'running', done: message.done, total: message.total });
          return;
        }
        stop.current = null;
        setState(idle);
        onDone(message.result);
      },
      onError: (error) => {
        stop.current = null;
        setState({ kind: 'refused', error });
      },
    });
    stop.current = () => subscription.unsubscribe();
  };

  return { state, start, cancel };
}
