import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditCheck } from '../../../preload/contract/audit/audit.ts';
import type { Progress } from '../../../preload/contract/shared/primitives.ts';
import { useApi } from '../../api/api-provider.tsx';

/** Where a check of the record stands. */
export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly check: AuditCheck }
  | { readonly kind: 'refused'; readonly error: unknown };

const idle: CheckState = { kind: 'idle' };

/** Has the record checked, with progress. Leaving the page stops it. */
export function useRecordCheck() {
  const { client } = useApi();
  const [state, setState] = useState<CheckState>(idle);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const stop = useCallback(() => {
    end.current?.();
    end.current = null;
    setState(idle);
  }, []);

  const start = () => {
    end.current?.();
    setState({ kind: 'running', done: 0, total: 0 });
    const subscription = client.audit.verify.subscribe(
      {},
      {
        onData: (message: Progress<AuditCheck>) => {
          if (message.kind === 'progress') setState({ kind: 'running', done: message.done, total: message.total });
          else {
            end.current = null;
            setState({ kind: 'found', check: message.result });
          }
        },
        onError: (error) => {
          end.current = null;
          setState({ kind: 'refused', error });
        },
      },
    );
    end.current = () => subscription.unsubscribe();
  };

  return { state, start, stop };
}
