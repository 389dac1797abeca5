import { inspect } from 'node:util';

const longest = 1_500;

/** A value of any kind on one line, cut where it is long: what a failed attempt was given. */
export function brief(value: unknown): string {
  const text = inspect(value, { depth: 8, breakLength: Infinity, maxArrayLength: 8, maxStringLength: 300 });
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
