import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { ImportCounts, importCommitInput } from '../../../../preload/contract/people/people.ts';
import type { ChangeSetRef, Progress } from '../../../../preload/contract/shared/primitives.ts';
import { useApi } from '../../../api/api-provider.tsx';

/** What a finished import answers. */
export interface ImportDone {
  readonly changeSet: ChangeSetRef | null;
  readonly counts: ImportCounts;
}

/** Where an import stands. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly error: unknown };

const idle: ImportState = { kind: 'idle' };

/** Runs an import with its progress. Cancelling, or leaving the page, takes everything back. */
export function useImportCommit(onDone: (done: ImportDone) => void) {
  const { client } = useApi();
  const [state, setState] = useState<ImportState>(idle);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const cancel = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setState(idle);
  }, []);

  const start = (input: z.input<typeof importCommitInput>) => {
    stop.current?.();
    setState({ kind: 'running', done: 0, total: 0 });
    const subscription = client.people.import.commit.subscribe(input, {
      onData: (message: Progress<ImportDone>) => {
        if (message.kind === 'progress') setState({ kind: 'running', done: message.done, total: message.total });
        else {
          stop.current = null;
          setState(idle);
          onDone(message.result);
        }
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
