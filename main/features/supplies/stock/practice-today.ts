import type { Repositories } from '../../../../db/repositories.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { Context } from '../../../kernel/trpc.ts';

/** Today where the practice is. */
export async function practiceToday(ctx: Context, { practice }: Repositories): Promise<LocalDate> {
  const settings = await practice.find();
  return localDateAt(ctx.clock(), settings?.timeZone ?? 'UTC');
}
