import { faultSentence, placeOf } from '../../../db/change-log/chain-fault.ts';
import type { ChainHead } from '../../../db/change-log/chain.repository.ts';
import { verifyChain, type ChainVerdict } from '../../../db/change-log/verify-chain.ts';
import type { AuditCheck } from '../../../preload/contract/audit/audit.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { isStorageTrouble } from '../../kernel/errors.ts';
import type { Report } from '../../kernel/progress.ts';
import type { Context } from '../../kernel/trpc.ts';
import { timeZoneOf } from './audit.service.ts';
import { instantText } from './audit.view.ts';

/** A head with the day of the backup that keeps it. */
interface KeptHead extends ChainHead {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** Walks the whole record, compares its end with what the backups say, says what is found, and records that it was checked. Aborted, it is refused as `unavailable`. */
export async function checkRecord(ctx: Context, expected: readonly ChainHead[], report: Report, signal: AbortSignal): Promise<AuditCheck> {
  const kept = await headsOfBackups(ctx);
  const verdict = await walk(ctx, [...expected, ...kept], report, signal);
  const timeZone = await ctx.read(timeZoneOf);
  const { fault, changes, entries, heads } = verdict;
  const check: AuditCheck = {
    whole: fault === null,
    changes,
    entries,
    sentence: sentenceOf(verdict, timeZone, kept),
    where: fault && placeOf(fault),
    heads,
  };
  try {
    await ctx.record(fault === null ? 'check' : 'check_failed', check.sentence);
  } catch (error) {
    // What was found matters more than that somebody looked.
    if (!isStorageTrouble(error)) throw error;
  }
  return check;
}

/**
 * What the backups of this practice say of its end. Those from before the last restore lead elsewhere by right;
 * those of computers that never wrote here prove nothing.
 */
async function headsOfBackups(ctx: Context): Promise<KeptHead[]> {
  if (!ctx.practiceFile.folder) return [];
  const { practiceId, restoredAt, devices } = await ctx.read(async ({ practice, audit, chain }) => ({
    practiceId: (await practice.find())?.id ?? null,
    restoredAt: (await audit.lastOf(['restore']))?.at ?? '',
    devices: new Set((await chain.heads()).map(({ deviceId }) => deviceId)),
  }));
  return (await ctx.backups.list()).flatMap(({ manifest }) => {
    if (!manifest || manifest.practiceId !== practiceId || manifest.at <= restoredAt || !devices.has(manifest.head.device)) return [];
    const { device, sequence, hash } = manifest.head;
    return sequence === 0 ? [] : [{ deviceId: device, sequence, hash, at: manifest.at }];
  });
}

async function walk(ctx: Context, expected: readonly ChainHead[], report: Report, signal: AbortSignal): Promise<ChainVerdict> {
  try {
    return await verifyChain((work) => ctx.read(({ chain }) => work(chain)), { expected, report, signal });
  } catch (error) {
    if (signal.aborted) throw new AppError('unavailable', 'The check was stopped before it was through. Start it again.', { cause: error });
    throw error;
  }
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;

function sentenceOf({ fault, changes, entries }: ChainVerdict, timeZone: string, kept: readonly KeptHead[]): string {
  if (fault)
    return `The record is damaged. ${faultSentence(fault, (at) => safeInstant(at, timeZone))} Copy the data folder before anything else is done with it.`;
  const newest = kept
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const since = newest === undefined ? '' : `, and nothing of the backup of ${instantText(newest, timeZone)} is missing`;
  return `The record is whole: ${counted(changes, 'change', 'changes')} and ${counted(entries, 'entry', 'entries')} are as they were written${since}.`;
}

/** An altered row may hold anything. */
function safeInstant(at: string, timeZone: string): string {
  return Number.isNaN(Date.parse(at)) ? at : instantText(new Date(at).toISOString(), timeZone);
}
