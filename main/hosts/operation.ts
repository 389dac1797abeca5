import { z } from 'zod';
import { operationTypes, type FileRequest, type FileUpload, type Operation } from '../../preload/contract/shared/transport.ts';

const operation = z.strictObject({ type: z.enum(operationTypes), path: z.string().min(1).max(200), input: z.unknown().optional() });

const handle = z.string().min(1).max(100);
const fileUpload = z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array), after: handle.optional() });
const fileRequest = z.strictObject({ handle });

/** A message from outside as an operation, or undefined when it is none. Its input stays unknown: the router parses it. */
export function readOperation(message: unknown): Operation | undefined {
  const parsed = operation.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}

/** A message from outside as a file, or undefined when it is none. */
export function readFileUpload(message: unknown): FileUpload | undefined {
  const parsed = fileUpload.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}

/** A message from outside that asks for a file, or undefined when it is none. */
export function readFileRequest(message: unknown): FileRequest | undefined {
  const parsed = fileRequest.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
