import { initTRPC } from '@trpc/server';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { AuditKind, AuditSubject } from '../../preload/contract/audit/audit.ts';
import { roles, type HostKind, type Role, type Topic } from '../../preload/contract/system/system.ts';
import type { AttachmentStore } from '../../db/attachments/attachment-store.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { SealedOutbox } from '../../db/capture/sealed-outbox.ts';
import type { PracticeFile } from '../../db/practice-file.ts';
import type { Backups } from '../backups/backups.ts';
import type { Committed } from '../../db/unit-of-work.ts';
import type { Actor } from './actor.ts';
import type { SignInAttempts } from './attempts.ts';
import type { ChangeEvents } from './change-events.ts';
import type { ComputerStore } from './computer-settings.ts';
import type { FileHandles } from './file-handles.ts';
import type { Clock, Desktop, Log, NewId } from './ports.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** What a procedure may use. */
export interface Context {
  readonly actor: Actor;
  /** Reads a consistent state. */
  read<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>;
  /** One change set; tells the procedure's topics once it is committed. `label` is what happened, in the words of the screen. */
  write<Result>(
    label: string | ((result: Result) => string),
    work: (repositories: Repositories) => Promise<Result>,
    detail?: { readonly undoesId?: string },
  ): Promise<Committed<Result>>;
  /**
   * Puts an entry into the access record, as a write of its own: never within `read` or `write`.
   * Within a write, `repositories.audit.add(auditEntry(ctx, ...))` puts it into the same change set.
   */
  record(kind: AuditKind, detail: string, subject?: AuditSubject): Promise<void>;
  readonly deviceId: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly files: FileHandles;
  /** The sealed bytes of attachments. */
  readonly attachmentStore: AttachmentStore;
  /** What people typed and did not save, one sealed file each. */
  readonly draftStore: AttachmentStore;
  readonly events: ChangeEvents;
  readonly desktop: Desktop;
  readonly computer: ComputerStore;
  readonly host: HostKind;
  readonly demonstration: boolean;
  readonly practiceFile: PracticeFile;
  readonly backups: Backups;
  readonly session: Session;
  readonly sessions: Sessions;
  readonly attempts: SignInAttempts;
  /** What was left while nobody was signed in. */
  readonly outbox: SealedOutbox;
  readonly log: Log;
  /** Path of the procedure that runs, for the change log. */
  readonly procedure: string;
  /** The topics of each query, for `system.info`. */
  readonly queryTopics: () => Readonly<Record<string, readonly Topic[]>>;
  /** Paths of the procedures a role may call. */
  readonly mayCall: (role: Role) => string[];
  readonly signal: AbortSignal | undefined;
}

/** A call that went well, for the sentence of its entry. */
export interface RecordedCall {
  readonly input: unknown;
  /** What a query or mutation answered; the last message of a subscription. */
  readonly result: unknown;
}

/** How the calls of a procedure come into the access record. */
export interface Recording {
  readonly kind: AuditKind;
  /** The sentence, or null to leave this call out. */
  readonly detail: (call: RecordedCall) => string | null;
}

/** Stated on every procedure; a test walks the router and fails where it is missing. */
export interface Meta {
  /** Who may call it. */
  readonly access: readonly Role[];
  /** What a query shows, or a write touches. */
  readonly topics: readonly Topic[];
  /**
   * Has every call that goes well written into the access record.
   * A kind alone takes the words of the change, and stands in the same change set.
   */
  readonly audit?: AuditKind | Recording;
}

const trpc = initTRPC.context<Context>().meta<Meta>().create();

export const router = trpc.router;

/** A procedure for those who may call it; `meta` is asked for, so that none is forgotten. */
export function procedureFor(meta: Meta) {
  return trpc.procedure.meta(meta).use(({ ctx, next }) => {
    if (!meta.access.includes(ctx.actor.role)) {
      throw new AppError(
        'forbidden',
        ctx.actor.role === 'capture' ? 'Sign in first.' : 'Your role may not do this. Ask the office manager.',
      );
    }
    return next();
  });
}

/** Those whom the practice belongs to. */
export const owners: readonly Role[] = ['owner'];
/** Those who plan and manage. */
export const managers: readonly Role[] = ['owner', 'manager'];
/** Those who may see the plan as it is made. */
export const planners: readonly Role[] = ['owner', 'manager', 'lead'];
/** Everyone who is signed in. */
export const everyone: readonly Role[] = ['owner', 'manager', 'lead', 'staff'];
/** Everyone, also while nobody is signed in (`capture`). */
export const anyone: readonly Role[] = roles;
