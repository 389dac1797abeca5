import type { AuditSubject } from '../../../preload/contract/audit/audit.ts';
import { auditEntry } from '../../kernel/audit-entry.ts';
import { isStorageTrouble } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/trpc.ts';

/** The same look by the same person is recorded once in this time, so that the record stays readable. */
const againAfterMilliseconds = 60 * 60 * 1000;

/**
 * Records that somebody looks at something confidential, before it is given out. Never within `read` or `write`.
 * False when the disk does not take it: then it must not be shown.
 */
export async function mayShowConfidential(ctx: Context, detail: string, subject: AuditSubject | null = null): Promise<boolean> {
  const until = ctx.clock();
  const since = new Date(Date.parse(until) - againAfterMilliseconds).toISOString();
  const look = { actorId: ctx.actor.id, kind: 'view_confidential', subject, detail, since, until } as const;
  if (await ctx.read(({ audit }) => audit.isThere(look))) return true;
  try {
    await ctx.write('', async ({ audit }) => {
      // Two looks at once are one.
      if (!(await audit.isThere(look))) await audit.add(auditEntry(ctx, look.kind, detail, subject));
    });
    return true;
  } catch (error) {
    if (isStorageTrouble(error)) return false;
    throw error;
  }
}
