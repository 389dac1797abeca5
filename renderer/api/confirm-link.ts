import type { TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import type { AppRouter } from '../../main/router.ts';
import { askForPassphrase } from './confirmation.store.ts';
import { refusalOf } from './refusal.ts';

/** How main asks for the passphrase again. */
const rule = 'confirm.passphrase';

/** Repeats a call that main refused until the passphrase is given again, once it was. Whoever does not give it gets the refusal. */
export function confirmLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let wanted = true;
        let running: Unsubscribable | undefined;
        const send = (mayAsk: boolean): void => {
          running = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              if (!mayAsk || refusalOf(error).rule !== rule) {
                observer.error(error);
                return;
              }
              void again(error);
            },
          });
        };
        const again = async (refused: Parameters<typeof observer.error>[0]): Promise<void> => {
          const given = await askForPassphrase();
          if (!wanted) return;
          if (given) send(false);
          else observer.error(refused);
        };
        send(true);
        return () => {
          wanted = false;
          running?.unsubscribe();
        };
      });
}
