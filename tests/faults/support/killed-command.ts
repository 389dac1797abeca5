import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { passphraseVariable } from '../../../main/hosts/cli/passphrase.ts';
import type { Opener } from './folder-state.ts';
import type { Random } from '../../support/campaign/random.ts';

/**
 * Runs a long command of the built program on a folder and kills it with -9: right at the start, or shortly after one of its steps.
 * Answers whether it had ended well before. `opener`: who calls, where the practice has a passphrase. `program` is the loopback host, beside which the command lies.
 */
export async function killCommand(
  program: string,
  folder: string,
  path: string,
  input: unknown,
  steps: number,
  random: Random,
  opener?: Opener,
): Promise<boolean> {
  const parameters = [join(dirname(program), 'cli.js'), path, ...(input === undefined ? [] : [JSON.stringify(input)]), '--data', folder];
  const child = spawn(process.execPath, opener ? [...parameters, '--as', opener.name] : parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: opener ? { ...process.env, [passphraseVariable]: opener.passphrase } : process.env,
  });
  const killAfter = random.between(0, steps);
  const said: string[] = [];
  const kill = (): void => void child.kill('SIGKILL');
  if (killAfter === 0) void wait(random.between(50, 900)).then(kill);
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    if (line.includes(`"done":${killAfter},`)) void wait(random.between(0, 60)).then(kill);
  });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0 && code !== null) throw new Error(`${path} ended with ${String(code)}: ${said.join(' ')}`);
  return code === 0;
}
