// Writes who may call what into docs/security.md. Started by `npm run matrix`.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from '../../scripts/support/repository.ts';
import { rightsMatrix, withMatrix } from './rights-matrix.ts';
import { openTestApp } from './test-app.ts';

const file = inRepository('docs/security.md');
const { app, close } = await openTestApp();
writeFileSync(file, withMatrix(readFileSync(file, 'utf8'), rightsMatrix(app.transport.procedures())));
await close();
