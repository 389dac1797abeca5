import { ZipFile } from 'yazl';
import { writeInSteps } from '../durable-files.ts';
import type { BackupManifest } from './manifest.ts';

/** What lies in a backup, in this order. */
export const archiveEntries = { manifest: 'manifest.json', keyring: 'keyring.json', database: 'practice.db' } as const;

/** Writes a backup as a zip archive without compression: what is in it is encrypted, and a ratio of 1 is easy to insist on. On the disk when it resolves. */
export async function writeArchive(
  target: string,
  { manifest, keyring, database }: { readonly manifest: BackupManifest; readonly keyring: string; readonly database: string },
): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: new Date(manifest.at), mode: 0o100600, compress: false };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), archiveEntries.manifest, options);
  zip.addBuffer(Buffer.from(keyring), archiveEntries.keyring, options);
  zip.addFile(database, archiveEntries.database, options);
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.end();
  await Promise.race([writeInSteps(zip.outputStream, target), failed]);
}
