import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import {
  fileTooLarge,
  maximumFileBytes,
  maximumWholeBytes,
  type Answer,
  type Operation,
  type StreamMessage,
} from '../../../preload/contract/shared/transport.ts';
import type { AppTransport } from '../../kernel/dispatcher.ts';
import { withFile, type Call } from './command.ts';
import { nearestNames } from './nearest.ts';

/**
 * Makes one call and answers its result. What a subscription says before its result goes to `onProgress`; `signal` ends it early. Refuses as `not_found` for an unknown procedure, with the nearest names.
 */
export async function runCall(
  transport: AppTransport,
  call: Call,
  onProgress: (message: unknown) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  const procedures = transport.procedures();
  const procedure = procedures.find(({ path }) => path === call.procedure);
  if (!procedure) {
    const near = nearestNames(
      call.procedure,
      procedures.map(({ path }) => path),
    );
    const hint = near.length > 0 ? `The nearest: ${near.join(', ')}.` : '`office -- --list` prints all of them.';
    throw new AppError('not_found', `There is no procedure called ${call.procedure}. ${hint}`);
  }
  let input = call.input;
  if (call.file !== undefined) {
    const put = await putWhole(transport, call.file);
    if (!put.ok) return put;
    input = withFile(input, String(put.data), procedure.input);
  }
  const operation: Operation = { type: procedure.type, path: procedure.path, ...(input === undefined ? {} : { input }) };
  return procedure.type === 'subscription' ? follow(transport, operation, onProgress, signal) : transport.request(operation, signal);
}

function follow(
  transport: AppTransport,
  operation: Operation,
  onProgress: (message: unknown) => void,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    let result: unknown = null;
    const stop = transport.subscribe(operation, (message: StreamMessage) => {
      if ('done' in message) resolve({ ok: true, data: result });
      else if (!message.ok) resolve(message);
      else if (isResult(message.data)) result = message.data.result;
      else onProgress(message.data);
    });
    signal?.addEventListener('abort', () => {
      stop();
      resolve({ ok: true, data: result });
    });
  });
}

function isResult(data: unknown): data is { readonly result: unknown } {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'result' && 'result' in data;
}

const partBytes = 16 * 1024 * 1024;
/** An export of everything may be larger than a list. */
const mostBytesOf = (path: string): number => (extname(path).toLowerCase() === '.zip' ? maximumWholeBytes : maximumFileBytes);

/** Puts a file part by part. Looks at the size first: a file that is too large is not read, however large it is. */
async function putWhole(transport: AppTransport, path: string): Promise<Answer> {
  let descriptor: number | undefined;
  try {
    const { size } = statSync(path);
    if (size > mostBytesOf(path)) throw new AppError('invalid_input', fileTooLarge(mostBytesOf(path)).message);
    descriptor = openSync(path, 'r');
    const part = () => Buffer.alloc(Math.min(partBytes, size));
    let put: Answer = await transport.putFile({ name: basename(path), bytes: readInto(descriptor, part()) });
    for (let start = partBytes; start < size && put.ok; start += partBytes) {
      put = await transport.putFile({ name: basename(path), bytes: readInto(descriptor, part()), after: String(put.data) });
    }
    return put;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('invalid_input', `The file ${path} cannot be read. Look at its name and your right to read it.`, { cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const readInto = (descriptor: number, part: Buffer): Uint8Array => new Uint8Array(part.subarray(0, readSync(descriptor, part)));
