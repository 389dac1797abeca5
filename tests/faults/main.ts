// Causes faults on purpose and counts what they broke. Started by `npm run faults`; the last lines are the table or the JSON.
import { parseArgs } from 'node:util';
import { inRepository } from '../../scripts/support/repository.ts';
import { concurrent } from './concurrent.ts';
import { killSave } from './kill-save.ts';
import { pragmas } from './pragmas.ts';
import { messageOf, type FaultRow } from './row.ts';
import { secondStart } from './second-start.ts';
import { copyBuiltApp } from './support/built-app.ts';
import { Progress } from './support/progress.ts';
import { undo } from './undo.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

// Nothing but the result goes to standard output; TypeORM tells there of a migration that failed.
console.log = console.error;

const { values: choices } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});

const app = copyBuiltApp();
process.on('exit', () => app.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

const all: readonly FaultRow[] = [pragmas, concurrent, secondStart(app.program), undo, killSave(app.program)];
const rows = choose(all, choices.only);
const seed = choices.seed === undefined ? undefined : Number(choices.seed);
const progress = new Progress(choices.quick ? undefined : inRepository('.cache/faults.json'), app.fingerprint, seed);
say(`Seed ${progress.seed}; the same again with --seed ${progress.seed}`);
for (const row of rows) await runRow(row);
printResult();
progress.forget(rows.map((row) => row.name));

function choose(all: readonly FaultRow[], only: string | undefined): readonly FaultRow[] {
  if (only === undefined) return all;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !all.some((row) => row.name === name));
  if (unknown.length > 0) {
    say(`There is no ${unknown.join(', ')}. There are ${all.map((row) => row.name).join(', ')}.`);
    process.exit(1);
  }
  return all.filter((row) => names.includes(row.name));
}

async function runRow(row: FaultRow): Promise<void> {
  const count = choices.quick ? row.quick : row.full;
  const reached = progress.row(row.name);
  const started = Date.now();
  const first = reached.tried;
  if (first > 0) say(`${row.name} goes on at ${first} of ${count}`);
  const fail = (sentence: string): void => {
    reached.failed += 1;
    reached.faults.push(sentence);
    say(`${row.name} FAILED: ${sentence}`);
  };
  let told = Date.now();
  try {
    await row.run({
      seed: progress.seed,
      from: first,
      count,
      done: (attempt, fault) => {
        reached.tried += 1;
        if (fault !== undefined) fail(`attempt ${attempt}: ${fault}`);
        progress.save();
        if (Date.now() - told > 15_000) {
          told = Date.now();
          say(`${row.name} ${reached.tried} of ${count}, ${reached.failed} failed`);
        }
      },
    });
  } catch (error) {
    fail(messageOf(error));
    progress.save();
  }
  say(`${row.name}: ${reached.tried} tried, ${reached.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
}

function line(name: string, tried: string, failed: string, about: string): string {
  return `${name.padEnd(14)}${tried.padStart(7)}${failed.padStart(8)}  ${about}\n`;
}

function printResult(): void {
  const results = rows.map(({ name, about }) => ({ name, about, ...progress.row(name) }));
  if (choices.json) {
    process.stdout.write(`${JSON.stringify(results.map(({ name, tried, failed }) => ({ name, tried, failed })))}\n`);
  } else {
    process.stdout.write(line('fault', 'tried', 'failed', ''));
    for (const { name, tried, failed, about } of results) process.stdout.write(line(name, String(tried), String(failed), about));
  }
  process.exitCode = results.every(({ tried, failed }) => tried > 0 && failed === 0) ? 0 : 1;
}
