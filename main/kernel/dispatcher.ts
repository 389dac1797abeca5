import { callTRPCProcedure, type AnyTRPCProcedure, type AnyTRPCRouter } from '@trpc/server';
import { z } from 'zod';
import type { AttachmentStore } from '../../db/attachments/attachment-store.ts';
import { isDamage } from '../../db/database-trouble.ts';
import type { Committed } from '../../db/unit-of-work.ts';
import type { Repositories } from '../../db/repositories.ts';
import { lockMinutes } from '../../preload/contract/computer/computer.ts';
import type { ErrorShape } from '../../preload/contract/shared/errors.ts';
import type {
  Answer,
  FileAnswer,
  FileUpload,
  Operation,
  OperationType,
  StreamMessage,
  Transport,
} from '../../preload/contract/shared/transport.ts';
import { topics as allTopics, type HostKind, type Role, type Topic } from '../../preload/contract/system/system.ts';
import { auditEntry } from './audit-entry.ts';
import { CallRecorder } from './call-recorder.ts';
import type { SealedOutbox } from '../../db/capture/sealed-outbox.ts';
import type { PracticeFile } from '../../db/practice-file.ts';
import type { SignInAttempts } from './attempts.ts';
import type { Backups } from '../backups/backups.ts';
import type { ChangeEvents } from './change-events.ts';
import type { ComputerStore } from './computer-settings.ts';
import { toErrorShape } from './errors.ts';
import type { FileHandles, HeldFile } from './file-handles.ts';
import type { Clock, Desktop, Log, NewId } from './ports.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { Context, Meta } from './trpc.ts';

/** A procedure as `office --list` prints it. */
export interface ProcedureDescription {
  readonly path: string;
  readonly type: OperationType;
  readonly access: readonly Role[];
  readonly topics: readonly Topic[];
  /** JSON Schema. */
  readonly input: unknown;
}

/** What a host calls; nothing here throws. */
export interface AppTransport extends Transport {
  request(operation: Operation, signal?: AbortSignal): Promise<Answer>;
  /** A file the web host lets its page download. */
  takeFile(handle: string): HeldFile | undefined;
  procedures(): ProcedureDescription[];
}

export interface DispatcherPorts {
  readonly router: AnyTRPCRouter;
  readonly practiceFile: PracticeFile;
  readonly backups: Backups;
  /** Who is at this connection. */
  readonly session: Session;
  readonly sessions: Sessions;
  readonly attempts: SignInAttempts;
  readonly outbox: SealedOutbox;
  readonly events: ChangeEvents;
  readonly files: FileHandles;
  readonly attachmentStore: AttachmentStore;
  readonly draftStore: AttachmentStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly desktop: Desktop;
  readonly computer: ComputerStore;
  readonly host: HostKind;
  readonly demonstration: boolean;
}

const operationTypes = { query: 'query', mutation: 'mutation', subscription: 'subscription' } as const;

/** Takes an operation from any host to its procedure and back: typed result or typed refusal. */
export class Dispatcher implements AppTransport {
  readonly #ports: DispatcherPorts;
  readonly #procedures: ReadonlyMap<string, AnyTRPCProcedure>;
  readonly #running = new Map<AbortController, Operation>();

