import { Worker } from 'node:worker_threads';
import { isBackupRefusal, refuseBackup } from './backup-refusal.ts';
import type { BackupTask, TaskResults, WorkerMessage } from './tasks.ts';

/** From the sources it lies beside this file; built, beside the program's entry, whose chunks may lie one folder deeper. */
function workerAddress(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('backup.worker.ts', here);
  return new URL(/\/chunks\/[^/]+$/.test(here) ? '../backup-worker.js' : 'backup-worker.js', here);
}

/**
 * Runs a task on a thread of its own. Refuses what the task refuses, and as `AbortError` when `signal` ends it;
 * the thread is gone then, though a step that runs in SQLite ends first.
 */
export async function runTask<Task extends BackupTask>(
  task: Task,
  { signal, report }: { readonly signal?: AbortSignal | undefined; readonly report?: (done: number, total: number) => void } = {},
): Promise<TaskResults[Task['kind']]> {
  signal?.throwIfAborted();
  const worker = new Worker(workerAddress(), { workerData: task });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') report?.(message.done, message.total);
        else if (message.kind === 'result') resolve(message.result as TaskResults[Task['kind']]);
        else reject(errorOf(message));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(signal?.aborted ? signal.reason : new Error('The thread ended before its task.')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function errorOf(message: Extract<WorkerMessage, { kind: 'refused' | 'failed' }>): Error {
  if (message.kind === 'refused' && isBackupRefusal(message.rule)) return refuseBackup(message.rule);
  if (message.kind === 'refused') return new Error(`The task was refused: ${message.rule}`);
  return Object.assign(new Error(message.message), message.code === undefined ? {} : { code: message.code });
}
