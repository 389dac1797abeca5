import type { ComputerPatch, ComputerSettings } from '../../../preload/contract/computer/computer.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { managers, type Context } from '../../kernel/trpc.ts';

type ComputerContext = Pick<Context, 'actor' | 'computer' | 'events'>;

/** Where backups lie is for those who may change it. */
export function readComputer(ctx: ComputerContext): ComputerSettings {
  return shownTo(ctx, ctx.computer.get());
}

/**
 * Changes what is named and leaves the rest. Anyone may say how the screen looks and which location it is about, also before sign-in;
 * when it locks and where backups go is refused as `forbidden` to all but managers.
 */
export function saveComputer(ctx: ComputerContext, patch: ComputerPatch): ComputerSettings {
  const { appearance: _look, locationId: _place, ...guarded } = patch;
  const guards = Object.values(guarded).some((value) => value !== undefined);
  if (guards && !managers.includes(ctx.actor.role)) {
    throw new AppError('forbidden', 'Only the office manager changes when this computer locks and where its backups go. Ask the manager.');
  }
  const saved = ctx.computer.save(patch);
  ctx.events.publish(['computer']);
  return shownTo(ctx, saved);
}

function shownTo(ctx: ComputerContext, settings: ComputerSettings): ComputerSettings {
  return managers.includes(ctx.actor.role) ? settings : { ...settings, backupFolder: null };
}
