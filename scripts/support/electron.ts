import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Electron's program, or undefined until it was downloaded. */
export function electronProgram(): string | undefined {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(named, 'utf8'));
  return existsSync(program) ? program : undefined;
}

const downloadMilliseconds = 60_000;

/** Why Electron cannot be used on this computer even when it is there; undefined when it can. */
export function whyNoElectron(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display here';
  return process.getuid?.() === 0 ? 'it does not run in its sandbox as root' : undefined;
}

/** Electron's program, downloaded by its own installer where it is missing; or one phrase why it cannot be used. */
export async function obtainElectron(): Promise<{ readonly program: string } | { readonly whyNot: string }> {
  const whyNot = whyNoElectron();
  if (whyNot !== undefined) return { whyNot };
  const present = electronProgram();
  if (present) return { program: present };
  console.log('Getting Electron, once. This takes up to a minute.');
  const end = await install();
  const program = electronProgram();
  if (program) return { program };
  return { whyNot: end === 'timeout' ? 'its download took more than 60 seconds' : 'it could not be downloaded' };
}

function install(): Promise<'ended' | 'timeout'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('timeout');
    }, downloadMilliseconds);
    const end = () => {
      clearTimeout(limit);
      resolve('ended');
    };
    child.on('error', end);
    child.on('exit', end);
  });
}
