import { z } from 'zod';
import { requiredLine } from '../shared/primitives.ts';

export const backupPlaces = ['here', 'second'] as const;
export type BackupPlace = (typeof backupPlaces)[number];

/** `unchecked`: it was put there by hand, or its check is from another file of this name. */
export type BackupState = 'good' | 'unchecked' | 'damaged';

export interface BackupEntry {
  readonly place: BackupPlace;
  readonly name: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  /** Letter of the computer that made it. */
  readonly letter: string;
  readonly bytes: number;
  readonly state: BackupState;
  /** Version of the program that made it; null when it cannot be read. */
  readonly program: string | null;
}

/** What lies aside since a restore, until somebody says that all is well. */
export interface RestoreToConfirm {
  /** Instant of the restore, ISO 8601 UTC. */
  readonly restoredAt: string;
  /** Instant of the backup that was restored. */
  readonly backupAt: string;
  /** False when what was there before did not open. */
  readonly canRevert: boolean;
}

/** The second place: another disk or a network folder. */
export interface SecondPlace {
  readonly folder: string;
  /** `missing`: not plugged in or not reachable now; it is tried again. `failed`: it is there, but nothing could be written. */
  readonly state: 'reached' | 'missing' | 'failed';
  /** Instant of the newest backup that lies there. */
  readonly latestAt: string | null;
}

export interface BackupsView {
  /** Newest first. */
  readonly backups: readonly BackupEntry[];
  readonly second: SecondPlace | null;
  readonly toConfirm: RestoreToConfirm | null;
}

/** What the bar in the window says. */
export interface BackupStatus {
  /** Instant of the newest good backup. */
  readonly latestAt: string | null;
  /** Whole days since then, or since the practice was begun; null while there is nothing to lose. */
  readonly daysSince: number | null;
  /** True after three days without a backup. */
  readonly warn: boolean;
  readonly toConfirm: RestoreToConfirm | null;
}

const name = z.string().max(80);

/** Which backup is meant. */
export const backupSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), place: z.enum(backupPlaces), name }),
  /** A file that was put by a handle, or chosen in the host's own dialog. */
  z.strictObject({ kind: z.literal('file'), handle: z.string().max(60) }),
  /** For the command line. */
  z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
]);
export type BackupSource = z.infer<typeof backupSource>;

/** How it is opened; without one, by the key in memory or without a secret. */
export const backupOpener = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passphrase'),
    name: requiredLine(120),
    passphrase: z.string().min(1, { error: 'Fill this in.' }).max(1024),
  }),
  z.strictObject({ kind: z.literal('recovery'), recoveryKey: z.string().min(1, { error: 'Fill this in.' }).max(200) }),
]);
export type BackupOpener = z.infer<typeof backupOpener>;

export const noInput = z.strictObject({}).optional();
export const previewInput = z.strictObject({ source: backupSource, opener: backupOpener.optional() });
export const revertInput = z.strictObject({ opener: backupOpener.optional() });
export const backupSettingsInput = z.strictObject({ folder: z.string().trim().min(1, { error: 'Name a folder.' }).max(1000).nullable() });

/** What a backup holds, once it is open. */
export interface BackupContents {
  readonly practiceName: string | null;
  readonly timeZone: string | null;
  readonly people: number;
  readonly shifts: number;
  /** First and last day that anything is planned on. */
  readonly from: string | null;
  readonly to: string | null;
  readonly lastChange: { readonly label: string; readonly at: string; readonly by: string } | null;
  /** Names of the people whose passphrases of that day open it. */
  readonly openedBy: readonly string[];
  readonly opensWithRecoveryKey: boolean;
  /** True when it opens without any secret. */
  readonly opensForAll: boolean;
  /** Files of people that belong to it and are found nowhere. */
  readonly missingFiles: number;
}

export interface BackupPreview {
  readonly at: string;
  readonly letter: string;
  readonly bytes: number;
  readonly program: string;
  /** Null when it needs a passphrase or the recovery key of its day. */
  readonly contents: BackupContents | null;
}

export interface MadeBackupView {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
  /** What became of the second place; null when there is none. */
  readonly second: SecondPlace['state'] | null;
}

export interface RestoredView {
  readonly practiceName: string | null;
  readonly backupAt: string;
  readonly missingFiles: number;
}

export interface ChosenBackup {
  /** Null when nothing was chosen. */
  readonly handle: string | null;
  readonly name: string | null;
}
