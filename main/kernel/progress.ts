import type { Progress } from '../../preload/contract/shared/primitives.ts';

export type Report = (done: number, total: number) => void;

/**
 * Runs long work as the messages of a subscription: progress any number of times, then the result.
 * Only the newest progress waits for a slow reader. Ending the iteration aborts the work's signal.
 */
export async function* progressOf<Result>(
  outer: AbortSignal | undefined,
  work: (report: Report, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Progress<Result>, void, void> {
  const stop = new AbortController();
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
  let latest: Progress<Result> | undefined;
  let wake: (() => void) | undefined;
  const finished = work((done, total) => {
    latest = { kind: 'progress', done, total };
    wake?.();
  }, signal).then(
    (result) => ({ ok: true as const, result }),
    (error: unknown) => ({ ok: false as const, error }),
  );
  try {
    for (;;) {
      const woken = new Promise<undefined>((resolve) => {
        wake = () => resolve(undefined);
      });
      const message = latest;
      latest = undefined;
      if (message) {
        yield message;
        continue;
      }
      const end = await Promise.race([finished, woken]);
      if (!end) continue;
      if (!end.ok) throw end.error;
      yield { kind: 'result', result: end.result };
      return;
    }
  } finally {
    stop.abort();
  }
}
