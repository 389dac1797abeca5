import { cpSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBackupApp, type BackupApp } from '../../support/backup-app.ts';
import { fullTimer, setUpPractice, type SmallPractice } from '../../support/campaign/caller.ts';
import { filesIn, stateOfFolder, type Opener } from './folder-state.ts';

/** The owner, with the passphrase of the day of the backup, and with the one of today. */
export const danaThen: Opener = { name: 'Dana Ortiz', passphrase: 'river lamp orange nine' };
export const danaLater: Opener = { name: 'Dana Ortiz', passphrase: 'maple window silver six' };
const max: Opener = { name: 'Max Weber', passphrase: 'winter apples on a shelf' };
export const lee: Opener = { name: 'Lee Park', passphrase: 'seven quiet green boats' };

/** A practice in a folder that nobody has open. */
export interface MadePractice {
  readonly folder: string;
  /** Who opens it; undefined for everybody. */
  readonly opener: Opener | undefined;
  readonly state: string;
  /** Name of its backup, and what that holds. */
  readonly backup: string;
  readonly backedUp: string;
  /** Size of its file. */
  readonly bytes: number;
  /** What lies in the folder. */
  readonly files: readonly string[];
}

export interface MadePractices {
  /** Without a passphrase. */
  readonly open: MadePractice;
  /** With passphrases: the owner's is another one than on the day of the backup, so the keyrings differ. */
  readonly closed: MadePractice;
  /** The second one after its backup was restored, with what was there before still aside. */
  readonly restored: MadePractice;
}

const people = 12;

/** Makes them in `folder`; each has changes since its backup. */
export async function makePractices(folder: string): Promise<MadePractices> {
  const open = await makeOpen(join(folder, 'open'));
  const closed = await makeClosed(join(folder, 'closed'));
  return { open, closed, restored: await makeRestored(closed, join(folder, 'restored')) };
}

/** A practice that opens without a passphrase, with a backup and changes since then. */
export async function makeOpen(folder: string): Promise<MadePractice> {
  mkdirSync(folder);
  let practice: SmallPractice | undefined;
  const backup = await inApp(folder, undefined, async (backupApp) => {
    practice = await setUp(backupApp);
    return (await backupApp.make()).name;
  });
  const backedUp = await stateOfFolder(folder);
  await inApp(folder, undefined, (backupApp) => changeSince(backupApp, practice));
  return describe(folder, undefined, backup, backedUp);
}

/** A practice with passphrases: since its backup the owner has another one, somebody was taken away, and so the key is another one. */
export async function makeClosed(folder: string): Promise<MadePractice> {
  mkdirSync(folder);
  let practice: SmallPractice | undefined;
  const backup = await inApp(folder, undefined, async (backupApp) => {
    const { client } = backupApp;
    practice = await setUp(backupApp);
    await client.access.protect.mutate(danaThen);
    await client.access.confirm.mutate({ passphrase: danaThen.passphrase });
    await client.access.account.add.mutate({ ...lee, role: 'lead', personId: null });
    await client.access.account.add.mutate({ ...max, role: 'staff', personId: null });
    return (await backupApp.make()).name;
  });
  const backedUp = await stateOfFolder(folder, danaThen);
  await inApp(folder, danaThen, async (backupApp) => {
    const { access } = backupApp.client;
    await changeSince(backupApp, practice);
    const gone = (await access.account.list.query()).accounts.find(({ name }) => name === max.name);
    await access.account.deactivate.mutate({ seen: { id: gone?.id ?? '', version: gone?.version ?? 0 } });
    await access.changePassphrase.mutate({ current: danaThen.passphrase, next: danaLater.passphrase });
  });
  return describe(folder, danaLater, backup, backedUp);
}

async function makeRestored(closed: MadePractice, folder: string): Promise<MadePractice> {
  cpSync(closed.folder, folder, { recursive: true });
  const source = { kind: 'listed', place: 'here', name: closed.backup } as const;
  await inApp(folder, danaLater, (backupApp) => backupApp.restore(source, { kind: 'passphrase', ...danaThen }));
  return describe(folder, danaThen, closed.backup, closed.backedUp);
}

const setUp = ({ app }: BackupApp): Promise<SmallPractice> => setUpPractice((operation) => app.transport.request(operation), people);

const changeSince = ({ client }: BackupApp, practice: SmallPractice | undefined): Promise<unknown> =>
  client.people.save.mutate({ person: fullTimer(40, practice?.locationId ?? '', practice?.positionIds[0] ?? '') });

/** Works on a folder with its owner signed in. */
export async function inApp<Result>(
  folder: string,
  opener: Opener | undefined,
  work: (backupApp: BackupApp) => Promise<Result>,
): Promise<Result> {
  const backupApp = await openBackupApp(folder);
  try {
    if (opener) {
      await backupApp.client.access.signIn.mutate(opener);
      await backupApp.client.access.confirm.mutate({ passphrase: opener.passphrase });
    }
    return await work(backupApp);
  } finally {
    await backupApp.app.close();
  }
}

async function describe(folder: string, opener: Opener | undefined, backup: string, backedUp: string): Promise<MadePractice> {
  const state = await stateOfFolder(folder, opener);
  return { folder, opener, state, backup, backedUp, bytes: statSync(join(folder, 'practice.db')).size, files: filesIn(folder) };
}
