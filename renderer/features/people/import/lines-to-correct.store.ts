import { create } from 'zustand';

interface LinesToCorrect {
  /** Headings and lines of a list that could not be taken, tabs between the cells; '' when none wait. */
  readonly text: string;
  readonly keep: (text: string) => void;
}

/** Lines that an earlier step left out, until the import page has taken them. Only in memory: there may be pay among them. */
export const useLinesToCorrect = create<LinesToCorrect>()((set) => ({ text: '', keep: (text) => set({ text }) }));
