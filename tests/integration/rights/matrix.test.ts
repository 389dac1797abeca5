import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../../main/router.ts';
import { roles, type Role } from '../../../preload/contract/system/system.ts';
import { repository } from '../../../scripts/support/repository.ts';
import { rightsMatrix, withMatrix } from '../../support/rights-matrix.ts';
import { signEveryoneIn, type SignedInPractice } from '../../support/signed-in.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let folder: string;
let test: TestApp;
let practice: SignedInPractice;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rights-'));
  test = await openTestApp({ folder });
  practice = await signEveryoneIn(test.app);
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Open to everyone while the practice does not open, to managers once it does; and there is no input to be wrong. */
const asksItself: ReadonlySet<string> = new Set(['backup.list']);

const paths = Object.keys(appRouter._def.procedures);

it('docs/security.md says who may call what, as the procedures say it', () => {
  const page = readFileSync(join(repository, 'docs/security.md'), 'utf8');
  expect(page, 'npm run matrix').toBe(withMatrix(page, rightsMatrix(test.app.transport.procedures())));
});

/** Nonsense gets as far as the input's check where the role may call, and not that far where it may not. No call does anything. */
async function answerTo(role: Role, path: string): Promise<string> {
  const procedure = test.app.transport.procedures().find((one) => one.path === path);
  if (!procedure) throw new Error(`There is no ${path}.`);
  const operation = { type: procedure.type, path, input: { nonsense: true } };
  const transport = practice.as[role];
  if (procedure.type !== 'subscription') {
    const answer = await transport.request(operation);
    return answer.ok ? 'ok' : answer.error.code;
  }
  return new Promise((resolve) => {
    const stop = transport.subscribe(operation, (message) => resolve('done' in message || message.ok ? 'ok' : message.error.code));
    // What is not refused by then was let in.
    setTimeout(() => {
      stop();
      resolve('ok');
    }, 200);
  });
}

describe.each(roles)('%s', (role) => {
  it.each(paths)('%s', async (path) => {
    const mayCall =
      test.app.transport
        .procedures()
        .find((one) => one.path === path)
        ?.access.includes(role) ?? false;
    const answer = await answerTo(role, path);
    if (asksItself.has(path)) expect(answer).toBe(role === 'owner' || role === 'manager' ? 'ok' : 'forbidden');
    else if (mayCall) expect(answer).not.toBe('forbidden');
    else expect(answer).toBe('forbidden');
  });
});