  constructor(ports: DispatcherPorts) {
    this.#ports = ports;
    const found: Readonly<Record<string, AnyTRPCProcedure>> = ports.router._def.procedures;
    this.#procedures = new Map(Object.entries(found));
    ports.session.onSignOut(() => this.#endWhatNeedsSomebody());
  }

  async request(operation: Operation, signal?: AbortSignal): Promise<Answer> {
    try {
      this.#lockIdle();
      const refusal = this.#refusalOf(operation);
      if (refusal) return { ok: false, error: refusal };
      const call = this.#begin(operation, signal);
      const data = await call.answer;
      await call.recorder.after(call.context, { input: operation.input, result: data });
      return { ok: true, data };
    } catch (error) {
      return { ok: false, error: this.#shapeOf(error) };
    }
  }

  subscribe(operation: Operation, onMessage: (message: StreamMessage) => void): () => void {
    this.#lockIdle();
    const stop = new AbortController();
    this.#running.set(stop, operation);
    const run = async () => {
      try {
        const refusal = this.#refusalOf(operation);
        if (refusal) return onMessage({ ok: false, error: refusal });
        const call = this.#begin(operation, stop.signal);
        const messages = await call.answer;
        if (!isAsyncIterable(messages)) throw new Error(`${operation.path} answers no messages`);
        let last: unknown;
        for await (const data of messages) {
          if (stop.signal.aborted) return;
          last = data;
          onMessage({ ok: true, data });
        }
        await call.recorder.after(call.context, { input: operation.input, result: last });
        if (!stop.signal.aborted) onMessage({ done: true });
      } catch (error) {
        if (!stop.signal.aborted) onMessage({ ok: false, error: this.#shapeOf(error) });
      } finally {
        this.#running.delete(stop);
      }
    };
    void run();
    return () => stop.abort();
  }

  async putFile(file: FileUpload): Promise<Answer> {
    this.#lockIdle();
    try {
      return { ok: true, data: this.#ports.files.put(file) };
    } catch (error) {
      return { ok: false, error: this.#shapeOf(error) };
    }
  }

  async getFile(handle: string): Promise<FileAnswer> {
    this.#lockIdle();
    try {
      const { mediaType, bytes } = this.#ports.files.get(handle);
      return { ok: true, data: { mediaType, bytes } };
    } catch (error) {
      return { ok: false, error: this.#shapeOf(error) };
    }
  }

  takeFile(handle: string): HeldFile | undefined {
    this.#lockIdle();
    return this.#ports.files.find(handle);
  }

  procedures(): ProcedureDescription[] {
    return [...this.#procedures].map(([path, procedure]) => {
      const { access, topics } = metaOf(procedure);
      return { path, type: procedure._def.type, access, topics, input: inputSchema(procedure) };
    });
  }

  /** Ends every subscription. */
  stop(): void {
    for (const running of this.#running.keys()) running.abort();
  }

  /** Nothing is answered to whoever has been away for too long. */
  #lockIdle(): void {
    const { sessions, computer } = this.#ports;
    sessions.lockIdle(lockMinutes(computer.get()));
  }

  /** What ran for the one who signed out ends, and so do the files they put. */
  #endWhatNeedsSomebody(): void {
    this.#ports.files.clear();
    for (const [running, { path }] of this.#running) if (!this.#mayCall(path, 'capture')) running.abort();
  }

  #mayCall(path: string, role: Role): boolean {
    const procedure = this.#procedures.get(path);
    return procedure !== undefined && metaOf(procedure).access.includes(role);
  }

  /** Any thrown value as a refusal. A page that cannot be read turns the practice into one that does not open. */
  #shapeOf(error: unknown): ErrorShape {
    const { practiceFile, events, log } = this.#ports;
    if (practiceFile.noteDamage(error)) {
      log.error('the practice file is damaged', error);
      events.publish(['session']);
    }
    return isDamage(error) && practiceFile.trouble ? practiceFile.trouble.toShape() : toErrorShape(error, log);
  }

  #refusalOf({ path, type }: Operation): ErrorShape | undefined {
    const procedure = this.#procedures.get(path);
    if (!procedure) return { code: 'not_found', message: `There is no procedure called ${path}.` };
    if (!Object.hasOwn(operationTypes, type) || procedure._def.type !== type) {
      return { code: 'invalid_input', message: `${path} is a ${procedure._def.type}.` };
    }
    return undefined;
  }

  #begin({ path, type, input }: Operation, signal: AbortSignal | undefined) {
    const procedure = this.#procedures.get(path);
    const meta: Meta = procedure ? metaOf(procedure) : { access: [], topics: allTopics };
    const recorder = new CallRecorder(meta, { path, type }, this.#ports.log);
    const context = this.#context(path, meta, recorder, signal);
    const answer: Promise<unknown> = callTRPCProcedure({
      router: this.#ports.router,
      path,
      type,
      input,
      getRawInput: async () => input,
      ctx: context,
      signal,
      batchIndex: 0,
    });
    return { context, recorder, answer };
  }

  #context(path: string, { topics }: Meta, recorder: CallRecorder, signal: AbortSignal | undefined): Context {
    const { practiceFile, session, sessions, attempts, events, clock, newId, files, log, desktop, computer, host, demonstration } =
      this.#ports;
    const tell = ({ changeSet, recorded }: Committed<unknown>, touched: readonly Topic[]): void => {
      const told = [...(changeSet ? [...touched, 'history' as const] : []), ...(recorded ? ['audit' as const] : [])];
      if (told.length > 0) events.publish(told);
    };
    const record: Context['record'] = async (kind, detail, subject) => {
      const entry = auditEntry({ actor: session.actor, clock, newId }, kind, detail, subject);
      tell(await practiceFile.unitOfWork.write({ actor: session.actor, procedure: path }, '', ({ audit }) => audit.add(entry)), []);
    };
    const write = async <Result>(
      label: string | ((result: Result) => string),
      work: (repositories: Repositories) => Promise<Result>,
      detail: { readonly undoesId?: string } = {},
    ): Promise<Committed<Result>> => {
      const committed = await practiceFile.unitOfWork.write(
        { actor: session.actor, procedure: path, ...detail },
        label,
        async (repositories) => {
          const result = await work(repositories);
          await recorder.within(repositories, { actor: session.actor, clock, newId, record }, () =>
            typeof label === 'string' ? label : label(result),
          );
          return result;
        },
      );
      recorder.committed();
      tell(committed, topics);
      return committed;
    };
    return {
      get actor() {
        return session.actor;
      },
      read: async (work) => practiceFile.unitOfWork.read(work),
      write,
      record,
      get deviceId() {
        return practiceFile.unitOfWork.deviceId;
      },
      practiceFile,
      backups: this.#ports.backups,
      session,
      sessions,
      attempts,
      outbox: this.#ports.outbox,
      log,
      clock,
      newId,
      files,
      attachmentStore: this.#ports.attachmentStore,
      draftStore: this.#ports.draftStore,
      events,
      desktop,
      computer,
      host,
      demonstration,
      procedure: path,
      queryTopics: () => this.#queryTopics(),
      mayCall: (role) => [...this.#procedures.keys()].filter((known) => this.#mayCall(known, role)),
      signal,
    };
  }

  #queryTopics(): Record<string, readonly Topic[]> {
    const queries = [...this.#procedures].filter(([, procedure]) => procedure._def.type === 'query');
    return Object.fromEntries(queries.map(([path, procedure]) => [path, metaOf(procedure).topics]));
  }
}

function metaOf(procedure: AnyTRPCProcedure): Meta {
  const meta: unknown = procedure._def.meta;
  return isMeta(meta) ? meta : { access: [], topics: [] };
}

function isMeta(meta: unknown): meta is Meta {
  return typeof meta === 'object' && meta !== null && 'access' in meta && 'topics' in meta;
}

function inputSchema(procedure: AnyTRPCProcedure): unknown {
  const inputs: unknown = Reflect.get(procedure._def, 'inputs');
  const [schema] = Array.isArray(inputs) ? inputs : [];
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : {};
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
