import type { Page } from '@playwright/test';
import type { Operation, StreamMessage } from '../../../preload/contract/shared/transport.ts';

/** Calls a procedure from the page, through the host's own door, as the screens do. Throws with the refusal. */
export async function ask(page: Page, type: 'query' | 'mutation', path: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async (operation) => {
      if (window.bridge) return window.bridge.request(operation);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/rpc', { method: 'POST', headers, body: JSON.stringify(operation) });
      return response.json() as Promise<unknown>;
    },
    { type, path, input } as const,
  );
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'data' in answer) return answer.data;
  throw new Error(`${path}: ${JSON.stringify(answer)}`);
}

/** Follows a subscription from the page to its end, through the host's own door; answers its last result. Throws with the refusal. */
export async function follow(page: Page, path: string, input?: unknown): Promise<unknown> {
  const operation: Operation = { type: 'subscription', path, ...(input === undefined ? {} : { input }) };
  const messages = await page.evaluate(async (asked) => {
    const { bridge } = window;
    if (bridge) {
      return new Promise<StreamMessage[]>((resolve) => {
        const heard: StreamMessage[] = [];
        bridge.subscribe(asked, (message) => {
          heard.push(message);
          if ('done' in message || !message.ok) resolve(heard);
        });
      });
    }
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/events', { method: 'POST', headers, body: JSON.stringify(asked) });
    const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '));
    return lines.map((line): StreamMessage => JSON.parse(line.slice('data: '.length)));
  }, operation);
  const last = messages.findLast((message) => 'ok' in message);
  if (last?.ok !== true || !messages.some((message) => 'done' in message)) throw new Error(`${path}: ${JSON.stringify(messages.at(-1))}`);
  return last.data;
}

/** A staff's usual week as a sheet: a line of days, then a person on each line under their position. */
export function sheetOf(staff: readonly { readonly name: string; readonly position: string }[]): string {
  const rows = staff.map(({ name, position }) => [name, position, '8-5', '8-5', '7:30-12, 1-5', '8-4:30', '8-5'].join('\t'));
  return ['Name\tPosition\tMon\tTue\tWed\tThu\tFri', ...rows].join('\n');
}
