import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand';
import { useLinesToCorrect } from '../features/people/import/lines-to-correct.store.ts';
import { useSchedule } from '../features/rostering/store.ts';
import { useNotices } from '../ui/notices/notice.store.ts';
import { useDrafts } from './draft.store.ts';
import { useOverlay } from './overlay.store.ts';
import { useUndo } from './undo.store.ts';

/** What a window knows of the computer and the sign-in, and not of the practice. */
const notOfThePractice: ReadonlySet<string> = new Set(['access.state', 'access.topics', 'computer.get']);

/** Lets go of everything of the practice that this window holds: answers, typing, what could be undone, what was said. */
export function forgetPractice(queryClient: QueryClient): void {
  queryClient.removeQueries({
    predicate: ({ queryKey: [path] }) => !(Array.isArray(path) && notOfThePractice.has(path.join('.'))),
  });
  queryClient.getMutationCache().clear();
  reset(useUndo);
  reset(useNotices);
  reset(useOverlay);
  reset(useDrafts);
  reset(useLinesToCorrect);
  reset(useSchedule);
}

function reset<State>(store: StoreApi<State>): void {
  store.setState(store.getInitialState(), true);
}
