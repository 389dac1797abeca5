import { spawn } from 'node:child_process';
import { repository } from './repository.ts';

/** A start that dies this early never showed a window: a library or the sandbox is missing. */
const earlyMilliseconds = 10_000;

/** Runs the app in Electron until it ends. Answers false when Electron itself could not start, so that another host can. */
export function runElectron(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const started = Date.now();
    const { ELECTRON_RUN_AS_NODE: _never, ...env } = process.env;
    const child = spawn(program, [repository, ...args], { stdio: 'inherit', env });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward);
    const end = (couldStart: boolean) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, forward);
      resolve(couldStart);
    };
    child.on('error', () => end(false));
    child.on('exit', (code, signal) => {
      const crashed = code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGSEGV' || signal === 'SIGILL';
      const isEarly = Date.now() - started < earlyMilliseconds;
      if (!(crashed && isEarly)) process.exitCode = code ?? 1;
      end(!(crashed && isEarly));
    });
  });
}
