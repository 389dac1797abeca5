import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRepository, repository } from './repository.ts';

/** What is built separately, and what each part is made of. */
const sources = {
  main: ['main', 'db', 'preload/contract'],
  preload: ['preload'],
  renderer: ['renderer', 'preload/contract', 'assets'],
  tools: [
    'tests/bench',
    'tests/faults',
    'tests/fuzz',
    'tests/support',
    'tests/e2e',
    'scripts/support',
    'main',
    'db',
    'preload/contract',
    'vite.tools.config.ts',
  ],
} as const;
const forEveryPart = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

export type Part = keyof typeof sources;
/** The parts of the app; `tools` (bench, faults and fuzz) is built only where it is asked for. */
export const parts = ['main', 'preload', 'renderer'] as const satisfies readonly Part[];

/**
 * Builds those of the parts whose sources changed since their last build; says nothing unless it fails.
 * Throws the bundler's error. Two builds at once wait for each other.
 */
export async function buildStale(wanted: readonly Part[] = parts): Promise<readonly Part[]> {
  if (!wanted.some(isStale)) return [];
  const release = await takeLock();
  try {
    const stale = wanted.filter(isStale);
    for (const part of stale) {
      const fingerprint = fingerprintOf(part);
      rmSync(stampOf(part), { force: true });
      await build(part);
      mkdirSync(dirname(stampOf(part)), { recursive: true });
      writeFileSync(stampOf(part), fingerprint);
    }
    return stale;
  } finally {
    release();
  }
}

async function build(part: Part): Promise<void> {
  // Loaded only when there is something to build: a script's start does not wait for a bundler.
  const [{ resolveConfig }, { build: bundle }] = await Promise.all([import('electron-vite'), import('vite')]);
  if (part === 'tools') {
    await bundle({ root: repository, configFile: inRepository('vite.tools.config.ts'), logLevel: 'error' });
    return;
  }
  const { config } = await resolveConfig({ root: repository, logLevel: 'error' }, 'build', 'production');
  const ofPart = config?.[part];
  if (!ofPart) throw new Error(`electron.vite.config.ts says nothing about ${part}.`);
  await bundle({ ...ofPart, logLevel: 'error' });
}

const stampOf = (part: Part): string => inRepository('out/.stamps', part);

function isStale(part: Part): boolean {
  return !existsSync(stampOf(part)) || readFileSync(stampOf(part), 'utf8') !== fingerprintOf(part);
}

/** Contents, not times: a fresh checkout and a switched branch change the times of files that are the same. */
function fingerprintOf(part: Part): string {
  const hash = createHash('sha256');
  for (const file of [
    ...sources[part].flatMap((folder) => filesIn(inRepository(folder))),
    ...forEveryPart.map((file) => inRepository(file)),
  ]) {
    if (existsSync(file)) hash.update(relative(repository, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .toSorted();
}

async function takeLock(): Promise<() => void> {
  const file = inRepository('out/.building');
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (isAbandoned(file)) rmSync(file, { force: true });
      else await wait(100);
    }
  }
}

function isAbandoned(lockFile: string): boolean {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    const isNew = Date.now() - statSync(lockFile).mtimeMs < 2000;
    if (pid === 0) return !isNew;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
