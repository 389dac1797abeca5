import { create } from 'zustand';
import type { ChangeSetRef, Written } from '../../preload/contract/shared/primitives.ts';
import { refusalOf } from '../api/refusal.ts';
import { showNotice } from '../ui/notices/notice.store.ts';

/** Asks main to undo one change set; answers the change set that undid it. */
export type UndoCall = (changeSetId: string) => Promise<Written>;

interface UndoState {
  /** What this window did, oldest first. */
  readonly done: readonly ChangeSetRef[];
  /** What was undone, as the change sets that undid it; undoing one of these is a redo. */
  readonly undone: readonly ChangeSetRef[];
  /** Ctrl+Z while one is on its way waits for it. */
  readonly busy: boolean;
  readonly push: (changeSet: ChangeSetRef) => void;
  /** Undoes the last change, or the one named. Says so, or why not. */
  readonly undo: (call: UndoCall, changeSetId?: string) => Promise<void>;
  readonly redo: (call: UndoCall) => Promise<void>;
}

const most = 200;

/** The stack behind Ctrl+Z and every notice's Undo. */
export const useUndo = create<UndoState>()((set, get) => {
  const move = async (call: UndoCall, from: 'done' | 'undone', changeSetId?: string): Promise<void> => {
    if (get().busy) return;
    const stack = get()[from];
    const entry = changeSetId ? stack.find(({ id }) => id === changeSetId) : stack.at(-1);
    if (!entry) {
      showNotice({ tone: 'done', text: from === 'done' ? 'Nothing to undo.' : 'Nothing to redo.' });
      return;
    }
    const others = (refs: readonly ChangeSetRef[]) => refs.filter(({ id }) => id !== entry.id);
    set({ busy: true });
    try {
      const { changeSet } = await call(entry.id);
      const to = from === 'done' ? 'undone' : 'done';
      // The label stays the one the person knows: not "Undo of undo of ...".
      const inverse = changeSet ? [{ id: changeSet.id, label: entry.label }] : [];
      set({ ...get(), [from]: others(get()[from]), [to]: [...get()[to], ...inverse].slice(-most) });
      showNotice(
        from === 'done'
          ? { tone: 'done', text: `Undone: ${entry.label}`, action: { label: 'Redo', perform: () => void get().redo(call) } }
          : { tone: 'done', text: `Done again: ${entry.label}`, action: { label: 'Undo', perform: () => void get().undo(call) } },
      );
    } catch (error) {
      const refusal = refusalOf(error);
      // What can never be undone any more must not stand in the way of what came before it.
      if (refusal.code !== 'unavailable' && refusal.code !== 'internal') set({ [from]: others(get()[from]) });
      showNotice({ tone: 'refused', text: refusal.message });
    } finally {
      set({ busy: false });
    }
  };
  return {
    done: [],
    undone: [],
    busy: false,
    push: (changeSet) => set({ done: [...get().done, changeSet].slice(-most), undone: [] }),
    undo: (call, changeSetId) => move(call, 'done', changeSetId),
    redo: (call) => move(call, 'undone'),
  };
});
