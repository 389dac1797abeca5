import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '../../../preload/contract/shared/errors.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { contentSecurityPolicy, guardHeaders } from '../policy.ts';

const jsonType = 'application/json; charset=utf-8';

/** A refusal as an answer. */
export function refusal(code: ErrorCode, message: string): Answer {
  return { ok: false, error: { code, message } };
}

/** Sends an answer as JSON. The status tells proxies and people with a console; clients read the body. */
export function sendAnswer(response: ServerResponse, status: number, answer: Answer): void {
  send(response, status, jsonType, JSON.stringify(answer));
}

/** Sends a page of plain words, for a person whose browser cannot be let in. */
export function sendWords(response: ServerResponse, status: number, sentence: string): void {
  const page = `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Medical Office Manager</title><p>${sentence}</p></html>`;
  send(response, status, 'text/html; charset=utf-8', page);
}

/** How long a caller may go on sending what is refused already. */
const lingerMilliseconds = 2_000;

/**
 * Answers that a body is too large, and ends the connection. What is still being sent is read for a moment and dropped:
 * closing on a caller who sends takes the answer away from them (RFC 9112, 9.6).
 */
export function sendTooLarge(request: IncomingMessage, response: ServerResponse, sentence: string): void {
  response.setHeader('Connection', 'close');
  const text = JSON.stringify(refusal('invalid_input', sentence));
  if (!writeHead(response, 413, jsonType, text)) return;
  response.write(text);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMilliseconds);
  request.once('end', end).once('close', end).once('error', end).resume();
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (writeHead(response, status, type, text)) response.end(text);
}

/** False when it is too late for an answer. */
function writeHead(response: ServerResponse, status: number, type: string, text: string): boolean {
  if (response.headersSent || response.destroyed) return false;
  response.writeHead(status, {
    ...guardHeaders,
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy('none'),
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text),
  });
  return true;
}

/** Reads a body to its end; undefined when it is larger than `limit` bytes, of which no more is read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop must not close the connection, which still has to carry the answer.
  const parts: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of parts) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
