import { router } from '../../kernel/trpc.ts';
import { catalogueRouter } from './catalogue/router.ts';

/** Supplies, part by part. */
export const suppliesRouter = router({
  catalogue: catalogueRouter,
});
