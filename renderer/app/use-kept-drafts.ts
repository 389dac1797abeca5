import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { longestDrafts } from '../../preload/contract/drafts/drafts.ts';
import { useApi, useTrpc } from '../api/api-provider.tsx';
import { useDrafts, type KeptDraft } from './draft.store.ts';

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
    let sent: string | null = null;
    const send = async (): Promise<void> => {
      clearTimeout(timer);
      timer = undefined;
      const text = writeDrafts(useDrafts.getState().drafts);
      if (text === sent) return;
      const before = sent;
      sent = text;
      // Typing goes on where it cannot be kept; it is still in the window, and goes out with the next key.
      await client.drafts.keep.mutate({ text }).catch(() => (sent = before));
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

/** The page on which something was being typed, to open it again; null when everything was closed. */
export function pageOfDrafts(): string | null {
  const pages = [...useDrafts.getState().drafts.values()].map(({ openAt }) => openAt).filter((page) => page !== null);
  return pages.at(-1) ?? null;
}

/** As one text. What is too long to keep is left out, so that everything else is kept. */
function writeDrafts(drafts: ReadonlyMap<string, KeptDraft>): string {
  const texts = [...drafts].map((entry) => JSON.stringify(entry)).toSorted((one, other) => one.length - other.length);
  const kept: string[] = [];
  let length = 2;
  for (const text of texts) {
    length += text.length + 1;
    if (length > longestDrafts) break;
    kept.push(text);
  }
  return kept.length === 0 ? '' : `[${kept.join(',')}]`;
}

const draftEntry = z.tuple([z.string(), z.strictObject({ value: z.unknown(), openAt: z.string().nullable() })]);

/** Text of an earlier version of the program that does not read counts as none. */
function readDrafts(text: string): Map<string, KeptDraft> {
  if (text === '') return new Map();
  try {
    return new Map(z.array(draftEntry).parse(JSON.parse(text)));
  } catch {
    return new Map();
  }
}
