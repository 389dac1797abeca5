import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openToRead } from '../connection.ts';
import { renameDurably } from '../durable-files.ts';
import { stateHashOf } from '../state-hash.ts';
import { checkArchive } from './archive-reader.ts';
import { writeArchive } from './archive-writer.ts';
import { backupName } from './backup-name.ts';
import { readFacts, readHead } from './facts.ts';
import { hashOfFile } from './hash-of-file.ts';
import type { BackupManifest } from './manifest.ts';
import { checkPages, isPlain } from './open-backup.ts';
import type { MadeBackup, MakeTask } from './tasks.ts';

const stages = 5;

/**
 * Copies the database in one consistent state, opens the copy again, checks and hashes it, packs it, and reads the pack back.
 * Only then does the archive get its name: a file with a backup's name is a good backup.
 */
export async function makeBackup(task: MakeTask, report: (done: number, total: number) => void): Promise<MadeBackup> {
  const { database, key, keyring, folder, work, at } = task;
  mkdirSync(work, { recursive: true, mode: 0o700 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(work, 'practice.db');
  const pack = join(work, 'pack');
  try {
    rmSync(copy, { force: true });
    copyDatabase(database, key, copy);
    report(1, stages);
    const manifest = await describe(copy, task);
    report(2, stages);
    await writeArchive(pack, { manifest, keyring, database: copy });
    report(3, stages);
    const head = await checkArchive(pack);
    report(4, stages);
    const name = backupName(at, manifest.letter);
    renameDurably(pack, join(folder, name));
    report(5, stages);
    return { ...head, name, path: join(folder, name) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * VACUUM INTO sees one state, whatever is written meanwhile, and the copy has the key of the original.
 * The copy goes when it is packed, so the disk need not have it: writing it out at once would keep everybody's saves waiting.
 */
function copyDatabase(database: string, key: string, copy: string): void {
  const connection = openToRead(database, key);
  try {
    // Both for the copy alone: the database itself cannot be written here.
    connection.pragma('query_only = OFF');
    connection.pragma('synchronous = OFF');
    connection.prepare('VACUUM INTO ?').run(copy);
  } finally {
    connection.close();
  }
}

async function describe(copy: string, { key, attachments, program, at }: MakeTask): Promise<BackupManifest> {
  if (isPlain(copy)) throw new Error('The copy is not encrypted.');
  const connection = openToRead(copy, key);
  try {
    checkPages(connection);
    const newest = connection.prepare<[], string>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1').pluck().get();
    if (newest === undefined) throw new Error('The copy has no schema.');
    const { letter, ...head } = readHead(connection);
    return {
      format: 1,
      program,
      at,
      newestMigration: newest,
      letter,
      practiceId: readFacts(connection).practiceId,
      database: { bytes: statSync(copy).size, sha256: await hashOfFile(copy) },
      stateHash: await stateHashOf(connection),
      head,
      attachments: [...attachments],
    };
  } finally {
    connection.close();
  }
}
