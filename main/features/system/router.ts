import { EventEmitter, on } from 'node:events';
import { version } from '../../../package.json';
import { printInput, type ChangeEvent, type PdfResult, type SystemView } from '../../../preload/contract/system/system.ts';
import { anyone, everyone, procedureFor, router, type Recording } from '../../kernel/trpc.ts';

/** What was printed, by the name that a file of it would have; nothing when the person cancelled. */
const printRecording = (done: string): Recording => ({
  kind: 'print',
  detail: ({ input, result }) => {
    const { data } = printInput.safeParse(input);
    return data && wentThrough(result) ? `${done} ${data.suggestedName}` : null;
  },
});

const wentThrough = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && (Reflect.get(result, 'printed') === true || Reflect.get(result, 'saved') === true);

/** The program itself: what it is, what changed, and paper. */
export const systemRouter = router({
  info: procedureFor({ access: everyone, topics: ['session'] }).query(({ ctx }): Promise<SystemView> =>
    ctx.read(async ({ practice }) => ({
      version,
      host: ctx.desktop.abilities,
      computerLetter: await practice.computerLetter(ctx.deviceId),
      protected: ctx.practiceFile.isProtected,
      demonstration: ctx.demonstration,
      actor: { name: ctx.actor.name, role: ctx.actor.role },
      queryTopics: ctx.queryTopics(),
    })),
  ),

  /** Every committed change, as the topics it touched, until unsubscribed. */
  changes: procedureFor({ access: anyone, topics: [] }).subscription(async function* ({ ctx, signal }): AsyncGenerator<ChangeEvent> {
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

  print: procedureFor({ access: everyone, topics: [], audit: printRecording('Printed') })
    .input(printInput)
    .mutation(async ({ ctx, input }): Promise<{ printed: boolean }> => ({ printed: await ctx.desktop.printPage(input.paper) })),

  /** Said by the page before the browser prints it, where the host cannot print by itself. */
  printedByBrowser: procedureFor({ access: everyone, topics: [], audit: printRecording('Opened the browser’s print dialog for') })
    .input(printInput)
    .mutation((): { printed: boolean } => ({ printed: true })),

  savePdf: procedureFor({ access: everyone, topics: [], audit: printRecording('Saved as PDF:') })
    .input(printInput)
    .mutation(({ ctx, input }): Promise<PdfResult> => ctx.desktop.savePdf(input.suggestedName, input.paper)),
});
