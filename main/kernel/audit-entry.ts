import type { NewAuditEntry } from '../../db/audit/audit.repository.ts';
import { longestDetail, type AuditKind, type AuditSubject } from '../../preload/contract/audit/audit.ts';
import type { Actor } from './actor.ts';
import type { Clock, NewId } from './ports.ts';

/** An entry of the access record by whoever is asking, now. Too long a sentence is cut. */
export function auditEntry(
  { actor, clock, newId }: { readonly actor: Actor; readonly clock: Clock; readonly newId: NewId },
  kind: AuditKind,
  detail: string,
  subject: AuditSubject | null = null,
): NewAuditEntry {
  const sentence = detail.length > longestDetail ? `${detail.slice(0, longestDetail - 1)}…` : detail;
  return { id: newId(), at: clock(), actorId: actor.id, actorName: actor.name, kind, detail: sentence, subject };
}
