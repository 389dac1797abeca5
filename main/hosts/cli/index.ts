import { v7 } from 'uuid';
import { createApp } from '../../app.ts';
import { computerSettingsInMemory } from '../../kernel/computer-settings.ts';
import { inMemory } from '../../../db/practice-file.ts';
import { toErrorShape } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/ports.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { chooseFolder, openApp, systemClock } from '../open-app.ts';
import { readCommand, type Call } from './command.ts';
import { cliDesktop } from './desktop.ts';
import { readPassphrase } from './passphrase.ts';
import { runCall } from './run.ts';

// A library's message must not land in the JSON on stdout.
const print = (value: unknown): Promise<void> =>
  new Promise((done) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`, () => done()));
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const log: Log = {
  info: () => {},
  error: (message, detail) => tell(detail instanceof Error ? `${message}: ${detail.stack ?? detail.message}` : message),
};

async function call(command: Call): Promise<Answer> {
  const folder = chooseFolder(command.data, command.demo);
  try {
    const app = await openApp({ host: 'cli', desktop: cliDesktop(process.cwd()), dataFolder: folder.path, demonstration: command.demo });
    const interrupted = new AbortController();
    process.once('SIGINT', () => interrupted.abort());
    try {
      const run = () => runCall(app.transport, command, (message) => tell(JSON.stringify(message)), interrupted.signal);
      if (command.as === undefined) return await run();
      const passphrase = await readPassphrase(command.as);
      const entered = await app.transport.request({ type: 'mutation', path: 'access.signIn', input: { name: command.as, passphrase } });
      if (!entered.ok) return entered;
      const answer = await run();
      if (answer.ok || answer.error.rule !== 'confirm.passphrase') return answer;
      // It was given for this very call.
      const confirmed = await app.transport.request({ type: 'mutation', path: 'access.confirm', input: { passphrase } });
      return confirmed.ok ? await run() : confirmed;
    } finally {
      await app.close();
    }
  } finally {
    folder.discard();
  }
}

/** What can be called does not depend on anybody's data: an empty database in memory is enough to ask. */
async function list(): Promise<unknown> {
  const app = await createApp({
    folder: inMemory,
    clock: systemClock,
    newId: () => v7(),
    log,
    desktop: cliDesktop(process.cwd()),
    computer: computerSettingsInMemory(),
    host: 'cli',
  });
  try {
    return app.transport.procedures();
  } finally {
    await app.close();
  }
}

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command.kind === 'list') return print(await list());
  const answer = await call(command);
  if (answer.ok) return print(answer.data ?? null);
  process.exitCode = 1;
  await print({ error: answer.error });
}

// Whoever reads may have had enough: `office --list | head`.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  await print({ error: toErrorShape(error, log) });
}
