import type { ServerResponse } from 'node:http';
import type { Operation, StreamMessage } from '../../../preload/contract/shared/transport.ts';
import type { AppTransport } from '../../kernel/dispatcher.ts';
import { guardHeaders } from '../policy.ts';

/** A comment often enough that neither end takes silence for a broken line. */
const heartbeatMilliseconds = 15_000;

/** Runs a subscription as an event stream; the reader going away ends it. */
export function streamEvents(transport: AppTransport, operation: Operation, response: ServerResponse): void {
  response.writeHead(200, {
    ...guardHeaders,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMilliseconds);
  const send = (message: StreamMessage) => {
    if (response.writableEnded || response.destroyed) return;
    response.write(`data: ${JSON.stringify(message)}\n\n`);
    if ('done' in message || !message.ok) response.end();
  };
  const unsubscribe = transport.subscribe(operation, send);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
