import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCommand, type Call } from '../../../main/hosts/cli/command.ts';
import { runCall } from '../../../main/hosts/cli/run.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestPractice } from '../../support/practice.builder.ts';

async function previewOf(file: string, path = 'people.import.preview'): Promise<unknown> {
  const { app } = await openTestPractice();
  const command = readCommand([path, ...(path.startsWith('people') ? ['{}'] : []), '--file', file]);
  if (command.kind !== 'call') throw new Error('This is a call.');
  const call: Call = command;
  try {
    return await runCall(app.transport, call, () => {});
  } catch (error) {
    return error instanceof AppError ? error.toShape() : error;
  }
}

it('a file on the command line is put and named to the call', async () => {
  const file = join(temporaryFolder(), 'list.csv');
  writeFileSync(file, 'Name\nAna Ember\n');
  expect(await previewOf(file)).toMatchObject({ ok: true, data: { rows: [{ name: 'Ana Ember' }] } });
});

it('a file that is too large is refused by its size and not read', async () => {
  const file = join(temporaryFolder(), 'list.csv');
  writeFileSync(file, '');
  // A hole: it takes no room on the disk, and 3 GiB to read. Node reads no file of more than 2 GiB at once.
  truncateSync(file, 3 * 1024 ** 3);
  expect(await previewOf(file)).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('over 32 MB') });
});

it('a large zip is put in parts, and a larger one refused', async () => {
  const file = join(temporaryFolder(), 'export.zip');
  writeFileSync(file, '');
  truncateSync(file, 33 * 1024 ** 2);
  expect(await previewOf(file, 'archive.preview')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('cannot be read as an export') },
  });
  truncateSync(file, 3 * 1024 ** 3);
  expect(await previewOf(file, 'archive.preview')).toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('over 512 MB'),
  });
});

it('a folder in place of a file is refused with its name', async () => {
  const folder = temporaryFolder();
  expect(await previewOf(folder)).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(folder) });
});
