import { request as httpRequest } from 'node:http';
import type { Readable } from 'node:stream';
import type { Answer, Operation, StreamMessage } from '../../../preload/contract/shared/transport.ts';
import type { Request } from './caller.ts';

/** A browser that came in by the address of a loopback host, without its page. */
export interface WebDoor {
  readonly request: Request;
  /** Sends a file of any length; without a length told before, in chunks. */
  putFile(name: string, body: Readable, length?: number): Promise<Answer>;
  /** The messages of a subscription that ends by itself. */
  follow(operation: Operation): Promise<readonly StreamMessage[]>;
}

/** Comes in by the address as a browser does. A call rejects when the process is gone before it answered. */
export async function openWebDoor(address: string): Promise<WebDoor> {
  const { origin } = new URL(address);
  const entry = await fetch(address, { redirect: 'manual' });
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0];
  if (entry.status !== 303 || cookie === undefined) throw new Error(`The address answered ${entry.status}.`);
  const headers = { cookie, origin };
  const post = async (path: string, operation: Operation): Promise<string> => {
    const json = { ...headers, 'content-type': 'application/json' };
    return (await fetch(`${origin}${path}`, { method: 'POST', headers: json, body: JSON.stringify(operation) })).text();
  };
  return {
    request: async (operation) => readAnswer(await post('/rpc', operation)),
    putFile: (name, body, length) =>
      new Promise((resolve, reject) => {
        const sizes = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
        const fileHeaders = { ...headers, 'x-file-name': encodeURIComponent(name), ...sizes };
        const call = httpRequest(`${origin}/files`, { method: 'PUT', headers: fileHeaders }, (response) => {
          response.toArray().then((chunks) => resolve(readAnswer(Buffer.concat(chunks).toString())), reject);
        });
        call.on('error', reject);
        // An answer may come before the end of what is sent, which is not wanted any more then.
        body
          .on('error', reject)
          .pipe(call)
          .on('error', () => {});
      }),
    follow: async (operation) => {
      const lines = (await post('/events', operation)).split('\n').filter((line) => line.startsWith('data: '));
      return lines.map((line): StreamMessage => JSON.parse(line.slice('data: '.length)));
    },
  };
}

const readAnswer = (text: string): Answer => JSON.parse(text);
