import { auditFilter, auditListInput, auditVerifyInput } from '../../../preload/contract/audit/audit.ts';
import { progressOf } from '../../kernel/progress.ts';
import { managers, procedureFor, router, type Recording } from '../../kernel/trpc.ts';
import * as service from './audit.service.ts';
import { checkRecord } from './check.service.ts';

/** Who exported how much of the record; nothing when they cancelled. */
const exported: Recording = {
  kind: 'export',
  detail: ({ result }) => {
    if (typeof result !== 'object' || result === null || Reflect.get(result, 'saved') !== true) return null;
    const count = Number(Reflect.get(result, 'count'));
    return `Exported the access record: ${count === 1 ? '1 entry' : `${count.toLocaleString('en-US')} entries`}`;
  },
};

/** The access record: who signed in, looked, printed, exported. */
export const auditRouter = router({
  list: procedureFor({ access: managers, topics: ['audit'] })
    .input(auditListInput)
    .query(({ ctx, input }) => service.listEntries(ctx, input)),
  /** Who is in it, and when it was last checked. */
  overview: procedureFor({ access: managers, topics: ['audit'] }).query(({ ctx }) => service.overview(ctx)),
  print: procedureFor({ access: managers, topics: ['audit', 'practice'] })
    .input(auditFilter)
    .query(({ ctx, input }) => service.printEntries(ctx, input)),
  export: procedureFor({ access: managers, topics: ['audit'], audit: exported })
    .input(auditFilter)
    .mutation(({ ctx, input }) => service.exportEntries(ctx, input)),
  /** Walks the whole record: progress and then what was found. Unsubscribing stops it. */
  verify: procedureFor({ access: managers, topics: ['audit'] })
    .input(auditVerifyInput)
    .subscription(({ ctx, input }) => progressOf(ctx.signal, (report, signal) => checkRecord(ctx, input.heads, report, signal))),
});
