// Copies, checks and hashes on a thread of its own, so that nobody waits for it. Started by run-task.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { openToRead, openToWrite } from '../connection.ts';
import { stateHashOf } from '../state-hash.ts';
import { checkArchive, unpackArchive } from './archive-reader.ts';
import { refuseBackup } from './backup-refusal.ts';
import { copyRows } from './copy-rows.ts';
import { readFacts, type DatabaseFacts } from './facts.ts';
import { makeBackup } from './make-backup.ts';
import { checkPages, openBackup } from './open-backup.ts';
import type { BackupTask, InspectTask, PourTask, ProveTask, WorkerMessage } from './tasks.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);
const report = (done: number, total: number): void => say({ kind: 'progress', done, total });

function perform(task: BackupTask): Promise<unknown> {
  switch (task.kind) {
    case 'make':
      return makeBackup(task, report);
    case 'check':
      return checkArchive(task.archive);
    case 'unpack':
      return unpackArchive(task.archive, task.target);
    case 'inspect':
      return inspect(task);
    case 'pour':
      return pour(task);
    case 'prove':
      return prove(task);
  }
}

async function inspect({ database, key, expected, stateHash }: InspectTask): Promise<DatabaseFacts> {
  const connection = openBackup(database, key, expected);
  try {
    if ((await stateHashOf(connection)) !== stateHash) throw refuseBackup('backup-damaged');
    return readFacts(connection);
  } finally {
    connection.close();
  }
}

async function pour({ source, sourceKey, target, targetKey, expected, stateHash }: PourTask): Promise<DatabaseFacts> {
  const from = openBackup(source, sourceKey, expected);
  const to = openToWrite(target, targetKey);
  try {
    copyRows(from, to, report);
    checkPages(to);
    if ((await stateHashOf(to)) !== stateHash) throw refuseBackup('backup-damaged');
    to.pragma('wal_checkpoint(TRUNCATE)');
    return readFacts(to);
  } finally {
    from.close();
    to.close();
  }
}

async function prove({ database, key }: ProveTask): Promise<{ stateHash: string }> {
  const connection = openToRead(database, key);
  try {
    checkPages(connection);
    return { stateHash: await stateHashOf(connection) };
  } finally {
    connection.close();
  }
}

/** Errors do not cross threads whole: a refusal goes by its rule, the rest by its text and code. */
function ending(error: unknown): WorkerMessage {
  if (error instanceof AppError && error.rule !== undefined) return { kind: 'refused', rule: error.rule };
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return { kind: 'refused', rule: 'backup-damaged' };
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code };
}

const task: BackupTask = workerData;
perform(task).then(
  (result) => say({ kind: 'result', result }),
  (error: unknown) => say(ending(error)),
);
