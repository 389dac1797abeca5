import { statfsSync } from 'node:fs';

/** Enough for a keyring, a note, and the journal with its index of a file that was just opened. */
const leastBytes = 2 ** 20;

/** As the system says that the disk is full. */
class NoRoom extends Error {
  readonly code = 'ENOSPC';
}

/**
 * Throws `ENOSPC` where the disk of `folder` is nearly full. Asked before several files change one after the other, so that the first is not
 * changed where the last would find no room.
 */
export function requireRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastBytes) throw new NoRoom('Too little room is left on the disk to begin this');
}
