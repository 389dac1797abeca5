import { ZodError } from 'zod';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { ErrorShape } from '../../preload/contract/shared/errors.ts';
import type { Log } from './ports.ts';

/**
 * Any thrown value as the refusal that crosses the border.
 * What is not an `AppError` becomes `internal`: the detail goes to the log under the incident id, nothing of it out.
 */
export function toErrorShape(error: unknown, log: Log): ErrorShape {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause.toShape();
    if (cause instanceof ZodError) return invalidInput(cause);
    const full = storageRefusal(cause);
    if (full) return full;
  }
  const incident = crypto.randomUUID().slice(0, 8).toUpperCase();
  log.error(`incident ${incident}`, error);
  return {
    code: 'internal',
    message: `Something went wrong here and nothing was changed. Try again; if it stays, report incident ${incident}.`,
    incident,
  };
}

/** Every problem of the input by its path, the first one as the sentence. */
export function invalidInput(error: ZodError): ErrorShape {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  const [first] = Object.entries(fields);
  const message = first ? (first[0] === '' ? first[1] : `${first[0]}: ${first[1]}`) : 'Look at what was entered.';
  return { code: 'invalid_input', message, fields };
}

function storageRefusal(error: Error): ErrorShape | undefined {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return { code: 'unavailable', message: 'The disk is full. Nothing was changed; free some space and try again.' };
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR') ||
    code === 'SQLITE_CANTOPEN' ||
    /^(EROFS|EACCES|EPERM|EIO)$/.test(code)
  ) {
    return { code: 'unavailable', message: 'The data folder cannot be written. Nothing was changed; check the disk and its permissions.' };
  }
  return undefined;
}

/** The file could not be written or read: no mistake of whoever asked, and none of ours. */
export function isStorageTrouble(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (storageRefusal(cause)) return true;
  return false;
}
