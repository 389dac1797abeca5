import { z } from 'zod';
import { memoryStore } from '../../../db/attachments/attachment-store.ts';
import { outboxInMemory } from '../../../db/capture/sealed-outbox.ts';
import { Backups } from '../../../main/backups/backups.ts';
import { ChangeEvents } from '../../../main/kernel/change-events.ts';
import { computerSettingsInMemory } from '../../../main/kernel/computer-settings.ts';
import { Dispatcher } from '../../../main/kernel/dispatcher.ts';
import { FileHandles } from '../../../main/kernel/file-handles.ts';
import { SignInAttempts } from '../../../main/kernel/attempts.ts';
import { Sessions } from '../../../main/kernel/sessions.ts';
import { inMemory, PracticeFile } from '../../../db/practice-file.ts';
import { progressOf } from '../../../main/kernel/progress.ts';
import { everyone, procedureFor, router } from '../../../main/kernel/trpc.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { recordingDesktop, recordingLog, sequentialIds, steppingClock } from '../../support/ports.ts';

const open = procedureFor({ access: everyone, topics: [] });

/** What the work of the test's procedures did, seen from main. */
export interface Seen {
  readonly ended: string[];
  notes: string[];
}

/** The real dispatcher over a router that has one procedure of each kind a transport must carry. */
export async function openTestDispatcher() {
  const seen: Seen = { ended: [], notes: [] };
  const files = new FileHandles(sequentialIds());
  const testRouter = router({
    add: open.input(z.strictObject({ a: z.number(), b: z.number() })).query(({ input }) => ({ sum: input.a + input.b })),
    nothing: open.query(() => null),
    note: open.input(z.strictObject({ text: z.string().min(1, { error: 'Fill this in.' }) })).mutation(({ input }) => {
      seen.notes.push(input.text);
      return { count: seen.notes.length };
    }),
    refuse: open.mutation(() => {
      throw new AppError('rule_violation', 'The rest is too short.', { rule: 'rest.minimum' });
    }),
    fail: open.query(() => {
      throw new Error('secret of the house: /srv/practice.db');
    }),
    echo: open.input(z.strictObject({ text: z.string() })).query(({ input }) => input.text),
    sizeOf: open.input(z.strictObject({ file: z.string() })).query(({ input }) => {
      const file = files.get(input.file);
      return { name: file.name, bytes: file.bytes.byteLength, last: file.bytes.at(-1) ?? null };
    }),
    count: open.input(z.strictObject({ to: z.int().min(1), failAt: z.int().optional() })).subscription(({ input, signal }) =>
      progressOf(signal, async (report, stop) => {
        try {
          for (let done = 1; done <= input.to; done++) {
            if (stop.aborted) throw new AppError('unavailable', 'Stopped.');
            if (done === input.failAt) throw new AppError('conflict', 'Somebody was faster.');
            report(done, input.to);
            await new Promise<void>((next) => setImmediate(next));
          }
          return { counted: input.to };
        } finally {
          seen.ended.push(stop.aborted ? 'cancelled' : 'finished');
        }
      }),
    ),
  });
  const practiceFile = await PracticeFile.open(inMemory, { clock: steppingClock(), newId: sequentialIds() });
  const events = new ChangeEvents();
  const sessions = new Sessions({ practiceFile, events });
  const computer = computerSettingsInMemory();
  const log = recordingLog();
  const clock = steppingClock();
  const transport = new Dispatcher({
    router: testRouter,
    practiceFile,
    backups: new Backups({ practiceFile, computer, events, clock, newId: sequentialIds(), log, timeZone: 'UTC' }),
    sessions,
    session: sessions.add(),
    outbox: outboxInMemory(),
    attempts: new SignInAttempts(null, steppingClock()),
    events,
    files,
    attachmentStore: memoryStore(),
    draftStore: memoryStore(),
    clock: steppingClock(),
    newId: sequentialIds(),
    log,
    desktop: recordingDesktop(),
    computer,
    host: 'test',
    demonstration: false,
  });
  return { transport, seen };
}
