import { createTRPCClient, TRPCClientError, type TRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { openDataFolder } from '../../db/data-folder.ts';
import { v7 } from 'uuid';
import { createApp, type App } from '../../main/app.ts';
import { computerSettingsInMemory } from '../../main/kernel/computer-settings.ts';
import { inMemory } from '../../db/practice-file.ts';
import type { AppRouter } from '../../main/router.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { ErrorShape } from '../../preload/contract/shared/errors.ts';
import { recordingDesktop, recordingLog, sequentialIds, steppingClock } from './ports.ts';

export interface TestApp {
  readonly app: App;
  readonly client: TRPCClient<AppRouter>;
  readonly log: ReturnType<typeof recordingLog>;
  readonly desktop: ReturnType<typeof recordingDesktop>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** In memory when absent. */
  readonly folder?: string;
  /** Milliseconds for the idle lock; this computer's when absent. */
  readonly elapsed?: () => number;
}

/** The whole backend with counting ids and a fixed clock, on a migrated database in memory or in a data folder. */
export async function openTestApp({ folder, elapsed }: TestAppOptions = {}): Promise<TestApp> {
  const log = recordingLog();
  const desktop = recordingDesktop();
  const app = await createApp({
    folder: folder === undefined ? inMemory : openDataFolder(folder, 'cli'),
    clock: steppingClock(),
    // A folder is opened more than once: ids that count would come again.
    newId: folder === undefined ? sequentialIds() : () => v7(),
    log,
    desktop,
    computer: computerSettingsInMemory(),
    host: 'test',
    automaticBackups: false,
    ...(elapsed ? { elapsed } : {}),
  });
  return { app, log, desktop, client: createTRPCClient<AppRouter>({ links: [inProcessLink(app)] }), close: () => app.close() };
}

/** The typed client without a wire: inputs and answers go through JSON as over HTTP. */
export function inProcessLink({ transport }: App): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const input: unknown = op.input === undefined ? undefined : JSON.parse(JSON.stringify(op.input));
        if (op.type === 'subscription') {
          return transport.subscribe({ type: op.type, path: op.path, input }, (message) => {
            if ('done' in message) observer.complete();
            else if (message.ok) observer.next({ result: { type: 'data', data: message.data } });
            else observer.error(TRPCClientError.from(refusalError(message.error)));
          });
        }
        const send = async () => {
          const answer = await transport.request({ type: op.type, path: op.path, input });
          if (answer.ok) {
            observer.next({ result: { type: 'data', data: answer.data } });
            observer.complete();
          } else {
            observer.error(TRPCClientError.from(refusalError(answer.error)));
          }
        };
        void send();
        return () => {};
      });
}

function refusalError({ code, message, fields, rule }: ErrorShape): AppError {
  return new AppError(code, message, { ...(fields ? { fields } : {}), ...(rule ? { rule } : {}) });
}

/** The refusal a call ends with; fails when it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorShape> {
  try {
    await call;
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    if (cause instanceof AppError) return cause.toShape();
    throw error;
  }
  throw new Error('The call was not refused');
}
