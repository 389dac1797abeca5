import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { maximumFileBytes, type Operation } from '../../../preload/contract/shared/transport.ts';
import type { AppTransport } from '../../kernel/dispatcher.ts';
import { findAsset } from '../assets.ts';
import { readOperation } from '../operation.ts';
import { Admission } from './admission.ts';
import { readBody, refusal, sendAnswer, sendTooLarge, sendWords } from './answers.ts';
import type { Download, Downloads } from './downloads.ts';
import { streamEvents } from './events.ts';

/** Largest operation as JSON: 9 MiB, which holds the largest paste with room to spare. */
export const maximumOperationBytes = 9 * 1024 * 1024;

export interface WebHostOptions {
  /** A connection with a session of its own; asked for once by each browser that comes in. */
  readonly connect: () => AppTransport;
  /** Folder of the built renderer. */
  readonly assets: string;
  readonly downloads: Downloads;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Called with the address that stands now, when one that was used before is tried again. */
  readonly onAddressUsed?: (address: string) => void;
}

export interface WebHost {
  /** The address that opens the app once. */
  readonly address: string;
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the app on 127.0.0.1 to the browser that brings the launch token. Rejects when the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
  });
  server.maxConnections = 64;
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const admission = new Admission(port);
  const connections = new Map<string, AppTransport>();
  server.on('request', (request, response) => {
    answer(options, admission, connections, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendAnswer(response, 500, refusal('internal', 'Something went wrong here. Try again.'));
    });
  });
  return {
    get address() {
      return admission.address;
    },
    origin: admission.origin,
    close: () => close(server),
  };
}

async function answer(
  options: WebHostOptions,
  admission: Admission,
  connections: Map<string, AppTransport>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const url = URL.parse(request.url ?? '', admission.origin);
  if (!url || url.origin !== admission.origin || !admission.isFromHere(method, request.headers)) {
    sendAnswer(response, 403, refusal('forbidden', 'This address answers only its own page.'));
    return;
  }
  const path = url.pathname;
  if (path.startsWith('/open/') && method === 'GET') {
    open(options, admission, path.slice('/open/'.length), response);
    return;
  }
  const cookie = admission.admitted(request.headers);
  if (cookie === undefined) {
    const sentence = 'Open the address that stands in the window where Medical Office Manager was started.';
    if (request.headers.accept?.includes('text/html')) sendWords(response, 401, sentence);
    else sendAnswer(response, 401, refusal('forbidden', sentence));
    return;
  }
  const transport = connections.get(cookie) ?? options.connect();
  connections.set(cookie, transport);
  if (path === '/rpc') return onlyBy('POST', method, response, () => call(transport, request, response));
  if (path === '/files') return onlyBy('PUT', method, response, () => putFile(transport, request, response));
  if (path === '/events') return onlyBy('POST', method, response, () => subscribe(transport, request, response));
  if (path.startsWith('/files/')) {
    const handle = path.slice('/files/'.length);
    return onlyBy('GET', method, response, () => download(options.downloads.find(handle) ?? transport.takeFile(handle), response));
  }
  return onlyBy('GET', method, response, () => asset(options.assets, path, response));
}

async function onlyBy(wanted: string, method: string, response: ServerResponse, act: () => void | Promise<void>): Promise<void> {
  if (method === wanted) return act();
  response.setHeader('Allow', wanted);
  sendAnswer(response, 405, refusal('not_found', `This address is for ${wanted} only.`));
}

function open(options: WebHostOptions, admission: Admission, token: string, response: ServerResponse): void {
  const entry = admission.exchange(token);
  if (entry === undefined) {
    sendWords(response, 401, 'This address is not from this start. Use the newest one that was printed.');
  } else if (entry === 'used') {
    options.onAddressUsed?.(admission.address);
    sendWords(response, 401, 'This address was used already. A new one stands in the window where Medical Office Manager was started.');
  } else {
    response.writeHead(303, { Location: '/', 'Set-Cookie': entry.cookie, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    response.end();
  }
}

async function call(transport: AppTransport, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const operation = await operationIn(request, response);
  if (!operation) return;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  sendAnswer(response, 200, await transport.request(operation, gone.signal));
}

async function subscribe(transport: AppTransport, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const operation = await operationIn(request, response);
  if (!operation) return;
  if (operation.type === 'subscription') streamEvents(transport, operation, response);
  else sendAnswer(response, 400, refusal('invalid_input', 'Only a subscription has events.'));
}

/** The operation in the body of a request; undefined when there is none, which is answered then. */
async function operationIn(request: IncomingMessage, response: ServerResponse): Promise<Operation | undefined> {
  if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')) {
    sendAnswer(response, 415, refusal('invalid_input', 'Send the call as application/json.'));
    return undefined;
  }
  const body = await readBody(request, maximumOperationBytes);
  if (!body) {
    sendTooLarge(request, response, 'This is too much at once. Send it in smaller parts.');
    return undefined;
  }
  const operation = readOperation(parseJson(new TextDecoder().decode(body)));
  if (!operation) sendAnswer(response, 400, refusal('invalid_input', 'A call is JSON with type, path and input.'));
  return operation;
}

async function putFile(transport: AppTransport, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request, maximumFileBytes);
  if (!bytes) return sendTooLarge(request, response, 'This file is over 32 MB. Split it, or use a smaller part.');
  const name = decodeName(request.headers['x-file-name']);
  if (name === undefined) {
    sendAnswer(response, 400, refusal('invalid_input', 'Name the file in x-file-name, percent-encoded.'));
    return;
  }
  const after = request.headers['x-file-after'];
  sendAnswer(response, 200, await transport.putFile({ name, bytes, ...(typeof after === 'string' ? { after } : {}) }));
}

function download(file: Download | undefined, response: ServerResponse): void {
  if (!file) {
    sendAnswer(response, 404, refusal('not_found', 'The file is no longer held. Make it again.'));
    return;
  }
  response.writeHead(200, {
    'Content-Type': file.mediaType,
    'Content-Length': 'bytes' in file ? file.bytes.byteLength : file.spooled.size,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, encodeMark)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if ('bytes' in file) response.end(file.bytes);
  // Whoever goes away half way is no failure of ours.
  else pipeline(file.spooled.open(), response).catch(() => {});
}

async function asset(folder: string, path: string, response: ServerResponse): Promise<void> {
  const found = await findAsset(folder, path);
  if (found) response.writeHead(200, { ...found.headers, 'Content-Length': found.body.byteLength }).end(found.body);
  else sendAnswer(response, 404, refusal('not_found', 'There is nothing at this address.'));
}

const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeName(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Event streams stay open for as long as the page does, so they are ended from here.
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
