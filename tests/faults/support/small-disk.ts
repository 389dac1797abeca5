import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import type { StreamMessage } from '../../../preload/contract/shared/transport.ts';
import type { WebDoor } from '../../support/campaign/web-door.ts';
import { startHost, webParameters, type WebStart } from '../../support/campaign/web-process.ts';

/** The loopback host on a disk of its own, in memory. */
export interface OnSmallDisk {
  readonly host: WebStart;
  /** The data folder, as another process can reach it while the host runs. */
  folder(): string;
}

/**
 * Starts the loopback host with its data folder on a disk of so many bytes, which begins with a copy of `from` where one is given.
 * The mount is seen by that process alone and ends with it: nothing is left behind, however it ends.
 */
export function startWebOnSmallDisk(program: string, bytes: number, from = ''): OnSmallDisk {
  const folder = join(tmpdir(), 'faults-small-disk');
  mkdirSync(folder, { recursive: true });
  const becomeHost = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && { [ -z "$3" ] || cp -a "$3/." "$2"; } && shift 3 && exec "$@"';
  const host = startHost('unshare', [
    '--mount',
    'sh',
    '-c',
    becomeHost,
    'sh',
    String(bytes),
    folder,
    from,
    process.execPath,
    ...webParameters(program, folder),
  ]);
  return { host, folder: () => `/proc/${host.pid}/root${folder}` };
}

/** Leaves about so many bytes free on the disk of this folder, until `makeRoom`. */
export function fill(folder: string, leave: number): void {
  const { bavail, bsize } = statfsSync(folder);
  let left = bavail * bsize - leave;
  const descriptor = openSync(fillerIn(folder), 'w');
  try {
    const block = Buffer.alloc(64 * 1024);
    for (; left > 0; left -= block.length) writeSync(descriptor, block, 0, Math.min(left, block.length));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export const makeRoom = (folder: string): void => rmSync(fillerIn(folder), { force: true });

const fillerIn = (folder: string): string => join(folder, 'filler');

/** The message of a refusal a person can act on; undefined for a success. Throws a refusal that is a fault of ours. */
export function plainly(answer: { readonly ok: true } | { readonly ok: false; readonly error: ErrorShape }): string | undefined {
  if (answer.ok) return undefined;
  if (answer.error.code !== 'unavailable') throw new Error(`It was refused as ${answer.error.code}: ${answer.error.message}`);
  return answer.error.message;
}

/** As `plainly`, of long work that is followed to its end. */
export async function followPlainly(door: WebDoor, path: string, input: unknown): Promise<string | undefined> {
  const messages = await door.follow({ type: 'subscription', path, input });
  const refusal = messages.find((message): message is Extract<StreamMessage, { ok: false }> => 'ok' in message && !message.ok);
  return refusal ? plainly(refusal) : undefined;
}
