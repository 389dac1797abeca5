import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { chooseFolder, openApp } from '../open-app.ts';
import { webDesktop } from './desktop.ts';
import { Downloads } from './downloads.ts';
import { openBrowser } from './open-browser.ts';
import { startWebHost } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      open: { type: 'boolean', default: false },
      // One line of JSON for the program that started this one, instead of words for a person.
      'print-address-json': { type: 'boolean', default: false },
    },
  });
  const sayAddress = (address: string) =>
    say(values['print-address-json'] ? JSON.stringify({ address }) : `Open this address, once: ${address}`);
  const downloads = new Downloads();
  const folder = chooseFolder(values.data, values.demo);
  try {
    const app = await openApp({ host: 'web', desktop: webDesktop(downloads), dataFolder: folder.path, demonstration: values.demo });
    const host = await startWebHost({
      connect: () => app.connect(),
      assets: resolve(import.meta.dirname, '../renderer'),
      downloads,
      port: values.port === undefined ? 0 : Number(values.port),
      onAddressUsed: sayAddress,
    }).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    let closing: Promise<void> | undefined;
    const close = async () => {
      const answered = host.close();
      await app.close();
      await answered;
      downloads.clear();
      folder.discard();
    };
    const end = () => (closing ??= close().then(() => process.exit(0)));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    // A program that started this one with a channel to it, as tests do, takes it along when it goes.
    if (process.channel) process.on('disconnect', end);
    sayAddress(host.address);
    if (!values['print-address-json']) say('Ctrl+C ends the program.');
    if (values.open) openBrowser(host.address);
  } catch (error) {
    folder.discard();
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return 'This port is taken. Choose another one, or none.';
  return error instanceof Error ? error.message : String(error);
}
