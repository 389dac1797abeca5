import type { ErrorShape } from './errors.ts';

export const operationTypes = ['query', 'mutation', 'subscription'] as const;
export type OperationType = (typeof operationTypes)[number];

/** One call of a procedure. `input` is parsed from unknown on the other side. */
export interface Operation {
  readonly type: OperationType;
  readonly path: string;
  readonly input?: unknown;
}

/** What a call answers. */
export type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: ErrorShape };

/** A message of a subscription: data any number of times, then `done` or an error. */
export type StreamMessage = Answer | { readonly done: true };

/** Bytes put into main; the answer's `data` is the handle's id. */
export interface FileUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The handle of the file that these bytes go on: a large file comes in parts. */
  readonly after?: string | undefined;
}

/** Asks for the bytes of a file that main holds. */
export interface FileRequest {
  readonly handle: string;
}

/** A file that main held. */
export interface FileDownload {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
export type FileAnswer = { readonly ok: true; readonly data: FileDownload } | Extract<Answer, { readonly ok: false }>;

/**
 * The one way out of the renderer, the same over IPC, HTTP and in process.
 * `putFile` answers a handle that a later call names; handles live until the app closes or an hour has passed.
 */
export interface Transport {
  request(operation: Operation): Promise<Answer>;
  subscribe(operation: Operation, onMessage: (message: StreamMessage) => void): () => void;
  putFile(file: FileUpload): Promise<Answer>;
  /** The bytes behind a handle that a call answered. */
  getFile(handle: string): Promise<FileAnswer>;
}

/** What the preload exposes as `window.bridge`: the whole of it. */
export interface Bridge {
  request(message: Operation | FileUpload | FileRequest): Promise<Answer>;
  subscribe(operation: Operation, onMessage: (message: StreamMessage) => void): () => void;
}

/** Most that may be put at once: 32 MiB. */
export const maximumFileBytes = 32 * 1024 * 1024;
/** Largest file that may come in parts: 512 MiB. */
export const maximumWholeBytes = 512 * 1024 * 1024;

/** Whether an answer to a `FileRequest` brought a file. */
export function isFileDownload(data: unknown): data is FileDownload {
  return typeof data === 'object' && data !== null && 'bytes' in data && data.bytes instanceof Uint8Array && 'mediaType' in data;
}

/** What a file of more than `most` bytes is refused with: looked at before it is read, so that nothing has to hold it. */
export const fileTooLarge = (most: number): ErrorShape => ({
  code: 'invalid_input',
  message: `This file is over ${most / 1024 / 1024} MB. Split it, or take a smaller part.`,
});
