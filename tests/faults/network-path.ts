import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../db/data-folder.ts';
import { DatabaseTrouble } from '../../db/database-trouble.ts';
import type { PlaceFacts } from '../../db/folder-place.ts';
import { inLanes, kindOf, type CampaignRow } from '../support/campaign/row.ts';

interface Share {
  readonly name: string;
  /** What the system says of a share that is mounted at `point`. */
  readonly facts: (point: string) => PlaceFacts;
  readonly folder: (point: string) => string;
}

const kinds: readonly Share[] = [
  {
    name: 'NFS on Linux',
    facts: (point) => ({ platform: 'linux', mounts: `40 23 0:44 / ${point} rw,relatime shared:1 - nfs4 server:/office rw,vers=4.2` }),
    folder: (point) => join(point, 'practice'),
  },
  {
    name: 'SMB on macOS',
    facts: (point) => ({ platform: 'darwin', mounts: `//dana@server/office on ${point} (smbfs, nodev, nosuid, mounted by dana)` }),
    folder: (point) => join(point, 'practice'),
  },
  { name: 'a UNC path on Windows', facts: () => ({ platform: 'win32', mounts: '' }), folder: () => '//server/office/practice' },
];

/** A data folder on a network share, as each system tells of one, is refused with a sentence, and nothing is made in it. */
export const networkPath: CampaignRow = {
  name: 'network-path',
  about: 'a data folder on a network share',
  full: kinds.length,
  quick: kinds.length,
  run: (attempts) => inLanes(attempts, 1, async (number) => attempt(kindOf(kinds, number))),
};

function attempt({ name, facts, folder }: Share): void {
  const point = mkdtempSync(join(tmpdir(), 'faults-network-'));
  try {
    const path = folder(point);
    const trouble = troubleWith(path, facts(point));
    if (trouble?.kind !== 'network' || !trouble.message.includes('network share'))
      throw new Error(`${name}: ${trouble?.message ?? 'it opened'}`);
    if (existsSync(path)) throw new Error(`${name}: something was made there`);
  } finally {
    rmSync(point, { recursive: true, force: true });
  }
}

function troubleWith(path: string, facts: PlaceFacts): DatabaseTrouble | undefined {
  try {
    openDataFolder(path, 'cli', facts).release();
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseTrouble) return error;
    throw error;
  }
}
