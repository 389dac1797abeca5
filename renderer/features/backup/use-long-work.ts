import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../preload/contract/shared/primitives.ts';

/** Where long work stands. */
export type LongWorkState =
  { readonly kind: 'idle' } | { readonly kind: 'running'; readonly part: number } | { readonly kind: 'refused'; readonly error: unknown };

interface Handlers<Result> {
  readonly onData: (message: Progress<Result>) => void;
  readonly onError: (error: unknown) => void;
}

const idle: LongWorkState = { kind: 'idle' };

/** Runs work that tells its progress, as a part of 1. Stopping it, or leaving the page, ends it in main. */
export function useLongWork<Result>(onDone: (result: Result) => void) {
  const [state, setState] = useState<LongWorkState>(idle);
  const stopRunning = useRef<(() => void) | null>(null);
  useEffect(() => () => stopRunning.current?.(), []);

  const stop = useCallback(() => {
    stopRunning.current?.();
    stopRunning.current = null;
    setState(idle);
  }, []);

  const start = (subscribe: (handlers: Handlers<Result>) => { readonly unsubscribe: () => void }): void => {
    stopRunning.current?.();
    setState({ kind: 'running', part: 0 });
    const subscription = subscribe({
      onData: (message) => {
        if (message.kind === 'progress') {
          setState({ kind: 'running', part: message.total > 0 ? message.done / message.total : 0 });
          return;
        }
        stopRunning.current = null;
        setState(idle);
        onDone(message.result);
      },
      onError: (error) => {
        stopRunning.current = null;
        setState({ kind: 'refused', error });
      },
    });
    stopRunning.current = () => subscription.unsubscribe();
  };

  return { state, start, stop };
}
