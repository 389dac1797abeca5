import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost, webParameters, type WebStart } from '../../support/campaign/web-process.ts';

/** The loopback host on a disk of its own, in memory. */
export interface OnSmallDisk {
  readonly host: WebStart;
  /** The data folder, as another process can reach it while the host runs. */
  folder(): string;
}

/**
 * Starts the loopback host with its data folder on a disk of so many bytes. The mount is seen by that process alone and ends with it:
 * nothing is left behind, however it ends.
 */
export function startWebOnSmallDisk(program: string, bytes: number): OnSmallDisk {
  const folder = join(tmpdir(), 'faults-small-disk');
  mkdirSync(folder, { recursive: true });
  const becomeHost = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"';
  const host = startHost('unshare', [
    '--mount',
    'sh',
    '-c',
    becomeHost,
    'sh',
    String(bytes),
    folder,
    process.execPath,
    ...webParameters(program, folder),
  ]);
  return { host, folder: () => `/proc/${host.pid}/root${folder}` };
}
