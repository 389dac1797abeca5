import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../../main/router.ts';
import type { ErrorShape } from '../../preload/contract/shared/errors.ts';
import type { Operation, Transport } from '../../preload/contract/shared/transport.ts';
import { noAnswer, Refusal } from './refusal.ts';

/**
 * The end of tRPC's chain: sends each operation over the transport.
 * A refusal becomes a TRPCClientError whose cause is a `Refusal`; read it with `refusalOf`.
 */
export function transportLink(transport: Transport): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const operation: Operation = { type: op.type, path: op.path, ...(op.input === undefined ? {} : { input: op.input }) };
        const refuse = (shape: ErrorShape, cause?: unknown) => observer.error(TRPCClientError.from(new Refusal(shape, cause)));

        if (op.type === 'subscription') {
          return transport.subscribe(operation, (message) => {
            if ('done' in message) observer.complete();
            else if (message.ok) observer.next({ result: { type: 'data', data: message.data } });
            else refuse(message.error);
          });
        }

        let wanted = true;
        const ask = async (): Promise<void> => {
          try {
            const answer = await transport.request(operation);
            if (!wanted) return;
            if (!answer.ok) {
              refuse(answer.error);
              return;
            }
            observer.next({ result: { type: 'data', data: answer.data } });
            observer.complete();
          } catch (error) {
            if (wanted) refuse(noAnswer, error);
          }
        };
        void ask();
        return () => {
          wanted = false;
        };
      });
}
