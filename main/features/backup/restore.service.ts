import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { openToWrite } from '../../../db/connection.ts';
import { inspectBackup, restoreDatabase, unpackBackup, type UnpackedBackup } from '../../../db/backup/restore.ts';
import type { DatabaseFacts } from '../../../db/backup/facts.ts';
import { refuseBackup } from '../../../db/backup/backup-refusal.ts';
import { runTask } from '../../../db/backup/run-task.ts';
import type { DataKey, Keyring } from '../../../db/keyring/keyring.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { BackupContents, BackupPreview, previewInput, RestoredView, revertInput } from '../../../preload/contract/backup/backup.ts';
import { topics } from '../../../preload/contract/system/system.ts';
import { copyAttachments, countMissing } from '../../backups/backed-up-attachments.ts';
import { attachmentsOf } from '../../backups/backup-folder.ts';
import type { Report } from '../../kernel/progress.ts';
import type { Context } from '../../kernel/trpc.ts';
import { chooseArchive, type ChosenArchive } from './chosen-backup.ts';
import { openKeyring, readKeyring, type OpenedKeyring } from './open-keyring.ts';
import { mayRestore } from './restore-rights.ts';

type Chosen = z.output<typeof previewInput>;

/** An archive taken apart in a folder of its own, which is gone when `work` is done. */
async function withArchive<Result>(
  ctx: Context,
  { source }: Chosen,
  work: (backup: UnpackedBackup, archive: ChosenArchive, folder: string) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const folder = join(ctx.backups.folder, `preview-${ctx.newId()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const archive = await chooseArchive(ctx, source, folder);
    return await work(await unpackBackup(archive.path, join(folder, 'work'), { signal }), archive, join(folder, 'work'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a backup holds, and who opens it. Nothing is changed. `contents` is null when it needs a passphrase or the recovery key of its day. */
export function previewBackup(ctx: Context, input: Chosen, signal?: AbortSignal): Promise<BackupPreview> {
  mayRestore(ctx);
  return withArchive(
    ctx,
    input,
    async (backup, archive) => {
      const { at, letter, database, program } = backup.manifest;
      const opened = await openKeyring(ctx, readKeyring(backup.keyring), input.opener);
      const found = opened && (await inspect(backup, opened, signal));
      if (input.source.kind === 'listed') ctx.backups.markGood(archive.path);
      const contents = found && contentsOf(found.facts, opened.ring, missingFiles(ctx, backup, archive));
      return { at, letter, bytes: database.bytes, program, contents: contents ?? null };
    },
    signal,
  );
}

/** A keyring may hold the keys of two files, as while one is rewritten: the first that opens is it. */
async function inspect(
  backup: UnpackedBackup,
  { keys }: OpenedKeyring,
  signal?: AbortSignal,
): Promise<{ facts: DatabaseFacts; key: DataKey }> {
  let last: unknown;
  for (const key of keys) {
    try {
      return { facts: await inspectBackup(backup, key.bytes.toString('hex'), { signal }), key };
    } catch (error) {
      if (!(error instanceof AppError && error.rule === 'backup-key')) throw error;
      last = error;
    }
  }
  throw last;
}

function contentsOf({ accounts, ...facts }: DatabaseFacts, ring: Keyring, missing: number): BackupContents {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return {
    practiceName: facts.practiceName,
    timeZone: facts.timeZone,
    people: facts.people,
    shifts: facts.shifts,
    from: facts.from,
    to: facts.to,
    lastChange: facts.lastChange,
    openedBy: ring.slots.flatMap((slot) => (slot.kind === 'passphrase' ? (names.get(slot.accountId) ?? []) : [])),
    opensWithRecoveryKey: ring.slots.some(({ kind }) => kind === 'recovery'),
    opensForAll: ring.slots.some(({ kind }) => kind === 'open'),
    missingFiles: missing,
  };
}

const placesOf = (ctx: Context, { attachments }: ChosenArchive): string[] => [
  ctx.backups.attachments,
  attachmentsOf(ctx.backups.folder),
  ...(attachments === undefined ? [] : [attachments]),
];

const missingFiles = (ctx: Context, { manifest }: UnpackedBackup, archive: ChosenArchive): number =>
  countMissing(manifest.attachments, placesOf(ctx, archive));

/**
 * Puts what a backup held in the place of the practice. What is there now stays aside until `confirmRestore`, and 14 days if it did not open.
 * Everybody is signed out. Refused by the reasons of `backupRefusals`, and as `invalid_input` without the right passphrase; then nothing was changed.
 */
export function restoreBackup(ctx: Context, input: Chosen, report: Report, signal: AbortSignal): Promise<RestoredView> {
  mayRestore(ctx);
  if (!ctx.practiceFile.trouble) ctx.session.requireConfirmed();
  return withArchive(
    ctx,
    input,
    async (backup, archive, work) => {
      report(1, steps);
      const opened = await openKeyring(ctx, readKeyring(backup.keyring), input.opener);
      if (!opened)
        throw new AppError('rule_violation', 'Type a passphrase or the recovery key of the day this backup was made.', {
          rule: 'backup.locked',
        });
      const { key, facts } = await inspect(backup, opened, signal);
      report(2, steps);
      await refuseForeign(ctx, facts);
      const hex = key.bytes.toString('hex');
      const restored = await restoreDatabase(backup, { backup: hex, restored: hex }, work, { signal });
      report(3, steps);
      for (const place of placesOf(ctx, archive).slice(1))
        await copyAttachments(backup.manifest.attachments, place, ctx.backups.attachments);
      signal.throwIfAborted();
      // From here on it is done.
      await putInPlace(ctx, {
        kind: 'restore',
        backupAt: backup.manifest.at,
        key,
        ring: opened.ring,
        make: async (path) => renameSync(restored.path, path),
        detail: `The backup of ${backup.manifest.at} was restored`,
      });
      report(steps, steps);
      return { practiceName: facts.practiceName, backupAt: backup.manifest.at, missingFiles: missingFiles(ctx, backup, archive) };
    },
    signal,
  );
}

const steps = 4;

/** A backup of another practice is not put over this one by mistake. */
async function refuseForeign(ctx: Context, { practiceId }: DatabaseFacts): Promise<void> {
  if (!ctx.practiceFile.isOpen) return;
  const present = await ctx.read(async ({ practice }) => (await practice.find())?.id ?? null);
  if (present !== null && practiceId !== null && present !== practiceId) throw refuseBackup('backup-foreign');
}

interface NextFile {
  readonly kind: 'restore' | 'revert';
  readonly backupAt: string;
  readonly key: DataKey;
  readonly ring: Keyring;
  readonly make: (path: string) => Promise<void>;
  /** What the access record says. */
  readonly detail: string;
}

async function putInPlace(ctx: Context, { kind, backupAt, key, ring, make, detail }: NextFile): Promise<void> {
  const { practiceFile, backups } = ctx;
  const { aside } = backups;
  if (!aside) throw new AppError('unavailable', 'This practice is kept in memory alone. Open one in a folder.');
  const opened = practiceFile.isOpen;
  if (opened) backups.remember(practiceFile.key);
  const folder = aside.begin({ kind, backupAt, opened });
  try {
    await practiceFile.rewrite({ make, key, ring, aside: folder });
  } catch (error) {
    // Nothing took the place of what was copied there.
    aside.forget({ folder });
    throw error;
  }
  aside.finish(folder);
  aside.tidy();
  try {
    // By whoever did it: afterwards nobody is signed in.
    await ctx.record('restore', detail);
  } finally {
    ctx.sessions.lockAll();
    ctx.events.publish(topics);
  }
}

/** All is well with what was restored. */
export async function confirmRestore(ctx: Context): Promise<void> {
  const { aside } = ctx.backups;
  if (!aside?.toConfirm) throw new AppError('not_found', 'There is nothing to confirm any more.');
  aside.confirm();
  await ctx.record('restore', 'The restored practice was kept');
  ctx.events.publish(['backup']);
}

/** Back to what was there before the restore. What was written since stays aside for 14 days. Everybody is signed out. */
export async function revertRestore(ctx: Context, { opener }: z.output<typeof revertInput>): Promise<void> {
  ctx.session.requireConfirmed();
  const { aside } = ctx.backups;
  const laid = aside?.toConfirm;
  if (!aside || !laid) throw new AppError('not_found', 'There is nothing to go back to any more.');
  if (!laid.opened)
    throw new AppError('rule_violation', 'What was there before did not open. It stays in the data folder for 14 days.', {
      rule: 'backup.revert',
    });
  const ring = readKeyring(readFileSync(join(laid.folder, 'keyring.json'), 'utf8'));
  const ids = new Set(ring.slots.flatMap(({ keys }) => keys.map(({ id }) => id)));
  const opened = await openKeyring(ctx, ring, opener, ctx.backups.remembered(ids));
  const [key] = opened?.keys ?? [];
  if (!key)
    throw new AppError('rule_violation', 'Type a passphrase or the recovery key from before the restore.', { rule: 'backup.locked' });
  await putInPlace(ctx, {
    kind: 'revert',
    backupAt: laid.backupAt,
    key,
    ring,
    make: (path) => takeBack(laid.folder, path, key),
    detail: 'The practice from before the restore came back',
  });
  aside.forget(laid);
  ctx.events.publish(['backup']);
}

/** File and journal as one closed file. */
async function takeBack(folder: string, path: string, key: DataKey): Promise<void> {
  for (const end of ['', '-wal'])
    if (existsSync(join(folder, `practice.db${end}`))) copyFileSync(join(folder, `practice.db${end}`), path + end);
  const connection = openToWrite(path, key.bytes.toString('hex'));
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  await runTask({ kind: 'prove', database: path, key: key.bytes.toString('hex') });
}
