import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { managers, type Context } from '../../kernel/trpc.ts';

/**
 * Who may look into backups and restore one: owners and managers, with the passphrase given again where there is one.
 * While the practice does not open nobody can be signed in; then whoever can open the backup may.
 */
export function mayRestore(ctx: Context): void {
  if (ctx.practiceFile.trouble !== undefined) return;
  if (!managers.includes(ctx.actor.role)) {
    throw new AppError('forbidden', ctx.actor.role === 'capture' ? 'Sign in first.' : 'Your role may not do this. Ask the office manager.');
  }
}
