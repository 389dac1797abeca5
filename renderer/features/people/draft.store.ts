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
  /** True once what main kept from before is here. */
  readonly isBack: boolean;
  readonly keep: (key: string, kept: KeptDraft) => void;
  readonly drop: (key: string) => void;
}

/** What is typed and not saved survives the closed panel and the change of page. Main keeps a copy, sealed for whoever typed it (app/use-kept-drafts.ts). */
export const useDrafts = create<DraftState>()((set, get) => ({
  drafts: new Map(),
  isBack: false,
  keep: (key, kept) => set({ drafts: new Map(get().drafts).set(key, kept) }),
  drop: (key) => {
    if (!get().drafts.has(key)) return;
    const drafts = new Map(get().drafts);
    drafts.delete(key);
    set({ drafts });
  },
}));
