import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../kernel/ports.ts';

const maximumBytes = 2 * 1024 * 1024;

/**
 * A log in `program.log` of the data folder, one JSON line for each entry; the one before is kept as `program.log.old`.
 * Errors leave name, message and stack, never the values they carried: those may be about people. A log that cannot be written is left out.
 */
export function fileLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'program.log');
  const write = (level: 'info' | 'error', message: string, detail: unknown) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ at: clock(), level, message, detail: plain(detail) })}\n`, { mode: 0o600 });
    } catch {
      // The work goes on without a log.
    }
  };
  return { info: (message, detail) => write('info', message, detail), error: (message, detail) => write('error', message, detail) };
}

function plain(detail: unknown): unknown {
  if (!(detail instanceof Error)) return typeof detail === 'object' && detail !== null ? undefined : detail;
  // What was to be read is quoted by those who cannot read it, so that only the place is left of it.
  const quotes = detail instanceof SyntaxError;
  const stack = quotes ? detail.stack?.replace(detail.message, '') : detail.stack;
  return { name: detail.name, message: quotes ? 'It could not be read.' : detail.message, stack, cause: plain(detail.cause) };
}
