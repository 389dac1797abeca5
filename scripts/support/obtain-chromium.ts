import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

/** The browser for the journeys, fetched where there is none; undefined when that failed. */
export function obtainChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  console.log(isDebianRoot ? 'Getting Chromium from Debian, once.' : 'Getting Chromium from Playwright, once.');
  if (isDebianRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = (args: readonly string[]) => spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
    quiet(['update', '-qq']);
    quiet(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (findChromium() === undefined)
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return findChromium();
}
