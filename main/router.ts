import { historyRouter } from './features/history/router.ts';
import { systemRouter } from './features/system/router.ts';
import { router } from './kernel/trpc.ts';

/** Every procedure of the app, by feature. */
export const appRouter = router({
  system: systemRouter,
  history: historyRouter,
});
export type AppRouter = typeof appRouter;
