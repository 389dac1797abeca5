/*
 * Structured-clone values as one string, and back: Playwright's own serialiser drops Map and Set and is some 30 times slower on long lists.
 * Self-contained: its source text is also put into the page. Binary data travels as base64.
 */

type Tagged = { readonly $: string; readonly v?: unknown; readonly t?: string };
const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
};
const wrap = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $: 'number', v: '-0' };
    return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
  }
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (Array.isArray(value)) return value.map(wrap);
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [wrap(key), wrap(item)]) };
  if (value instanceof Set) return { $: 'set', v: [...value].map(wrap) };
  if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { $: 'view', t: value.constructor.name, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrap(item)]));
  return Object.hasOwn(plain, '$') ? { $: 'object', v: plain } : plain;
};
const isTagged = (value: object): value is Tagged => Object.hasOwn(value, '$');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value ?? {}).map(([key, item]) => [key, unwrap(item)]));
const unwrap = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isTagged(value)) return record(value);
  switch (value.$) {
    case 'object':
      return record(value.v);
    case 'number':
      return Number(value.v);
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(String(value.v));
    case 'date':
      return new Date(Number(value.v));
    case 'map':
      return new Map(list(value.v).map((entry): [unknown, unknown] => [unwrap(list(entry)[0]), unwrap(list(entry)[1])]));
    case 'set':
      return new Set(list(value.v).map(unwrap));
    case 'error': {
      const [name, message] = list(value.v).map(String);
      return Object.assign(new Error(message), { name });
    }
    case 'buffer':
      return fromBase64(String(value.v)).buffer;
    case 'view': {
      const bytes = fromBase64(String(value.v));
      const view: unknown = Reflect.get(globalThis, value.t ?? 'Uint8Array');
      return typeof view === 'function' ? Reflect.construct(view, [bytes.buffer]) : bytes;
    }
    default:
      throw new Error(`The codec does not know the tag ${value.$}.`);
  }
};

/** The value as text. Throws on functions and makes plain objects of class instances, as Electron does. */
export function encode(value: unknown): string {
  return JSON.stringify(wrap(structuredClone(value)));
}

/** The value that was encoded. */
export function decode(text: string): unknown {
  return unwrap(JSON.parse(text));
}
