// npm start: builds what changed and opens the app, in Electron where that can be had and in the browser elsewhere.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildStale } from './support/build-parts.ts';
import { develop } from './support/develop.ts';
import { obtainElectron } from './support/electron.ts';
import { endWithNpm } from './support/end-with-npm.ts';
import { callersFolder, inRepository, repository } from './support/repository.ts';
import { runElectron } from './support/run-electron.ts';

interface Choices {
  readonly data?: string;
  readonly demo: boolean;
  readonly dev: boolean;
  readonly web: boolean;
}

function readChoices(): Choices | undefined {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        web: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    console.error('npm start takes --demo, --data <folder>, --web and --dev, after two dashes: npm start -- --demo');
    process.exitCode = 1;
    return undefined;
  }
}

async function start({ data, demo, dev, web }: Choices): Promise<void> {
  await buildStale();
  const args = [...(demo ? ['--demo'] : []), ...(data === undefined ? [] : ['--data', resolve(callersFolder(), data)])];
  const electron = web ? { whyNot: 'the browser was asked for' } : await obtainElectron();
  if ('program' in electron) {
    if (dev) return develop({ command: electron.program, args: [repository, ...args] });
    if (await runElectron(electron.program, args)) return;
    console.log('Electron is not used: it could not start here. The app opens in the browser.');
  } else {
    console.log(`Electron is not used: ${electron.whyNot}. The app opens in the browser.`);
  }
  const program = inRepository('out/main/web.js');
  const webArgs = [...args, '--open'];
  if (dev) return develop({ command: process.execPath, args: [program, ...webArgs] });
  process.argv = [process.execPath, program, ...webArgs];
  await import(pathToFileURL(program).href);
}

const choices = readChoices();
if (choices) {
  endWithNpm();
  try {
    await start(choices);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
