// The command line of the app: builds main when it changed, then runs it.
import { pathToFileURL } from 'node:url';
import { buildStale } from './support/build-parts.ts';
import { callersFolder, inRepository } from './support/repository.ts';

const program = inRepository('out/main/cli.js');
let isBuilt = false;
try {
  await buildStale(['main']);
  isBuilt = true;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(
    JSON.stringify({
      error: { code: 'unavailable', message: 'The program could not be built; the reason is above. Mend it and try again.' },
    }),
  );
  process.exitCode = 1;
}
if (isBuilt) {
  process.chdir(callersFolder());
  process.argv = [process.execPath, program, ...process.argv.slice(2)];
  await import(pathToFileURL(program).href);
}
