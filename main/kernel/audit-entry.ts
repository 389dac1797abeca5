import type { NewAuditEntry } from '../../db/audit/audit.repository.ts';
import { longestDetail, type AuditKind, type AuditSubject } from '../../preload/contract/audit/audit.ts';
import type { Context } from './trpc.ts';

/** An entry of the access record by whoever is asking, now. Too long a sentence is cut. */
export function auditEntry(
  { actor, clock, newId }: Pick<Context, 'actor' | 'clock' | 'newId'>,
  kind: AuditKind,
  detail: string,
  subject: AuditSubject | null = null,
): NewAuditEntry {
  const sentence = detail.length > longestDetail ? `${detail.slice(0, longestDetail - 1)}…` : detail;
  return { id: newId(), at: clock(), actorId: actor.id, actorName: actor.name, kind, detail: sentence, subject };
}
