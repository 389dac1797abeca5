import { z } from 'zod';

/** Longest text of everything that somebody typed and did not save, in characters. */
export const longestDrafts = 500_000;

/** The window's own text; empty when nothing is left unsaved. Main keeps it and does not read it. */
export const keepDraftsInput = z.strictObject({
  text: z.string().max(longestDrafts, { error: 'This is too much to keep unsaved. Save what is done.' }),
});

export interface KeptDraftsView {
  /** Empty when there is nothing. */
  readonly text: string;
}
