import type { AuditKind, AuditSubject } from '../../preload/contract/audit/audit.ts';
import type { Repositories } from '../../db/repositories.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { OperationType } from '../../preload/contract/shared/transport.ts';
import { auditEntry } from './audit-entry.ts';
import type { Log } from './ports.ts';
import type { Context, Meta, RecordedCall } from './trpc.ts';

type Recorder = Pick<Context, 'actor' | 'clock' | 'newId'> & {
  record(kind: AuditKind, detail: string, subject?: AuditSubject): Promise<void>;
};

/** Puts one call into the access record, if its procedure says so: within its own change where it makes one, else after it. */
export class CallRecorder {
  readonly #audit: Meta['audit'];
  readonly #type: OperationType;
  readonly #path: string;
  readonly #log: Log;
  #done = false;

  constructor(meta: Meta, call: { readonly type: OperationType; readonly path: string }, log: Log) {
    this.#audit = meta.audit;
    this.#type = call.type;
    this.#path = call.path;
    this.#log = log;
  }

  /** Within the write of the call, once its words are known. */
  async within({ audit }: Repositories, recorder: Recorder, words: () => string): Promise<void> {
    if (this.#done || typeof this.#audit !== 'string') return;
    await audit.add(auditEntry(recorder, this.#audit, words()));
  }

  /** The write of `within` is committed. */
  committed(): void {
    if (typeof this.#audit === 'string') this.#done = true;
  }

  /** After the call went well. What cannot be recorded is refused as `unavailable`, and a query's answer is not given out. */
  async after(recorder: Recorder, call: RecordedCall): Promise<void> {
    if (this.#done || this.#audit === undefined) return;
    this.#done = true;
    const [kind, detail] = typeof this.#audit === 'string' ? [this.#audit, this.#path] : [this.#audit.kind, this.#audit.detail(call)];
    if (detail === null) return;
    try {
      await recorder.record(kind, detail);
    } catch (cause) {
      this.#log.error(`${this.#path} could not be written into the access record`, cause);
      const message =
        this.#type === 'query'
          ? 'This is shown only when it can be written into the access record, and that did not work. Look whether the disk is full or the folder cannot be written.'
          : 'This was done, but it could not be written into the access record. Look whether the disk is full or the folder cannot be written.';
      throw new AppError('unavailable', message, { cause });
    }
  }
}
