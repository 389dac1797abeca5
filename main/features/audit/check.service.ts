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

/** Walks the whole record, says what is found, and records that it was checked. Aborted, it is refused as `unavailable`. */
export async function checkRecord(ctx: Context, expected: readonly ChainHead[], report: Report, signal: AbortSignal): Promise<AuditCheck> {
  const verdict = await walk(ctx, expected, report, signal);
  const timeZone = await ctx.read(timeZoneOf);
  const { fault, changes, entries, heads } = verdict;
  const check: AuditCheck = {
    whole: fault === null,
    changes,
    entries,
    sentence: sentenceOf(verdict, timeZone),
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

function sentenceOf({ fault, changes, entries }: ChainVerdict, timeZone: string): string {
  if (fault) return `The record is damaged. ${faultSentence(fault, (at) => safeInstant(at, timeZone))}`;
  return `The record is whole: ${counted(changes, 'change', 'changes')} and ${counted(entries, 'entry', 'entries')} are as they were written.`;
}

/** An altered row may hold anything. */
function safeInstant(at: string, timeZone: string): string {
  return Number.isNaN(Date.parse(at)) ? at : instantText(new Date(at).toISOString(), timeZone);
}
