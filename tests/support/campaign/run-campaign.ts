import { parseArgs } from 'node:util';
import { inRepository } from '../../../scripts/support/repository.ts';
import { Progress, type RowProgress } from './progress.ts';
import { messageOf, type CampaignRow } from './row.ts';

/** Many tries of many kinds, counted: `npm run faults` and `npm run fuzz` are two of them. */
export interface Campaign {
  /** Names the file in `.cache/` that keeps how far it came. */
  readonly name: string;
  /** What a row is called in the table's head. */
  readonly heading: string;
  readonly rows: readonly CampaignRow[];
  /** Changes with the program that is tried; another program is tried from the start. */
  readonly fingerprint: string;
}

interface Choices {
  readonly only: string | undefined;
  readonly seed: number | undefined;
  readonly json: boolean;
  readonly quick: boolean;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs the rows that the command line chooses, one after the other. The last lines of standard output are the table or the JSON,
 * and nothing else goes there; the exit code is 1 when anything failed or nothing was tried.
 */
export async function runCampaign({ name, heading, rows: all, fingerprint }: Campaign): Promise<void> {
  // TypeORM tells on the console of a migration that failed.
  console.log = console.error;
  const choices = readChoices();
  const rows = chooseRows(all, choices.only);
  if (typeof rows === 'string') {
    say(rows);
    process.exit(1);
  }
  const progress = new Progress(choices.quick ? undefined : inRepository(`.cache/${name}.json`), fingerprint, choices.seed);
  process.on('exit', () => progress.save());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  say(`Seed ${progress.seed}; the same again with --seed ${progress.seed}`);
  for (const row of rows) await runRow(row, progress, choices.quick ? row.quick : row.full, !choices.quick);
  const results = rows.map((row) => ({ ...row, ...progress.row(row.name) }));
  process.stdout.write(choices.json ? jsonOf(results) : tableOf(heading, results));
  process.exitCode = isGood(results) ? 0 : 1;
  progress.forget(rows.map((row) => row.name));
}

function readChoices(): Choices {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  return { only: values.only, seed: values.seed === undefined ? undefined : Number(values.seed), json: values.json, quick: values.quick };
}

/** The rows of a comma-separated list, in the campaign's order; all without one. A sentence when one of the names is none. */
export function chooseRows(all: readonly CampaignRow[], only: string | undefined): readonly CampaignRow[] | string {
  if (only === undefined) return all;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !all.some((row) => row.name === name));
  if (unknown.length > 0) return `There is no ${unknown.join(', ')}. There are ${all.map((row) => row.name).join(', ')}.`;
  return all.filter((row) => names.includes(row.name));
}

/** Makes the tries of a row that are left. What the row itself throws is a failure too. */
export async function runRow(row: CampaignRow, progress: Progress, count: number, judgesTimes = false): Promise<RowProgress> {
  const reached = progress.row(row.name);
  const started = Date.now();
  if (reached.tried > 0) say(`${row.name} goes on at ${reached.tried} of ${count}`);
  const fail = (sentence: string): void => {
    reached.failed += 1;
    reached.faults.push(sentence);
    say(`${row.name} FAILED: ${sentence}`);
  };
  let told = Date.now();
  try {
    await row.run({
      seed: progress.seed,
      from: reached.tried,
      count,
      judgesTimes,
      done: (attempt, fault) => {
        reached.tried += 1;
        if (fault !== undefined) fail(`attempt ${attempt}: ${fault}`);
        progress.saveSoon();
        if (Date.now() - told > 15_000) {
          told = Date.now();
          say(`${row.name} ${reached.tried} of ${count}, ${reached.failed} failed`);
        }
      },
    });
  } catch (error) {
    fail(messageOf(error));
  }
  progress.save();
  say(`${row.name}: ${reached.tried} tried, ${reached.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
  return reached;
}

type Result = Pick<CampaignRow, 'name' | 'about'> & Pick<RowProgress, 'tried' | 'failed'>;

/** Something was tried in each row, and nothing failed. */
export const isGood = (results: readonly Result[]): boolean => results.every(({ tried, failed }) => tried > 0 && failed === 0);

const jsonOf = (results: readonly Result[]): string =>
  `${JSON.stringify(results.map(({ name, tried, failed }) => ({ name, tried, failed })))}\n`;

function tableOf(heading: string, results: readonly Result[]): string {
  const width = Math.max(heading.length, ...results.map(({ name }) => name.length)) + 2;
  const line = (name: string, tried: string, failed: string, about: string): string =>
    `${name.padEnd(width)}${tried.padStart(7)}${failed.padStart(8)}  ${about}`.trimEnd();
  const lines = results.map(({ name, tried, failed, about }) => line(name, String(tried), String(failed), about));
  return `${[line(heading, 'tried', 'failed', ''), ...lines].join('\n')}\n`;
}
