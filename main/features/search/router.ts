import { searchInput } from '../../../preload/contract/search/search.ts';
import { planners, procedureFor, router } from '../../kernel/trpc.ts';
import { find } from './search.service.ts';

/** One search over everything that is there. */
export const searchRouter = router({
  find: procedureFor({ access: planners, topics: ['people', 'rostering', 'practice', 'catalogue'] })
    .input(searchInput)
    .query(({ ctx, input }) => find(ctx, input.text)),
});
