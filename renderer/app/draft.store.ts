import { useMemo } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';

/** Typing that was not saved yet, as the screen it belongs to knows it. */
export interface KeptDraft {
  readonly value: unknown;
  /** The page on which it is open; null where it only waits until it is opened again. */
  readonly openAt: string | null;
}

interface DraftState {
  /** By a key that names the screen and what it is about, like `note <location> <week>`. */
  readonly drafts: ReadonlyMap<string, KeptDraft>;
  /** True once what main kept from before is here. */
  readonly isBack: boolean;
  readonly keep: (key: string, value: unknown, openAt: string | null) => void;
  /** Keeps the typing for when it is opened again. */
  readonly close: (key: string) => void;
  readonly drop: (key: string) => void;
}

/** What is typed and not saved survives the closed panel and the change of page. Main keeps a copy, sealed for whoever typed it (use-kept-drafts.ts). */
export const useDrafts = create<DraftState>()((set, get) => ({
  drafts: new Map(),
  isBack: false,
  keep: (key, value, openAt) => set({ drafts: new Map(get().drafts).set(key, { value, openAt }) }),
  close: (key) => {
    const kept = get().drafts.get(key);
    if (kept && kept.openAt !== null) set({ drafts: new Map(get().drafts).set(key, { value: kept.value, openAt: null }) });
  },
  drop: (key) => {
    if (!get().drafts.has(key)) return;
    const drafts = new Map(get().drafts);
    drafts.delete(key);
    set({ drafts });
  },
}));

/** As the store's own, for components, which may not hold a store's hook as a value. */
export const keepDraft: DraftState['keep'] = (key, value, openAt) => useDrafts.getState().keep(key, value, openAt);
export const closeDraft: DraftState['close'] = (key) => useDrafts.getState().close(key);
export const dropDraft: DraftState['drop'] = (key) => useDrafts.getState().drop(key);

/** What is kept under a key; null when nothing is, or nothing that this version of the program reads. */
export function draftUnder<Value>(key: string, schema: z.ZodType<Value>): Value | null {
  return read(useDrafts.getState().drafts.get(key), schema);
}

/** As `draftUnder`, for a component that shows it; `isOpen` while it is open on its page. */
export function useDraft<Value>(key: string, schema: z.ZodType<Value>): { readonly value: Value | null; readonly isOpen: boolean } {
  const kept = useDrafts(({ drafts }) => drafts.get(key));
  const value = useMemo(() => read(kept, schema), [kept, schema]);
  return { value, isOpen: value !== null && kept?.openAt !== null };
}

function read<Value>(kept: KeptDraft | undefined, schema: z.ZodType<Value>): Value | null {
  const parsed = kept && schema.safeParse(kept.value);
  return parsed?.success ? parsed.data : null;
}
