// npm run matrix: writes who may call what into docs/security.md, from the rights stated on the procedures.
import { pathToFileURL } from 'node:url';
import { buildStale } from './support/build-parts.ts';
import { inRepository } from './support/repository.ts';

await buildStale(['tools']);
await import(pathToFileURL(inRepository('out/tools/matrix.js')).href);
