import { systemSlot, withoutSlots, type Slot } from '../../../db/keyring/keyring.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Context } from '../../kernel/trpc.ts';
import { requireProtected } from './state.service.ts';

/**
 * Lets this computer keep a key in the operating system's own store, so that a front-desk PC opens the file by itself; people still sign in.
 * Refused as `unavailable` where the store would keep it in plain text.
 */
export async function setAutoUnlock(ctx: Context, on: boolean): Promise<void> {
  ctx.session.requireConfirmed();
  requireProtected(ctx);
  const { practiceFile, desktop } = ctx;
  const record = () =>
    ctx.record('rights', on ? 'This computer opens the practice by itself' : 'This computer no longer opens the practice by itself');
  if (!on) {
    practiceFile.setRing(withoutSlots(practiceFile.ring, isSystem));
    await record();
  } else {
    const { secrets } = desktop;
    if (!secrets || !(await secrets.isAvailable())) {
      throw new AppError('unavailable', 'This computer has no safe place for a key. The passphrase opens the practice each day.');
    }
    await practiceFile.replaceSlots(await systemSlot((text) => secrets.seal(text)), isSystem, record);
  }
  ctx.events.publish(['session']);
}

const isSystem = ({ kind }: Slot): boolean => kind === 'system';
