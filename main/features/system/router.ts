import { EventEmitter, on } from 'node:events';
import { version } from '../../../package.json';
import { printInput, type ChangeEvent, type PdfResult, type SystemView } from '../../../preload/contract/system/system.ts';
import { everyone, procedureFor, router } from '../../kernel/trpc.ts';

/** The program itself: what it is, what changed, and paper. */
export const systemRouter = router({
  info: procedureFor({ access: everyone, topics: [] }).query(({ ctx }): Promise<SystemView> =>
    ctx.read(async ({ practice }) => ({
      version,
      host: ctx.desktop.abilities,
      computerLetter: await practice.computerLetter(ctx.deviceId),
      protected: ctx.protected,
      demonstration: ctx.demonstration,
      actor: { name: ctx.actor.name, role: ctx.actor.role },
      queryTopics: ctx.queryTopics(),
    })),
  ),

  /** Every committed change, as the topics it touched, until unsubscribed. */
  changes: procedureFor({ access: everyone, topics: [] }).subscription(async function* ({ ctx, signal }): AsyncGenerator<ChangeEvent> {
    const emitter = new EventEmitter();
    const end = ctx.events.listen((event) => emitter.emit('change', event));
    try {
      for await (const [event] of on(emitter, 'change', { signal })) yield event;
    } catch (error) {
      if (!signal?.aborted) throw error;
    } finally {
      end();
    }
  }),

  print: procedureFor({ access: everyone, topics: [] })
    .input(printInput)
    .mutation(async ({ ctx, input }): Promise<{ printed: boolean }> => {
      await ctx.desktop.printPage(input.paper);
      return { printed: true };
    }),

  savePdf: procedureFor({ access: everyone, topics: [] })
    .input(printInput)
    .mutation(({ ctx, input }): Promise<PdfResult> => ctx.desktop.savePdf(input.suggestedName, input.paper)),
});
