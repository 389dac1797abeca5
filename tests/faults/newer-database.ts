import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToWrite } from '../../db/connection.ts';
import { KeyringFile, openKeyOf } from '../../db/keyring/keyring-file.ts';
import { ask, setUpPractice, type Outputs } from '../support/campaign/caller.ts';
import { openApp } from '../support/campaign/open-app.ts';
import { inLanes, kindOf, type CampaignRow } from '../support/campaign/row.ts';

interface Newer {
  readonly name: string;
  readonly kind: 'newer' | 'key_damaged';
  readonly make: (folder: string) => void;
}

const asNewer = (folder: string, statements: readonly string[]): void => {
  const connection = openToWrite(join(folder, 'practice.db'), openKeyOf(new KeyringFile(folder)).bytes.toString('hex'));
  try {
    for (const statement of statements) connection.exec(statement);
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
};

const nextMigration = `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`;

const kinds: readonly Newer[] = [
  { name: 'one migration more', kind: 'newer', make: (folder) => asNewer(folder, [nextMigration]) },
  {
    name: 'a migration with tables and columns of its own',
    kind: 'newer',
    make: (folder) =>
      asNewer(folder, [
        nextMigration,
        'CREATE TABLE room (id varchar PRIMARY KEY NOT NULL)',
        'ALTER TABLE person ADD COLUMN pronouns varchar',
      ]),
  },
  {
    name: 'a keyring of a later version',
    kind: 'key_damaged',
    make: (folder) => writeFileSync(join(folder, 'keyring.json'), JSON.stringify({ version: 3, slots: [] })),
  },
];

const files = ['practice.db', 'keyring.json'] as const;
const hashOf = (folder: string): string =>
  files
    .map((file) =>
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    )
    .join();

/** A practice that a newer program wrote is refused with a sentence, and no byte of it changes. */
export const newerDatabase: CampaignRow = {
  name: 'newer-database',
  about: 'a practice that a newer program wrote',
  full: kinds.length,
  quick: kinds.length,
  run: (attempts) => inLanes(attempts, 1, (number) => attempt(kindOf(kinds, number))),
};

async function attempt({ name, kind, make }: Newer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-newer-'));
  try {
    const first = await openApp(folder);
    await setUpPractice(first.request, 3);
    await first.app.close();
    make(folder);
    const before = hashOf(folder);
    const { app, request } = await openApp(folder);
    const state = await ask<Outputs['access']['state']>(request, { type: 'query', path: 'access.state' });
    const answer = await request({ type: 'query', path: 'people.list' });
    await app.close();
    if (state.stage !== 'trouble' || state.trouble?.kind !== kind)
      throw new Error(`${name}: the state is ${JSON.stringify(state.trouble)}`);
    if (answer.ok || answer.error.code !== 'unavailable') throw new Error(`${name}: a call was answered`);
    if (hashOf(folder) !== before) throw new Error(`${name}: the files were changed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
