import { decrypt, encrypt } from '../../../db/keyring/sealed-box.ts';
import type { KeptDraftsView } from '../../../preload/contract/drafts/drafts.ts';
import type { Context } from '../../kernel/trpc.ts';

/** Stands for whoever is here while there are no accounts. */
const nobodyNamed = '00000000-0000-7000-8000-000000000000';

const whoOf = (ctx: Context): string => ctx.session.account?.id ?? nobodyNamed;
const contextOf = (who: string): string => `drafts of ${who}`;

/**
 * Keeps what the one who is here typed and did not save, for their next sign-in: encrypted in a file of their own beside the database.
 * It is no change of the practice, so it stands in no history.
 */
export async function keepDrafts(ctx: Context, text: string): Promise<void> {
  const who = whoOf(ctx);
  if (text === '') return ctx.draftStore.remove(who);
  await ctx.draftStore.write(who, encrypt(await draftKey(ctx), Buffer.from(text), contextOf(who)));
}

/** What is left unsaved. A file that was changed or is of another key counts as none. */
export async function keptDrafts(ctx: Context): Promise<KeptDraftsView> {
  const who = whoOf(ctx);
  const sealed = await ctx.draftStore.read(who);
  const plain = sealed && decrypt(await draftKey(ctx), Buffer.from(sealed), contextOf(who));
  return { text: plain?.toString('utf8') ?? '' };
}

async function draftKey(ctx: Context): Promise<Buffer> {
  const { draftKey: key } = await ctx.read(({ accounts }) => accounts.secrets());
  return Buffer.from(key, 'hex');
}
