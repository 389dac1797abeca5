import type { Page } from '@playwright/test';

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

/** A staff's usual week as a sheet: a line of days, then a person on each line under their position. */
export function sheetOf(staff: readonly { readonly name: string; readonly position: string }[]): string {
  const rows = staff.map(({ name, position }) => [name, position, '8-5', '8-5', '7:30-12, 1-5', '8-4:30', '8-5'].join('\t'));
  return ['Name\tPosition\tMon\tTue\tWed\tThu\tFri', ...rows].join('\n');
}
