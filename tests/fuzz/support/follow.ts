import type { AppTransport } from '../../../main/kernel/dispatcher.ts';
import type { Answer, Operation } from '../../../preload/contract/shared/transport.ts';

/** A subscription that says nothing for this long waits for something to happen, and is cancelled; one that said something is working. */
const silenceMilliseconds = 4;
const workMilliseconds = 3_000;

/** What a subscription came to: its last message or its refusal; or `cancelled`, when it waited and was ended from here. */
export function follow(transport: Pick<AppTransport, 'subscribe'>, operation: Operation): Promise<Answer | 'cancelled'> {
  return new Promise((resolve) => {
    let last: Answer | 'cancelled' = 'cancelled';
    let silence: NodeJS.Timeout | undefined;
    const end = (answer: Answer | 'cancelled'): void => {
      clearTimeout(silence);
      resolve(answer);
    };
    const cancelAfter = (milliseconds: number): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        stop();
        end('cancelled');
      }, milliseconds);
    };
    const stop = transport.subscribe(operation, (message) => {
      if ('done' in message) return end(last);
      if (!message.ok) return end(message);
      last = message;
      cancelAfter(workMilliseconds);
    });
    cancelAfter(silenceMilliseconds);
  });
}
