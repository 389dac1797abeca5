import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Answer } from '../../preload/contract/shared/transport.ts';
import { ask, setUpPractice, type Outputs } from '../support/campaign/caller.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { openWebDoor, type WebDoor } from '../support/campaign/web-door.ts';
import { startWeb } from '../support/campaign/web-process.ts';
import { hostileFiles, type HostileFile } from './support/hostile-files.ts';
import { peakBytes } from './support/peak-memory.ts';

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;
/** What a process may come to, which takes 100 MB when it does nothing: the largest file, its text, and the cells of its text before they are collected. */
const mostMemory = gigabyte;
const longest = 60_000;
const chunk = Buffer.alloc(megabyte, 'a');

/** A way to offer what is too large to be held here. Answers what it was refused with. */
interface LargeFile {
  readonly kind: string;
  readonly offer: (door: WebDoor) => Promise<Answer>;
}

const largeFiles: readonly LargeFile[] = [
  { kind: '1 GB in a line, its length told', offer: (door) => door.putFile('a.csv', streamOf(gigabyte), gigabyte) },
  { kind: '1 GB in a line, its length not told', offer: (door) => door.putFile('a.csv', streamOf(gigabyte)) },
];

/**
 * Files that no office ever made, offered to the built app as a staff list: refused in a sentence or imported cleanly,
 * in bounded memory and time, and the app goes on.
 */
export function csvImportHostile(program: string): CampaignRow {
  const count = largeFiles.length + 1 + hostileFiles.length;
  return {
    name: 'csv-import-hostile',
    about: 'hostile files as a staff list',
    full: count,
    quick: 12,
    run: (attempts) =>
      inLanes(attempts, 2, async (number) => {
        const large = largeFiles[number];
        const file = hostileFiles[number - largeFiles.length - 1];
        if (large) await withHost(program, large.kind, async (door) => refusedWell(large.kind, await large.offer(door)));
        else if (file) {
          const bytes = await file.bytes(randomFrom(attempts.seed));
          await withHost(program, file.kind, (door) => importFile(door, file, bytes));
        } else await refuseOnCommandLine(program);
      }),
  };
}

async function withHost(program: string, kind: string, act: (door: WebDoor) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-import-'));
  const host = startWeb(program, folder);
  try {
    const outcome = await host.outcome;
    if (outcome.kind === 'ended') throw new Error(`The host did not start: ${outcome.said}`);
    const door = await openWebDoor(outcome.address);
    await setUpPractice(door.request, 1);
    const started = Date.now();
    await act(door);
    const took = Date.now() - started;
    await ask(door.request, { type: 'query', path: 'system.info' });
    const peak = peakBytes(host.pid);
    if (took > longest) throw new Error(`${kind}: took ${Math.round(took / 1000)} s`);
    if (peak > mostMemory) throw new Error(`${kind}: took ${Math.round(peak / megabyte)} MB of memory`);
  } finally {
    await host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importFile(door: WebDoor, { kind, name, expected }: HostileFile, bytes: Uint8Array): Promise<void> {
  const put = await door.putFile(name, Readable.from([Buffer.from(bytes)]), bytes.length);
  if (!put.ok) throw new Error(`${kind}: not put: ${put.error.message}`);
  const source = { file: put.data };
  const preview = await door.request({ type: 'query', path: 'people.import.preview', input: { source } });
  const messages = await door.follow({ type: 'subscription', path: 'people.import.commit', input: { source, skipRefused: true } });
  const refusal = messages.find((message): message is Extract<Answer, { ok: false }> => 'ok' in message && !message.ok);
  if (!preview.ok && !refusal) throw new Error(`${kind}: refused by the preview, but imported`);
  for (const answer of [preview, refusal]) if (answer && !answer.ok) refusedWell(kind, answer);
  const names = (await ask<Outputs['people']['list']>(door.request, { type: 'query', path: 'people.list' })).map((person) => person.name);
  if (expected === 'refused' && preview.ok) throw new Error(`${kind}: was taken, and made ${names.slice(0, 5).join(', ')}`);
  const missing = typeof expected === 'string' ? [] : expected.filter((wanted) => !names.includes(wanted));
  if (missing.length > 0)
    throw new Error(`${kind}: there is no ${missing.join(', ')}, but ${names.join(', ')} (${JSON.stringify(refusal)})`);
}

function refusedWell(kind: string, answer: Answer): void {
  if (answer.ok) throw new Error(`${kind}: was taken`);
  const { code, message } = answer.error;
  if (code === 'internal') throw new Error(`${kind}: failed inside`);
  if (!/^\S.+ .+\.$/s.test(message) || message.length > 400) throw new Error(`${kind}: was refused with "${message.slice(0, 500)}"`);
}

/** The door for scripts takes the path of a file; this one is a hole of 3 GiB, and Node reads no file of more than 2. */
async function refuseOnCommandLine(program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-import-'));
  const file = join(folder, 'a.csv');
  try {
    writeFileSync(file, '');
    truncateSync(file, 3 * gigabyte);
    const args = [join(dirname(program), 'cli.js'), 'people.import.preview', '{}', '--data', join(folder, 'data'), '--file', file];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(child, 'close');
    if (!said.includes('This file is over 32 MB')) throw new Error(`3 GiB on the command line: it said ${said.slice(0, 300)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As much as is asked for; made as it is read. */
const streamOf = (length: number): Readable => Readable.from(Array.from({ length: length / chunk.length }, () => chunk));
