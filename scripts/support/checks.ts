import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inRepository, repository } from './repository.ts';

/** How many tests a check ran, by how they ended. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One part of `npm test`. */
export interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts of a report: the reporter's file, or where none is asked for, the output. Without it the check as a whole counts as one. */
  readonly count?: (report: unknown) => Count;
}

export interface Outcome extends Count {
  /** What the check said; shown when it failed. */
  readonly output: string;
  readonly seconds: number;
}

/** The file a check's reporter writes to is put in place of this word in its arguments and environment. */
export const reportPlace = '<report>';

/** Runs a check to its end. A check that ends badly counts at least one failure, whatever its report says. */
export async function runCheck({ name, command, args, env = {}, count }: Check): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const report = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  const fill = (text: string) => text.replaceAll(reportPlace, report);
  const started = Date.now();
  try {
    const { code, output, said } = await run(
      command,
      args.map(fill),
      Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)])),
    );
    const counted = count
      ? readCount(() => (existsSync(report) ? readFileSync(report, 'utf8') : said), count)
      : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    const failed = code === 0 ? counted.failed : Math.max(1, counted.failed);
    return { passed: counted.passed, failed, output, seconds: Math.round((Date.now() - started) / 1000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A check that says nothing about its tests did not run them. */
function readCount(read: () => string, count: (report: unknown) => Count): Count {
  try {
    return count(JSON.parse(read()));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

interface Said {
  readonly code: number;
  /** Everything, in order. */
  readonly output: string;
  /** What went to standard output alone. */
  readonly said: string;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  return new Promise((resolve) => {
    const path = `${inRepository('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const child = spawn(command, args, {
      cwd: repository,
      env: { ...process.env, NO_COLOR: '1', PATH: path, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      said += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => void (output += text.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}`, said }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, said }));
  });
}

/** Counts of Vitest's JSON report. A file that could not be loaded is a failure too. */
export function countVitest(report: unknown): Count {
  const passed = numberAt(report, 'numPassedTests');
  const failed = numberAt(report, 'numFailedTests');
  const suites = valueAt(report, 'testResults');
  const unloaded = Array.isArray(suites)
    ? suites.filter((suite) => valueAt(suite, 'status') === 'failed' && listAt(suite, 'assertionResults').length === 0).length
    : 0;
  return { passed, failed: failed + unloaded };
}

/** Counts of Playwright's JSON report. */
export function countPlaywright(report: unknown): Count {
  const stats = valueAt(report, 'stats');
  const errors = listAt(report, 'errors').length;
  return { passed: numberAt(stats, 'expected'), failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky') + errors };
}

/** Counts of the faults and of the fuzz: every name is one test. */
export function countCampaign(report: unknown): Count {
  const rows = Array.isArray(report) ? report : [];
  const failed = rows.filter((row) => numberAt(row, 'failed') > 0 || numberAt(row, 'tried') === 0).length;
  return { passed: rows.length - failed, failed: rows.length === 0 ? 1 : failed };
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number {
  const found = valueAt(value, key);
  if (typeof found !== 'number') throw new Error(`The report has no ${key}.`);
  return found;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = valueAt(value, key);
  return Array.isArray(found) ? found : [];
}
