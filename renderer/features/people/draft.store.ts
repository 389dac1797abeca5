import { create } from 'zustand';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { PersonDraft } from './person-draft.ts';

/** Typing that was not saved yet, with the person as they were when it began. */
export interface KeptDraft {
  readonly draft: PersonDraft;
  readonly base: PersonView | null;
}

interface DraftState {
  /** By the person's id, `new` for someone new. */
  readonly drafts: ReadonlyMap<string, KeptDraft>;
  readonly keep: (key: string, kept: KeptDraft) => void;
  readonly drop: (key: string) => void;
}

/** What is typed and not saved survives the closed panel and the change of page. Only in memory: it holds pay. */
export const useDrafts = create<DraftState>()((set, get) => ({
  drafts: new Map(),
  keep: (key, kept) => set({ drafts: new Map(get().drafts).set(key, kept) }),
  drop: (key) => {
    if (!get().drafts.has(key)) return;
    const drafts = new Map(get().drafts);
    drafts.delete(key);
    set({ drafts });
  },
}));
