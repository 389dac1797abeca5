import type { Answer, FileUpload, Operation, StreamMessage, Transport } from '../../../preload/contract/shared/transport.ts';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import { defaultComputerSettings } from '../../../preload/contract/computer/computer.ts';
import { accessState, systemView } from './views.builder.ts';

/** A refusal to answer with. */
export function refuse(error: ErrorShape): Answer {
  return { ok: false, error };
}

/** Data to answer with. */
export function answer(data: unknown): Answer {
  return { ok: true, data };
}

/** What every window asks. */
const usual: Readonly<Record<string, () => Answer>> = {
  'access.state': () => answer(accessState()),
  'access.topics': () => answer({ queryTopics: systemView().queryTopics }),
  'access.touch': () => answer({ done: true }),
  'system.info': () => answer(systemView()),
  'backup.status': () => answer({ latestAt: null, daysSince: null, warn: false, toConfirm: null }),
  'capture.count': () => answer({ waiting: 0 }),
  'drafts.get': () => answer({ text: '' }),
  'drafts.keep': () => answer({ kept: true }),
  'computer.get': () => answer(defaultComputerSettings),
};

/** A transport that answers by path, keeps what was asked, and lets a test speak as main. */
export interface FakeTransport extends Transport {
  readonly asked: Operation[];
  /** Sends to every open subscription of a path. */
  readonly say: (path: string, message: StreamMessage) => void;
  readonly openSubscriptions: (path: string) => number;
}

export function fakeTransport(answers: Readonly<Record<string, (input: unknown) => Answer>> = {}): FakeTransport {
  const asked: Operation[] = [];
  const listeners = new Map<string, Set<(message: StreamMessage) => void>>();
  return {
    asked,
    request: (operation) => {
      asked.push(operation);
      const given = answers[operation.path] ?? usual[operation.path];
      if (!given) throw new Error(`The test gives no answer to ${operation.path}.`);
      return Promise.resolve(given(operation.input));
    },
    subscribe: (operation, onMessage) => {
      const open = listeners.get(operation.path) ?? new Set();
      listeners.set(operation.path, open.add(onMessage));
      return () => open.delete(onMessage);
    },
    putFile: (file: FileUpload) => Promise.resolve(answer(`handle of ${file.name}`)),
    getFile: () => Promise.resolve({ ok: true, data: { mediaType: 'image/webp', bytes: new Uint8Array([1, 2, 3]) } }),
    say: (path, message) => {
      for (const listener of listeners.get(path) ?? []) listener(message);
    },
    openSubscriptions: (path) => listeners.get(path)?.size ?? 0,
  };
}
