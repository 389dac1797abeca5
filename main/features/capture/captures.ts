import { z } from 'zod';
import type { Repositories } from '../../../db/repositories.ts';
import { captureInput } from '../../../preload/contract/capture/capture.ts';
import { longestDetail } from '../../../preload/contract/audit/audit.ts';

/** What is sealed: what it is, when, and its fields, which are read again when it comes in. */
export const sealedCapture = z.strictObject({ kind: z.string().max(40), at: z.iso.datetime(), fields: z.unknown() });
export type SealedCapture = z.infer<typeof sealedCapture>;

interface CaptureKind {
  /** Puts one into the database under its id. Throws when its fields are not what they should be. */
  takeIn(repositories: Repositories, id: string, capture: SealedCapture): Promise<void>;
}

const failedSignIn = z.strictObject({ detail: z.string().max(longestDetail) });

/** Everything that can come in from outside a session. A feature adds its kind here. */
export const captureKinds: Readonly<Record<string, CaptureKind>> = {
  note: {
    takeIn: async ({ capture }, id, { at, fields }) => {
      const { text, initials } = captureInput.parse(fields);
      // A start that ended between the commit and the removal of the file finds it again.
      if (await capture.isKnown(id)) return;
      await capture.notes.insert([{ id, text, initials, capturedAt: at, handledAt: null, handledBy: null }]);
    },
  },
  /** Tried while the file was closed, so that it could not be recorded. */
  sign_in_failed: {
    takeIn: async ({ audit }, id, { at, fields }) => {
      const { detail } = failedSignIn.parse(fields);
      await audit.add({ id, at, actorId: 'nobody', actorName: 'Nobody signed in', kind: 'sign_in_failed', detail, subject: null });
    },
  },
};
