import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { z } from 'zod';
import type { Answer, StreamMessage } from '../../../preload/contract/shared/transport.ts';
import type { AppTransport } from '../../kernel/dispatcher.ts';
import { readFileRequest, readFileUpload, readOperation } from '../operation.ts';
import { maySend } from '../policy.ts';

/** The two channels. `subscribe` carries `{ id, operation }` to begin, `{ id }` to end, and back `id, message`. */
const requestChannel = 'request';
const subscribeChannel = 'subscribe';

const subscribeMessage = z.strictObject({ id: z.int().min(1), operation: z.unknown().optional() });

const strange: Answer = { ok: false, error: { code: 'forbidden', message: 'Only the app itself may ask.' } };
const unreadable: Answer = { ok: false, error: { code: 'invalid_input', message: 'This is neither a call nor about a file.' } };

/** Answers the window: every request from the app's own top frame, nothing from anywhere else. */
export function answerWindow(transport: AppTransport): void {
  ipcMain.handle(requestChannel, (event, message: unknown): Promise<Answer> | Answer => {
    if (!maySend(frameOf(event.senderFrame))) return strange;
    const file = readFileUpload(message);
    if (file) return transport.putFile(file);
    const wanted = readFileRequest(message);
    if (wanted) return transport.getFile(wanted.handle);
    const operation = readOperation(message);
    return operation ? transport.request(operation) : unreadable;
  });

  const subscriptions = new Map<WebContents, Map<number, () => void>>();
  const endAll = (contents: WebContents) => {
    for (const end of subscriptions.get(contents)?.values() ?? []) end();
    subscriptions.delete(contents);
  };

  ipcMain.on(subscribeChannel, (event, message: unknown) => {
    const parsed = subscribeMessage.safeParse(message);
    if (!maySend(frameOf(event.senderFrame)) || !parsed.success) return;
    const { id, operation: asked } = parsed.data;
    const contents = event.sender;
    const running = subscriptions.get(contents) ?? new Map<number, () => void>();
    if (asked === undefined) {
      running.get(id)?.();
      running.delete(id);
      return;
    }
    if (!subscriptions.has(contents)) {
      subscriptions.set(contents, running);
      contents.once('destroyed', () => endAll(contents));
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        // A page that is loaded again has lost its listeners.
        if (isMainFrame && !isSameDocument) endAll(contents);
      });
    }
    const send = (answer: StreamMessage) => {
      if ('done' in answer || !answer.ok) running.delete(id);
      if (!contents.isDestroyed()) contents.send(subscribeChannel, id, answer);
    };
    const operation = readOperation(asked);
    if (operation) running.set(id, transport.subscribe(operation, send));
    else send(unreadable);
  });
}

function frameOf(frame: WebFrameMain | null): { readonly url: string; readonly isTopFrame: boolean } | null {
  return frame && { url: frame.url, isTopFrame: frame.parent === null };
}
