import { AppError } from '../../preload/contract/shared/app-error.ts';

/** Why a file is not taken as a backup. Each has its own sentence; in every case nothing was changed. */
export const backupRefusals = {
  'backup-not-one': 'This file is no backup of this program. Choose a file whose name ends in .backup.',
  'backup-incomplete': 'This backup was cut off: a part of it is missing. Nothing was changed; choose another one.',
  'backup-damaged': 'This backup is damaged: what is in it is not what was put in. Nothing was changed; choose another one.',
  'backup-strange': 'This backup holds something that this program never puts into one. It was not opened, and nothing was changed.',
  'backup-key': 'This key does not open this backup. Nothing was changed; use the passphrase or the recovery key of the day it was made.',
  'backup-newer':
    'This backup was made by a newer version of the program. Install that version here, then restore it; nothing was changed.',
  'backup-schema': 'The practice file in this backup is not built as this program builds one. It was not opened, and nothing was changed.',
  'backup-foreign': 'This backup is of another practice. To look at it, start the program on an empty data folder and restore it there.',
} as const;
export type BackupRefusal = keyof typeof backupRefusals;

export const isBackupRefusal = (rule: string): rule is BackupRefusal => Object.hasOwn(backupRefusals, rule);

export function refuseBackup(rule: BackupRefusal, cause?: unknown): AppError {
  return new AppError('rule_violation', backupRefusals[rule], { rule, cause });
}
