import { z } from 'zod';
import { id, type Id } from '../shared/primitives.ts';

/** The things that show a history. */
export const historySubjects = [
  'practice',
  'location',
  'position',
  'closure',
  'person',
  'shift',
  'time_off',
  'unread_entry',
  'coverage_requirement',
  'item',
  'vendor',
  'item_category',
] as const;
export type HistorySubject = (typeof historySubjects)[number];

export const historyInput = z.strictObject({
  subject: z.enum(historySubjects),
  ids: z.array(id).min(1).max(50),
});
export const recentInput = z.strictObject({ limit: z.int().min(1).max(500).default(100) });
export const undoInput = z.strictObject({ changeSetId: id });

export interface HistoryChange {
  /** The field in the words of the screen. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}
export interface HistoryEntry {
  readonly changeSetId: Id;
  readonly label: string;
  readonly actor: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly changes: readonly HistoryChange[];
  /** False once undone. */
  readonly undone: boolean;
}
