import type { z } from 'zod';
import { openBox, sealTo } from '../../../db/keyring/sealed-box.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Written } from '../../../preload/contract/shared/primitives.ts';
import type { captureInput, CapturedNoteView, handleNoteInput } from '../../../preload/contract/capture/capture.ts';
import { auditEntry } from '../../kernel/audit-entry.ts';
import type { Context } from '../../kernel/trpc.ts';
import { captureKinds, sealedCapture } from './captures.ts';

/** So many may wait: enough for a long weekend, too few to fill the disk. */
const mostWaiting = 1000;

const contextOf = (id: string): string => `capture ${id}`;

/** Leaves a note for whoever signs in next. Answers nothing of what is there. */
export async function leaveNote(ctx: Context, note: z.output<typeof captureInput>): Promise<void> {
  if (ctx.actor.role !== 'capture') {
    await ctx.write('Leave a note for the front desk', ({ capture }) =>
      capture.notes.insert([{ id: ctx.newId(), ...note, capturedAt: ctx.clock(), handledAt: null, handledBy: null }]),
    );
    return;
  }
  seal(ctx, 'note', note);
}

/**
 * Seals something to the practice's public key, for the next sign-in. Needs no open database.
 * Refused as `unavailable` when too much waits already.
 */
export function seal(ctx: Context, kind: string, fields: unknown): void {
  const { captureKey } = ctx.practiceFile.ring;
  if (captureKey === null) throw new AppError('unavailable', 'Nothing can be left here before the practice was opened once.');
  if (ctx.outbox.count() >= mostWaiting)
    throw new AppError('unavailable', 'Too many notes wait here already. Somebody must sign in first.');
  const id = ctx.newId();
  const text = JSON.stringify({ kind, at: ctx.clock(), fields });
  ctx.outbox.put(id, sealTo(captureKey, Buffer.from(text), contextOf(id)));
}

/** Takes in what waits, as one change of whoever signed in. What cannot be opened is set aside and recorded. */
export async function takeIn(ctx: Context): Promise<number> {
  const waiting = ctx.outbox.list();
  if (waiting.length === 0) return 0;
  const { capturePrivateKey } = await ctx.read(({ accounts }) => accounts.secrets());
  const unreadable: string[] = [];
  const { result } = await ctx.write(
    (notes: number) => (notes === 0 ? '' : `Take in ${notes === 1 ? 'a note' : `${notes} notes`} from the front desk`),
    async (repositories) => {
      let notes = 0;
      for (const id of waiting) {
        const capture = open(capturePrivateKey, id, ctx.outbox.read(id));
        const kind = capture && (Object.hasOwn(captureKinds, capture.kind) ? captureKinds[capture.kind] : undefined);
        if (!capture || !kind) {
          unreadable.push(id);
          await repositories.audit.add(auditEntry(ctx, 'capture', 'Something left at the desk could not be opened and was set aside'));
          continue;
        }
        await kind.takeIn(repositories, id, capture);
        if (capture.kind === 'note') notes += 1;
      }
      return notes;
    },
  );
  for (const id of waiting) {
    if (unreadable.includes(id)) ctx.outbox.setAside(id);
    else ctx.outbox.remove(id);
  }
  ctx.events.publish(['capture']);
  return result;
}

function open(privateKey: string, id: string, sealed: Buffer) {
  const plain = openBox(privateKey, sealed, contextOf(id));
  if (!plain) return undefined;
  try {
    return sealedCapture.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Notes that wait, or those that were seen to. */
export async function listNotes(ctx: Context, handled: boolean): Promise<CapturedNoteView[]> {
  return ctx.read(({ capture }) => capture.list(handled));
}

export async function countNotes(ctx: Context): Promise<{ waiting: number }> {
  return ctx.read(async ({ capture }) => ({ waiting: await capture.countWaiting() }));
}

/** Says that somebody has seen to a note, or that it waits again. */
export async function handleNote(ctx: Context, { seen, handled }: z.output<typeof handleNoteInput>): Promise<Written> {
  const { changeSet } = await ctx.write(handled ? 'See to a note from the front desk' : 'Put a note back', ({ capture }) =>
    capture.notes.update(seen, { handledAt: handled ? ctx.clock() : null, handledBy: handled ? ctx.actor.name : null }),
  );
  return { changeSet };
}
