import type { LoggedChange, RowRef } from '../../../db/change-log/change-log.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Written } from '../../../preload/contract/shared/primitives.ts';
import type { Context } from '../../kernel/trpc.ts';
import { planUndo, undoLabel, type RowFacts, type UndoObstacle } from './domain/undo.ts';
import { inverses } from './inverses.ts';

/**
 * Takes a change set back, as a change of its own (which can be taken back again).
 * Refused as `conflict` when somebody changed the same fields since, naming them; `not_found` for an unknown set.
 */
export async function undoChangeSet(ctx: Context, changeSetId: string): Promise<Written> {
  const set = await ctx.read(({ changeLog }) => changeLog.findSet(changeSetId));
  if (!set || set.procedure === 'device.create' || set.label === '') throw new AppError('not_found', 'This change is not in the history.');
  const rights = set.procedure.startsWith('access.');
  const onlyForOthers = ctx.mayCall('owner').includes(set.procedure) && !ctx.mayCall(ctx.actor.role).includes(set.procedure);
  if (rights || onlyForOthers) {
    throw new AppError(
      'forbidden',
      rights ? 'Passphrases and rights are not undone. Change them in Settings.' : 'Only who may do this may undo it.',
    );
  }
  if (set.undone) throw new AppError('conflict', 'This change is undone already.');
  const { changeSet } = await ctx.write(
    undoLabel(set),
    async (repositories) => {
      const { changeLog } = repositories;
      const rows = await factsOf(repositories, await changeLog.changesOfSet(changeSetId));
      const plan = planUndo(rows, ctx.clock());
      if (!plan.ok) throw await obstacleError(repositories, plan.obstacle);
      // Later rows point to earlier ones, so the way back goes from the last to the first.
      for (const reversal of plan.reversals.toReversed()) {
        const inverse = inverses[reversal.table];
        if (inverse) await inverse(ctx, repositories, reversal.rowId);
        else await changeLog.restore(reversal, reversal.values);
      }
    },
    { undoesId: changeSetId },
  );
  return { changeSet };
}

async function factsOf({ changeLog }: Repositories, changes: readonly LoggedChange[]): Promise<RowFacts[]> {
  const byRow = Map.groupBy(changes, (change) => `${change.table}/${change.rowId}`);
  const facts: RowFacts[] = [];
  for (const rowChanges of byRow.values()) {
    const [first] = rowChanges;
    if (!first) continue;
    const row: RowRef = { table: first.table, rowId: first.rowId };
    const inserted = rowChanges.some((change) => change.column === null);
    facts.push({
      ...row,
      changes: rowChanges,
      current: (await changeLog.currentValues(row)) ?? {},
      before: inserted ? {} : await valuesBefore(changeLog, row, first.sequence),
    });
  }
  return facts;
}

/** The row's values just before a place in the log. */
async function valuesBefore(changeLog: Repositories['changeLog'], row: RowRef, sequence: number) {
  const earlier = (await changeLog.changesOfRows([row])).filter((change) => change.sequence < sequence);
  return Object.assign({}, ...earlier.map((change) => change.values));
}

async function obstacleError({ changeLog }: Repositories, obstacle: UndoObstacle): Promise<AppError> {
  const changes = await changeLog.changesOfRows([obstacle]);
  const last = changes.findLast((change) => change.column === obstacle.column || change.column === null);
  const by = last && (await changeLog.findSet(last.changeSetId));
  const who = by ? `${by.actorName} changed it since ("${by.label}")` : 'It was changed since';
  return new AppError('conflict', `${who}. Undo that first, or change it by hand.`);
}
