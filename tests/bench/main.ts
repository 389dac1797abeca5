// Measures the app against the plainest way to do the same. Started by `npm run bench`; progress goes to standard error.
import { parseArgs } from 'node:util';
import { auditVerify } from './audit-verify.ts';
import type { Measure } from './measure.ts';
import { memory } from './memory.ts';
import { editPaint, scrollLongtask } from './page.ts';
import { backupStall, saveEncrypted, unlock, weekReadEncrypted } from './safety.ts';
import { peopleImport, shiftSave } from './saves.ts';
import { weekAge, weekRead, weekView } from './week.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
// Nothing but the result goes to standard output.
console.log = console.error;

/** The measures by part of the app. */
const parts = {
  foundation: [weekRead, weekView, weekAge, shiftSave, peopleImport, editPaint, scrollLongtask, memory],
  safety: [unlock, weekReadEncrypted, saveEncrypted, backupStall, auditVerify],
} as const satisfies Record<string, readonly Measure[]>;

const { values: choices } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const results: { readonly measure: Measure; readonly figure: number }[] = [];
for (const measure of choose(choices.only)) {
  const started = Date.now();
  const figure = await measure.run();
  results.push({ measure, figure });
  say(`${measure.name} ${format(figure)} (${Math.round((Date.now() - started) / 1000)} s)`);
}
print();

/** Everything, or the parts and measures that are named. */
function choose(only: string | undefined): readonly Measure[] {
  const all: readonly Measure[] = Object.values(parts).flat();
  if (only === undefined) return all;
  const byName = new Map<string, readonly Measure[]>([
    ...Object.entries(parts),
    ...all.map((measure) => [measure.name, [measure]] as const),
  ]);
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !byName.has(name));
  if (unknown.length > 0) {
    say(`There is no ${unknown.join(', ')}. There are ${[...byName.keys()].join(', ')}.`);
    process.exit(1);
  }
  const chosen = new Set(names.flatMap((name) => byName.get(name) ?? []));
  return all.filter((measure) => chosen.has(measure));
}

function format(figure: number): string {
  return figure.toFixed(figure < 20 ? 2 : 0);
}

function line(name: string, figure: string, bound: string, about: string): string {
  return `${name.padEnd(21)}${figure.padStart(9)}${bound.padStart(9)}  ${about}\n`;
}

function print(): void {
  if (choices.json) {
    const rows = results.map(({ measure: { name, bound, unit }, figure }) => ({
      name,
      ratio: Number(figure.toFixed(3)),
      bound,
      ...(unit ? { unit } : {}),
    }));
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  process.stdout.write(line('name', 'measured', 'bound', ''));
  for (const { measure, figure } of results) {
    const unit = measure.unit ? ` ${measure.unit}` : '';
    const over = figure > measure.bound ? '  OVER THE BOUND' : '';
    process.stdout.write(line(measure.name, `${format(figure)}${unit}`, `${measure.bound}${unit}`, `${measure.about}${over}`));
  }
}
