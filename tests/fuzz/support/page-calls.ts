import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Answer, Operation } from '../../../preload/contract/shared/transport.ts';

/** Makes calls one after the other from the page, through the loopback host's own door. Throws with the first refusal. */
export async function callFromPage(page: Page, operations: readonly Operation[]): Promise<readonly unknown[]> {
  const answers: readonly Answer[] = await page.evaluate(async (all) => {
    const found: Answer[] = [];
    for (const operation of all) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/rpc', { method: 'POST', headers, body: JSON.stringify(operation) });
      const answer: Answer = await response.json();
      found.push(answer);
    }
    return found;
  }, operations);
  return answers.map((answer, index) => {
    if (answer.ok) return answer.data;
    throw new Error(`${operations[index]?.path}: ${answer.error.code}, ${answer.error.message}`);
  });
}

/** Follows a subscription of the page to its end; throws when it is refused. */
export async function followFromPage(page: Page, operation: Operation): Promise<void> {
  const { status, text } = await page.evaluate(async (op) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/events', { method: 'POST', headers, body: JSON.stringify(op) });
    return { status: response.status, text: await response.text() };
  }, operation);
  if (status !== 200 || text.includes('"ok":false')) throw new Error(`${operation.path}: ${status} ${text.slice(0, 500)}`);
}

/** Puts a file, as the screens do with what is pasted; answers its handle. */
export async function putFromPage(page: Page, name: string, text: string): Promise<string> {
  const answer: unknown = await page.evaluate(
    async ([fileName, body]) =>
      (
        await fetch('/files', {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream', 'x-file-name': fileName },
          body,
        })
      ).json(),
    [name, text] as const,
  );
  return z.object({ ok: z.literal(true), data: z.string() }).parse(answer).data;
}
