// Every optional dependency of every package stands in package-lock.json: a partial registry leaves some out, and then npm ci refuses the lock.
import { readFileSync } from 'node:fs';
import { inRepository } from './support/repository.ts';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = process.argv[2] ?? inRepository('package-lock.json');
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync(file, 'utf8'));

/** The package a name means from a place in the tree, as Node finds it: the nearest node_modules upwards. */
function resolvedFrom(place: string, name: string): Locked | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => resolvedFrom(place, name)?.version === undefined)
    .map((name) => `${place} -> ${name}`),
);
for (const line of missing) console.log(`missing ${line}`);
console.log(`missing optional: ${missing.length}`);
if (missing.length > 0) process.exitCode = 1;
