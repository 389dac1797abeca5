import { z } from 'zod';
import * as contract from '../../../preload/contract/accounts/access.ts';
import { anyone, everyone, managers, owners, procedureFor, router } from '../../kernel/trpc.ts';
import * as service from './accounts.service.ts';
import { setAutoUnlock } from './auto-unlock.service.ts';
import { confirmRecoveryKey, makeRecoveryKey, recover } from './recovery.service.ts';
import { confirmPassphrase, lock, setPin, signIn, switchByPin } from './sign-in.service.ts';
import { accessState, openAgain } from './state.service.ts';

const open = () => procedureFor({ access: anyone, topics: ['session'] });
const done = async (work: Promise<void>): Promise<{ done: true }> => {
  await work;
  return { done: true };
};

/** Who may come in, and as whom. */
export const accessRouter = router({
  state: procedureFor({ access: anyone, topics: ['session', 'accounts'] }).query(({ ctx }) => accessState(ctx)),
  topics: procedureFor({ access: anyone, topics: [] }).query(({ ctx }): contract.TopicsView => ({ queryTopics: ctx.queryTopics() })),
  /** Somebody is here: told at most once in a while, so that an idle screen locks. */
  touch: open().mutation(({ ctx }) => {
    ctx.session.touch();
    return { done: true };
  }),
  /** What a passphrase is worth, while it is typed; nothing of it is kept. */
  passphraseCheck: procedureFor({ access: anyone, topics: [] })
    .input(contract.passphraseCheckInput)
    .query(({ ctx, input }) => service.checkPassphrase(ctx, input)),
  /** Looks anew at a practice that did not open. */
  openAgain: open().mutation(({ ctx }) => done(openAgain(ctx))),
  signIn: open()
    .input(contract.signInInput)
    .mutation(({ ctx, input }) => done(signIn(ctx, input))),
  pin: router({
    switch: open()
      .input(contract.pinInput)
      .mutation(({ ctx, input }) => done(switchByPin(ctx, input))),
    set: procedureFor({ access: everyone, topics: ['session', 'accounts'] })
      .input(contract.pinChangeInput)
      .mutation(({ ctx, input }) => setPin(ctx, input)),
  }),
  lock: open()
    .input(contract.lockInput)
    .mutation(({ ctx, input }) => done(lock(ctx, input.close))),
  confirm: procedureFor({ access: everyone, topics: ['session'] })
    .input(contract.confirmInput)
    .mutation(({ ctx, input }) => done(confirmPassphrase(ctx, input.passphrase))),
  protect: procedureFor({ access: owners, topics: ['session', 'accounts'] })
    .input(contract.protectInput)
    .mutation(({ ctx, input }) => service.protectPractice(ctx, input)),
  /** Also before somebody chose their first own passphrase: until then they can do nothing else. */
  changePassphrase: procedureFor({ access: anyone, topics: ['session', 'accounts'] })
    .input(contract.passphraseInput)
    .mutation(({ ctx, input }) => service.changePassphrase(ctx, input)),
  recover: open()
    .input(contract.recoverInput)
    .mutation(({ ctx, input }) => done(recover(ctx, input))),
  recoveryKey: router({
    make: procedureFor({ access: owners, topics: ['session'] })
      .input(z.strictObject({}).optional())
      .mutation(({ ctx }) => makeRecoveryKey(ctx)),
    confirm: procedureFor({ access: owners, topics: ['session'] })
      .input(contract.confirmRecoveryInput)
      .mutation(({ ctx, input }) => done(confirmRecoveryKey(ctx, input))),
  }),
  autoUnlock: procedureFor({ access: owners, topics: ['session'] })
    .input(z.strictObject({ on: z.boolean() }))
    .mutation(({ ctx, input }) => done(setAutoUnlock(ctx, input.on))),
  account: router({
    list: procedureFor({ access: managers, topics: ['accounts', 'people'] }).query(({ ctx }) => service.listAccounts(ctx)),
    add: procedureFor({ access: managers, topics: ['accounts', 'session'] })
      .input(contract.addAccountInput)
      .mutation(({ ctx, input }) => service.addAccount(ctx, input)),
    change: procedureFor({ access: managers, topics: ['accounts', 'session'] })
      .input(contract.changeAccountInput)
      .mutation(({ ctx, input }) => service.changeAccount(ctx, input)),
    deactivate: procedureFor({ access: managers, topics: ['accounts', 'session'] })
      .input(contract.accountInput)
      .mutation(({ ctx, input }) => service.deactivateAccount(ctx, input.seen)),
    reactivate: procedureFor({ access: managers, topics: ['accounts', 'session'] })
      .input(contract.resetPassphraseInput)
      .mutation(({ ctx, input }) => service.reactivateAccount(ctx, input)),
    resetPassphrase: procedureFor({ access: managers, topics: ['accounts', 'session'] })
      .input(contract.resetPassphraseInput)
      .mutation(({ ctx, input }) => service.resetPassphrase(ctx, input)),
  }),
});
