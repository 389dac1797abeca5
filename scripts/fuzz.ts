// npm run fuzz: builds what it needs, quietly, and gives the app hostile input. See docs/testing.md.
import { pathToFileURL } from 'node:url';
import { buildStale } from './support/build-parts.ts';
import { inRepository } from './support/repository.ts';

await buildStale(['main', 'renderer', 'tools']);
await import(pathToFileURL(inRepository('out/tools/fuzz.js')).href);
