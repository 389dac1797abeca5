import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi, useTrpc } from '../api/api-provider.tsx';
import { useDrafts, type KeptDraft } from '../features/people/draft.store.ts';

const pauseMilliseconds = 400;

/** Sends what is typed at once; for the moment before a lock. */
let sendNow: () => Promise<void> = async () => {};
export const flushDrafts = (): Promise<void> => sendNow();

/**
 * Brings back what the one who is here typed and did not save, and keeps it in main from then on: it survives the lock and a crash.
 * False until it is there.
 */
export function useKeptDrafts(): boolean {
  const trpc = useTrpc();
  const { client } = useApi();
  const { data, error } = useQuery(trpc.drafts.get.queryOptions());
  const isBack = useDrafts((state) => state.isBack);
  const settled = data !== undefined || error !== null;
  useEffect(() => {
    if (!settled || isBack) return;
    const kept = readDrafts(data?.text ?? '');
    useDrafts.setState({ drafts: new Map([...kept, ...useDrafts.getState().drafts]), isBack: true });
  }, [settled, isBack, data]);
  useEffect(() => {
    if (!isBack) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async (): Promise<void> => {
      clearTimeout(timer);
      timer = undefined;
      // Typing goes on where it cannot be kept; it is still in the window.
      await client.drafts.keep.mutate({ text: writeDrafts(useDrafts.getState().drafts) }).catch(() => {});
    };
    sendNow = async () => {
      if (timer !== undefined) await send();
    };
    const stop = useDrafts.subscribe(({ drafts }, before) => {
      // When the window forgets everything, what is kept stays.
      if (drafts === before.drafts || drafts === useDrafts.getInitialState().drafts) return;
      clearTimeout(timer);
      timer = setTimeout(() => void send(), pauseMilliseconds);
    });
    return () => {
      stop();
      clearTimeout(timer);
      sendNow = async () => {};
    };
  }, [isBack, client]);
  return isBack;
}

const writeDrafts = (drafts: ReadonlyMap<string, KeptDraft>): string => (drafts.size === 0 ? '' : JSON.stringify([...drafts]));

/** Text of an earlier version of the program that does not read counts as none. */
function readDrafts(text: string): Map<string, KeptDraft> {
  if (text === '') return new Map();
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? new Map(entries.filter(isEntry)) : new Map();
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, KeptDraft] {
  if (!Array.isArray(entry)) return false;
  const [key, kept]: unknown[] = entry;
  return typeof key === 'string' && typeof kept === 'object' && kept !== null && 'draft' in kept && 'base' in kept;
}
