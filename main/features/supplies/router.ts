import { router } from '../../kernel/trpc.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { countsRouter } from './counts/router.ts';
import { stockRouter } from './stock/router.ts';

/** Supplies, part by part. */
export const suppliesRouter = router({
  catalogue: catalogueRouter,
  stock: stockRouter,
  counts: countsRouter,
});
