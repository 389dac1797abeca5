import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Desktop, Log } from '../../main/kernel/ports.ts';

/** UUIDv7s that count, so that a test sees the same ids every time. */
export function sequentialIds(): () => string {
  let count = 0;
  return () => `01900000-0000-7000-8000-${(count++).toString(16).padStart(12, '0')}`;
}

/** A clock that stands at Mon Nov 23, 2026, 16:00 UTC and goes on by a second with each look. */
export function steppingClock(start = '2026-11-23T16:00:00.000Z'): () => string {
  let now = Date.parse(start);
  return () => {
    const instant = new Date(now).toISOString();
    now += 1000;
    return instant;
  };
}

/** Keeps what was logged. */
export function recordingLog(): Log & { readonly lines: { message: string; detail: unknown }[] } {
  const lines: { message: string; detail: unknown }[] = [];
  const push = (message: string, detail?: unknown) => void lines.push({ message, detail });
  return { lines, info: push, error: push };
}

/** A host without a window; saved files are kept. */
export function recordingDesktop(): Desktop & { readonly saved: { name: string; bytes: Uint8Array }[] } {
  const saved: { name: string; bytes: Uint8Array }[] = [];
  return {
    saved,
    abilities: { kind: 'test', print: false, pdf: false },
    printPage: async () => true,
    savePdf: async () => ({ saved: false, fileName: null }),
    saveFile: async (name, _mediaType, bytes) => {
      saved.push({ name, bytes });
      return { saved: true, fileName: name };
    },
    saveStream: async (name, _mediaType, write) => {
      const file = new PassThrough();
      const bytes = buffer(file);
      await write(file);
      file.end();
      saved.push({ name, bytes: await bytes });
      return { saved: true, fileName: name };
    },
  };
}
