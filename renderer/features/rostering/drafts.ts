import { z } from 'zod';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { cellAddress } from '../../../preload/contract/rostering/rostering.ts';
import { localDate, seenRow } from '../../../preload/contract/shared/primitives.ts';

/** What of a week is typed and not saved: keys, pages and shapes of the kept drafts. */

type Week = Pick<WeekView, 'locationId' | 'from'>;

export const weekPage = ({ from }: Week): string => `/schedule?on=${from}`;

export const cellsKey = ({ locationId, from }: Week): string => `cells ${locationId} ${from}`;
export const noteKey = ({ locationId, from }: Week): string => `note ${locationId} ${from}`;
export const sheetKey = ({ locationId, from }: Week): string => `sheet ${locationId} ${from}`;
export const neededKey = ({ locationId }: Week): string => `needed ${locationId}`;

/** The editor that is open over a cell, with the selection around it, and the texts that were refused. */
export const cellsDraft = z.strictObject({
  editing: z
    .strictObject({
      address: cellAddress,
      text: z.string(),
      mode: z.enum(['enter', 'edit']),
      seen: z.array(seenRow).nullable(),
      refusal: z.string().nullable(),
    })
    .nullable(),
  anchor: cellAddress.nullable(),
  head: cellAddress.nullable(),
  refused: z.array(z.strictObject({ key: z.string(), on: localDate, text: z.string(), refusal: z.string() })),
});
export type CellsDraft = z.infer<typeof cellsDraft>;

/** The note, and what it was when the typing began. */
export const noteDraft = z.strictObject({ text: z.string(), before: z.string() });
export type NoteDraft = z.infer<typeof noteDraft>;

export const sheetDraft = z.strictObject({ text: z.string() });

/** What is filled in of one line of people needed. `line` is the key of the line that is changed, null for a new one. */
export const neededLineDraft = z.strictObject({
  positionId: z.string(),
  line: z.string().nullable(),
  weekdays: z.array(z.int()),
  band: z.string(),
  minimum: z.string(),
});
export type NeededLineDraft = z.infer<typeof neededLineDraft>;

/** The dialog of people needed, and the line that is open in it. */
export const neededDraft = z.strictObject({ open: neededLineDraft.nullable() });
