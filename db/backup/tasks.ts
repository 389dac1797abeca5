import type { ReadArchive } from './archive-reader.ts';
import type { DatabaseFacts } from './facts.ts';
import type { BackedUpAttachment } from './manifest.ts';
import type { ExpectedSchema } from './schema-object.ts';

/** Makes a backup of the database at `database` (which may be in use) under `folder`. */
export interface MakeTask {
  readonly kind: 'make';
  readonly database: string;
  readonly key: string;
  readonly keyring: string;
  readonly attachments: readonly BackedUpAttachment[];
  /** Where it goes; it has its name only once it was checked. */
  readonly folder: string;
  /** A folder on the same disk for what is not finished. */
  readonly work: string;
  readonly program: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** Reads a whole archive and compares its bytes with its manifest. */
export interface CheckTask {
  readonly kind: 'check';
  readonly archive: string;
}

/** Writes the database of an archive to `target`. */
export interface UnpackTask {
  readonly kind: 'unpack';
  readonly archive: string;
  readonly target: string;
}

/** Proves that a file is a database of ours and reads what it holds. */
export interface InspectTask {
  readonly kind: 'inspect';
  readonly database: string;
  readonly key: string;
  readonly expected: ExpectedSchema;
  /** The state that it must hold. */
  readonly stateHash: string;
}

/** Copies the rows of a proven file into a fresh one of the same schema. */
export interface PourTask {
  readonly kind: 'pour';
  readonly source: string;
  readonly sourceKey: string;
  readonly target: string;
  readonly targetKey: string;
  readonly expected: ExpectedSchema;
  readonly stateHash: string;
}

/** Checks a database of ours from its first page to its last. */
export interface ProveTask {
  readonly kind: 'prove';
  readonly database: string;
  readonly key: string;
}

export interface MadeBackup extends ReadArchive {
  readonly name: string;
  readonly path: string;
}

export interface TaskResults {
  make: MadeBackup;
  check: ReadArchive;
  unpack: ReadArchive;
  inspect: DatabaseFacts;
  pour: DatabaseFacts;
  prove: { readonly stateHash: string };
}

export type BackupTask = MakeTask | CheckTask | UnpackTask | InspectTask | PourTask | ProveTask;

/** What the worker says. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly rule: string }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | undefined };
