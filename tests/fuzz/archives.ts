import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../preload/contract/shared/transport.ts';
import { exportAll, putArchive, unzip } from '../support/archive.builder.ts';
import { setUpPractice } from '../support/campaign/caller.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { buildPng } from '../support/picture.builder.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { hostileArchives, packed, type HostileArchive, type TrueExport } from './support/hostile-archives.ts';

const longest = 60_000;

/** Archives that no export made, offered to an empty practice: each is refused in a sentence, and nothing of it is left anywhere. */
export const archives: CampaignRow = {
  name: 'archives',
  about: 'hostile archives as an export',
  full: hostileArchives.length,
  quick: 20,
  run: async (attempts) => {
    const files = await trueExport();
    await inLanes(attempts, 1, (number) => offer(hostileArchives[number], files));
  },
};

/** What a small practice with a file exports; it must be taken as it is, or the refusals below would say nothing. */
async function trueExport(): Promise<TrueExport> {
  const test = await openTestApp();
  try {
    const { personIds } = await setUpPractice((operation) => test.app.transport.request(operation), 2);
    const put = await test.app.transport.putFile({ name: 'badge.png', bytes: buildPng() });
    await test.client.attachments.add.mutate({ subject: { kind: 'person', id: personIds[0] ?? '' }, file: put.ok ? String(put.data) : '' });
    const { zip } = await exportAll(test);
    const files = await unzip(zip);
    for (const taken of [zip, packed(files)]) {
      await withEmpty(async (empty) => {
        const answer = await bringIn(empty, taken);
        if (!answer.ok) throw new Error(`A true export is refused: ${answer.error.message}`);
      });
    }
    return files;
  } finally {
    await test.close();
  }
}

async function offer(archive: HostileArchive | undefined, files: TrueExport): Promise<void> {
  if (!archive) return;
  const { kind } = archive;
  const zip = archive.make(files);
  await withEmpty(async (test, folder) => {
    const started = Date.now();
    const answer = await bringIn(test, zip);
    if (answer.ok) throw new Error(`${kind}: taken, not refused`);
    if (answer.error.code !== 'invalid_input') throw new Error(`${kind}: refused as ${answer.error.code}: ${answer.error.message}`);
    if (Date.now() - started > longest) throw new Error(`${kind}: took ${Date.now() - started} ms`);
    if ((await test.client.practice.get.query()) !== null) throw new Error(`${kind}: something was brought in`);
    const attachments = join(folder, 'attachments');
    if (existsSync(attachments) && readdirSync(attachments).length > 0) throw new Error(`${kind}: a file is left`);
    if (test.log.lines.length > 0) throw new Error(`${kind}: an incident is in the log`);
    if (Reflect.get({}, 'polluted') !== undefined) throw new Error(`${kind}: everything inherits something now`);
  });
}

/** A new data folder for one attempt, in a folder that must hold nothing else afterwards. */
async function withEmpty(act: (test: TestApp, folder: string) => Promise<void>): Promise<void> {
  const outer = mkdtempSync(join(tmpdir(), 'fuzz-archive-'));
  const folder = join(outer, 'a', 'data');
  const test = await openTestApp({ folder });
  try {
    await act(test, folder);
    const around = [...readdirSync(outer), ...readdirSync(join(outer, 'a'))].join(' ');
    if (around !== 'a data') throw new Error(`Something lies outside of the data folder: ${around}`);
  } finally {
    await test.close();
    rmSync(outer, { recursive: true, force: true });
  }
}

/** Looks at an archive and then brings it in, as the screen does. */
async function bringIn(test: TestApp, zip: Uint8Array): Promise<Answer> {
  const file = await putArchive(test, zip);
  const preview = await test.app.transport.request({ type: 'query', path: 'archive.preview', input: { file } });
  const end = await new Promise<Answer>((resolve) => {
    test.app.transport.subscribe({ type: 'subscription', path: 'archive.import', input: { file } }, (message) => {
      if ('done' in message) resolve({ ok: true, data: null });
      else if (!message.ok) resolve(message);
    });
  });
  if (!preview.ok && end.ok) throw new Error('Brought in what the preview refused');
  return end;
}
