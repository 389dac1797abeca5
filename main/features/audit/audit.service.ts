import type { z } from 'zod';
import type { AuditRow, AuditSearch } from '../../../db/audit/audit.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import {
  auditKindWords,
  mostExported,
  mostPrinted,
  type AuditExport,
  type AuditFilter,
  type auditListInput,
  type AuditOverview,
  type AuditPage,
  type AuditPrint,
} from '../../../preload/contract/audit/audit.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { addDays, localDateAt, startOfDay } from '../../kernel/local-date.ts';
import { csvFile } from '../../kernel/table/csv-writer.ts';
import type { Context } from '../../kernel/trpc.ts';
import { entryView, kindOf, lastCheckView, narrowedText, sheetInstant } from './audit.view.ts';

/** Entries read at once. */
const page = 2000;

/** Entries with this filter, newest first, a page at a time. */
export async function listEntries(
  ctx: Context,
  { cursor, limit, direction: _direction, ...filter }: z.output<typeof auditListInput>,
): Promise<AuditPage> {
  return ctx.read(async (repositories) => {
    const search = await searchOf(repositories, filter);
    const rows = await repositories.audit.search(search, { olderThan: cursor, limit });
    const nextCursor = rows.length < limit ? null : (rows.at(-1)?.place ?? null);
    return { entries: rows.map(entryView), count: await repositories.audit.count(search), nextCursor };
  });
}

export async function overview(ctx: Context): Promise<AuditOverview> {
  return ctx.read(async ({ audit }) => {
    const last = await audit.lastOf(['check', 'check_failed']);
    return { actors: await audit.listActors(), lastCheck: last ? lastCheckView(last) : null, count: await audit.count({}) };
  });
}

/** The newest entries with this filter, for paper. */
export async function printEntries(ctx: Context, filter: AuditFilter): Promise<AuditPrint> {
  return ctx.read(async (repositories) => {
    const { audit, practice } = repositories;
    const search = await searchOf(repositories, filter);
    const settings = await practice.find();
    return {
      practiceName: settings?.name ?? '',
      paper: settings?.paper === 'a4' ? 'a4' : 'letter',
      timeZone: await timeZoneOf(repositories),
      narrowed: await narrowed(repositories, filter),
      entries: (await audit.search(search, { limit: mostPrinted })).map(entryView),
      count: await audit.count(search),
      printedAt: ctx.clock(),
      actor: ctx.actor.name,
    };
  });
}

/** Everything with this filter as CSV, into a file that the person chooses. Refused as `rule_violation` over 100,000 entries. */
export async function exportEntries(ctx: Context, filter: AuditFilter): Promise<AuditExport> {
  const { timeZone, search, count } = await ctx.read(async (repositories) => {
    const found = await searchOf(repositories, filter);
    return { timeZone: await timeZoneOf(repositories), search: found, count: await repositories.audit.count(found) };
  });
  if (count > mostExported) {
    const message = `These are ${count.toLocaleString('en-US')} entries, and a file takes ${mostExported.toLocaleString('en-US')}. Choose fewer days.`;
    throw new AppError('rule_violation', message, { rule: 'audit.export_size' });
  }
  const rows = await allRows(ctx, search);
  const bytes = csvFile(
    [`When (${timeZone})`, 'When (UTC)', 'Who', 'Kind', 'What'],
    rows.map(({ at, actorName, kind, detail }) => [sheetInstant(at, timeZone), at, actorName, auditKindWords[kindOf(kind)], detail]),
  );
  const name = `Access record ${localDateAt(ctx.clock(), timeZone)}.csv`;
  return { ...(await ctx.desktop.saveFile(name, 'text/csv', bytes)), count: rows.length };
}

/** Newest first; others may write between two pages. */
async function allRows(ctx: Context, search: AuditSearch): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  for (;;) {
    const olderThan = rows.at(-1)?.place;
    const more = await ctx.read(({ audit }) => audit.search(search, { olderThan, limit: page }));
    rows.push(...more);
    if (more.length < page) return rows;
  }
}

async function searchOf(repositories: Repositories, { kinds, actorId, from, to, text = '' }: AuditFilter): Promise<AuditSearch> {
  const timeZone = await timeZoneOf(repositories);
  return {
    kinds,
    actorId,
    from: from && startOfDay(from, timeZone),
    before: to && startOfDay(addDays(to, 1), timeZone),
    words: text.split(/\s+/).filter(Boolean),
  };
}

async function narrowed({ audit }: Repositories, filter: AuditFilter): Promise<string> {
  const actor = filter.actorId === undefined ? undefined : (await audit.listActors()).find(({ id }) => id === filter.actorId);
  return narrowedText(filter, filter.actorId === undefined ? undefined : (actor?.name ?? 'somebody else'));
}

/** The practice's own; before it is set up, days are those of UTC. */
export const timeZoneOf = async ({ practice }: Repositories): Promise<string> => (await practice.find())?.timeZone ?? 'UTC';
