import { z } from 'zod';
import { line, seenRow, type Id } from '../shared/primitives.ts';

/** Longest note, in characters. */
export const longestNote = 2000;

/** What may be left while nobody is signed in. Nothing is ever shown back. */
export const captureInput = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, { error: 'Write what the next person should know.' })
    .max(longestNote, { error: `Use at most ${longestNote} characters.` }),
  /** Who leaves it, if they wish to hear of it. */
  initials: line(20).default(''),
});

/** A note from the front desk, after it came in. */
export interface CapturedNoteView {
  readonly id: Id;
  readonly version: number;
  readonly text: string;
  readonly initials: string;
  /** Instant at which it was written. */
  readonly capturedAt: string;
  /** Instant and name, once somebody has seen to it. */
  readonly handledAt: string | null;
  readonly handledBy: string | null;
}

export const listNotesInput = z.strictObject({ handled: z.boolean().default(false) });
export const handleNoteInput = z.strictObject({ seen: seenRow, handled: z.boolean() });
