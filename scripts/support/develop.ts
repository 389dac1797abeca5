import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { buildStale } from './build-parts.ts';
import { inRepository, repository } from './repository.ts';

/** Programs often write a file in several steps; the build waits until they are done. */
const quietMilliseconds = 300;

/** Starts the app and builds what changes: a new page is there on reload, a new main starts again. Ends with the app. */
export function develop(start: { readonly command: string; readonly args: readonly string[] }): Promise<void> {
  return new Promise((resolve) => {
    let restarting = false;
    let child = run();
    let building: Promise<void> = Promise.resolve();
    let timer: NodeJS.Timeout | undefined;

    function run(): ChildProcess {
      const started = spawn(start.command, start.args, { stdio: 'inherit', cwd: repository });
      started.on('exit', () => {
        if (restarting) {
          restarting = false;
          child = run();
        } else {
          for (const watcher of watchers) watcher.close();
          clearTimeout(timer);
          resolve();
        }
      });
      return started;
    }

    const rebuild = async () => {
      try {
        const built = await buildStale();
        if (built.includes('main') || built.includes('preload')) {
          restarting = true;
          child.kill('SIGTERM');
        } else if (built.length > 0) {
          console.log('Built. Reload the page to see it.');
        }
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    };
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (building = building.then(rebuild)), quietMilliseconds);
    };
    const watchers = ['main', 'db', 'preload', 'renderer'].map((folder) => watch(inRepository(folder), { recursive: true }, onChange));
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
  });
}
