import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import type { ArchiveImportResult, ExportResult } from '../../preload/contract/archive/archive.ts';
import type { Progress } from '../../preload/contract/shared/primitives.ts';
import type { TestApp } from './test-app.ts';

/** Takes everything out; answers the zip. */
export async function exportAll({
  client,
  desktop,
}: Pick<TestApp, 'client' | 'desktop'>): Promise<{ result: ExportResult; zip: Uint8Array }> {
  const result = await new Promise<ExportResult>((resolve, reject) => {
    client.archive.export.subscribe(undefined, {
      onData: (message: Progress<ExportResult>) => {
        if (message.kind === 'result') resolve(message.result);
      },
      onError: reject,
    });
  });
  return { result, zip: desktop.saved.at(-1)?.bytes ?? new Uint8Array() };
}

/** Puts an export; answers its handle. */
export async function putArchive({ app }: Pick<TestApp, 'app'>, zip: Uint8Array): Promise<string> {
  const put = await app.transport.putFile({ name: 'export.zip', bytes: zip });
  if (!put.ok) throw new Error(put.error.message);
  return String(put.data);
}

/** Brings an export in. */
export async function importAll(test: Pick<TestApp, 'app' | 'client'>, zip: Uint8Array): Promise<ArchiveImportResult> {
  const file = await putArchive(test, zip);
  return new Promise((resolve, reject) => {
    test.client.archive.import.subscribe(
      { file },
      {
        onData: (message: Progress<ArchiveImportResult>) => {
          if (message.kind === 'result') resolve(message.result);
        },
        onError: reject,
      },
    );
  });
}

/** The files of a zip by their names. */
export async function unzip(zip: Uint8Array): Promise<Record<string, Uint8Array>> {
  const opened = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true, autoClose: false });
  const files: Record<string, Uint8Array> = {};
  for await (const entry of opened.eachEntry()) files[entry.fileName] = await buffer(await opened.openReadStreamPromise(entry));
  opened.close();
  return files;
}
