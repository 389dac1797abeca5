import { AppError } from '../preload/contract/shared/app-error.ts';
import type { TroubleKind } from '../preload/contract/accounts/access.ts';

/** Why a practice does not open, as a refusal with its kind: the start screen explains each and offers the way out. */
export class DatabaseTrouble extends AppError {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string, cause?: unknown) {
    super('unavailable', message, { cause });
    this.kind = kind;
  }
}

/** What the driver throws when a page is not what was written: the cipher checks every page it reads. */
export function isDamage(cause: unknown): boolean {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ('code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) return true;
  }
  return false;
}

const damaged = 'The practice file cannot be read: it is damaged, or its key is another one. It was left as it is; restore a backup.';
const readOnly = 'The data folder cannot be written. Nothing was changed; ask for the right to write there, or free some space.';

/** What the driver threw while a file was opened, in plain words. */
export function troubleOf(cause: unknown): DatabaseTrouble {
  if (cause instanceof DatabaseTrouble) return cause;
  for (let error = cause; error instanceof Error; error = error.cause) {
    const code = 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(READONLY|CANTOPEN|IOERR|FULL)|^(EACCES|EPERM|EROFS|ENOSPC)$/.test(code))
      return new DatabaseTrouble('read_only', readOnly, cause);
  }
  return new DatabaseTrouble('damaged', damaged, cause);
}
