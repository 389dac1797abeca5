import { create } from 'zustand';

/** One sentence at the foot of the window. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly text: string;
  /** A button, "Undo" for the most. */
  readonly action?: { readonly label: string; readonly perform: () => void };
}

interface NoticeState {
  readonly notice: Notice | null;
  readonly show: (notice: Omit<Notice, 'id'>) => void;
  readonly dismiss: () => void;
}

let count = 0;

/** The notice that stands; a new one takes its place. */
export const useNotices = create<NoticeState>()((set) => ({
  notice: null,
  show: (notice) => set({ notice: { ...notice, id: ++count } }),
  dismiss: () => set({ notice: null }),
}));

/** Shows a sentence that something was done, or was refused. */
export function showNotice(notice: Omit<Notice, 'id'>): void {
  useNotices.getState().show(notice);
}
