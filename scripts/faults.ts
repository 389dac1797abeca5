// npm run faults: builds what it needs, quietly, and causes faults on purpose. See docs/testing.md.
import { pathToFileURL } from 'node:url';
import { buildStale } from './support/build-parts.ts';
import { inRepository } from './support/repository.ts';

await buildStale(['main', 'tools']);
await import(pathToFileURL(inRepository('out/tools/faults.js')).href);
