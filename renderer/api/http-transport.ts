import type { Answer, FileAnswer, FileUpload, Operation, StreamMessage, Transport } from '../../preload/contract/shared/transport.ts';
import { readEvents } from './event-stream.ts';
import { noAnswer } from './refusal.ts';

const silence = { ok: false, error: noAnswer } as const;

/**
 * The transport to the loopback host: POST /rpc, POST /events, PUT and GET /files.
 * A call that gets no answer is a refusal `unavailable`, never a rejected promise.
 */
export function httpTransport(base = ''): Transport {
  return { request, subscribe, putFile, getFile };

  async function request(operation: Operation): Promise<Answer> {
    return send(`${base}/rpc`, asJson(operation));
  }

  async function putFile(file: FileUpload): Promise<Answer> {
    return send(`${base}/files`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
        ...(file.after === undefined ? {} : { 'x-file-after': file.after }),
      },
      body: new Blob([new Uint8Array(file.bytes)]),
    });
  }

  async function getFile(handle: string): Promise<FileAnswer> {
    try {
      const response = await fetch(`${base}/files/${encodeURIComponent(handle)}`);
      if (response.ok) {
        const mediaType = response.headers.get('content-type') ?? 'application/octet-stream';
        return { ok: true, data: { mediaType, bytes: new Uint8Array(await response.arrayBuffer()) } };
      }
      return await refusalIn(response);
    } catch {
      return silence;
    }
  }

  function subscribe(operation: Operation, onMessage: (message: StreamMessage) => void): () => void {
    const stop = new AbortController();
    // Once it has ended, by either side, nothing more is said.
    const say = (message: StreamMessage) => {
      if (stop.signal.aborted) return;
      if ('done' in message || !message.ok) stop.abort();
      onMessage(message);
    };
    const listen = async () => {
      const response = await fetch(`${base}/events`, { ...asJson(operation), signal: stop.signal });
      if (!response.ok || !response.body) return say(await refusalIn(response));
      for await (const data of readEvents(response.body)) say(readMessage(data));
      say(silence);
    };
    listen().catch(() => say(silence));
    return () => stop.abort();
  }
}

/** The input stands in the body and never in the address, which is kept and shown in more places. */
function asJson(operation: Operation): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(operation) };
}

async function refusalIn(response: Response): Promise<Extract<Answer, { readonly ok: false }>> {
  const answer: unknown = await response.json();
  return isAnswer(answer) && !answer.ok ? answer : silence;
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, init);
    const answer: unknown = await response.json();
    return isAnswer(answer) ? answer : silence;
  } catch {
    return silence;
  }
}

function readMessage(text: string): StreamMessage {
  try {
    const message: unknown = JSON.parse(text);
    if (isAnswer(message)) return message;
    return isDone(message) ? { done: true } : silence;
  } catch {
    return silence;
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

function isDone(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'done' in value;
}
