import { archiveRouter } from './features/archive/router.ts';
import { attachmentsRouter } from './features/attachments/router.ts';
import { auditRouter } from './features/audit/router.ts';
import { computerRouter } from './features/computer/router.ts';
import { accessRouter } from './features/accounts/router.ts';
import { captureRouter } from './features/capture/router.ts';
import { backupRouter } from './features/backup/router.ts';
import { draftsRouter } from './features/drafts/router.ts';
import { historyRouter } from './features/history/router.ts';
import { peopleRouter } from './features/people/router.ts';
import { practiceRouter } from './features/practice/router.ts';
import { rosteringRouter } from './features/rostering/router.ts';
import { searchRouter } from './features/search/router.ts';
import { suppliesRouter } from './features/supplies/router.ts';
import { systemRouter } from './features/system/router.ts';
import { router } from './kernel/trpc.ts';

/** Every procedure of the app, by feature. */
export const appRouter = router({
  access: accessRouter,
  capture: captureRouter,
  drafts: draftsRouter,
  system: systemRouter,
  practice: practiceRouter,
  people: peopleRouter,
  rostering: rosteringRouter,
  supplies: suppliesRouter,
  attachments: attachmentsRouter,
  archive: archiveRouter,
  search: searchRouter,
  history: historyRouter,
  audit: auditRouter,
  backup: backupRouter,
  computer: computerRouter,
});
export type AppRouter = typeof appRouter;
