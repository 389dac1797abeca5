import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '../../../preload/contract/shared/errors.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { contentSecurityPolicy, guardHeaders } from '../policy.ts';

/** A refusal as an answer. */
export function refusal(code: ErrorCode, message: string): Answer {
  return { ok: false, error: { code, message } };
}

/** Sends an answer as JSON. The status tells proxies and people with a console; clients read the body. */
export function sendAnswer(response: ServerResponse, status: number, answer: Answer): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(answer));
}

/** Sends a page of plain words, for a person whose browser cannot be let in. */
export function sendWords(response: ServerResponse, status: number, sentence: string): void {
  const page = `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Medical Office Manager</title><p>${sentence}</p></html>`;
  send(response, status, 'text/html; charset=utf-8', page);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...guardHeaders,
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy('none'),
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Reads a body to its end; undefined when it is larger than `limit` bytes, of which no more is kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
