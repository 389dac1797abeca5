import type { QueryClient } from '@tanstack/react-query';
import type { ChangeEvent, Topic } from '../../preload/contract/system/system.ts';
import type { Api } from './client.ts';

const firstPause = 500;
const longestPause = 10_000;

type QueryTopics = Readonly<Record<string, readonly Topic[]>>;

/**
 * Refetches every cached query whose topics a committed write touched, whoever wrote.
 * Connects again by itself; as events may be missed meanwhile, everything is then refetched. Answers how to stop.
 */
export function followChanges({ client, queryClient, trpc }: Api): () => void {
  let stopped = false;
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  const again = () => {
    if (stopped) return;
    stopListening?.();
    clearTimeout(timer);
    timer = setTimeout(() => {
      pause = Math.min(pause * 2, longestPause);
      void listen(true);
    }, pause);
  };

  const listen = async (missed: boolean): Promise<void> => {
    try {
      const { queryTopics } = await queryClient.fetchQuery({ ...trpc.access.topics.queryOptions(), staleTime: missed ? 0 : Infinity });
      if (stopped) return;
      const subscription = client.system.changes.subscribe(undefined, {
        onData: (event: ChangeEvent) => {
          pause = firstPause;
          void follow(queryTopics, event.topics);
        },
        onError: again,
        onComplete: again,
      });
      stopListening = () => subscription.unsubscribe();
      if (missed) await queryClient.invalidateQueries();
    } catch {
      again();
    }
  };

  /** Who is here is asked first: what another person saw is not refetched, as it goes at once. */
  const follow = async (queryTopics: QueryTopics, topics: readonly Topic[]): Promise<void> => {
    const key = trpc.access.state.queryKey();
    if (topics.includes('session') && queryClient.getQueryState(key)) {
      const before = queryClient.getQueryData(key)?.me?.accountId;
      const after = await queryClient.fetchQuery({ ...trpc.access.state.queryOptions(), staleTime: 0 }).catch(() => undefined);
      if (before !== undefined && before !== null && after?.me?.accountId !== before) return;
    }
    refetchTopics(queryClient, queryTopics, topics);
  };

  void listen(false);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening?.();
  };
}

/** Refetches the cached queries that show one of `topics`; a query that names no topics is refetched too. */
export function refetchTopics(queryClient: QueryClient, queryTopics: QueryTopics, topics: readonly Topic[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [path] = queryKey;
      if (!Array.isArray(path)) return false;
      const shown = queryTopics[path.join('.')];
      return !shown || shown.some((topic) => topics.includes(topic));
    },
  });
}
