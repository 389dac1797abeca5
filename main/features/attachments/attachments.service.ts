import type { AttachedFile } from '../../../db/attachments/attachments.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import {
  maximumAttachmentBytes,
  type AttachmentList,
  type AttachmentSubject,
  type SavedCopy,
  type SubjectKind,
} from '../../../preload/contract/attachments/attachments.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type { Context } from '../../kernel/trpc.ts';
import { displayName } from '../people/people.service.ts';
import { attachmentView } from './attachments.view.ts';
import { cleanFileName } from './domain/clean-name.ts';
import { isSubjectKind, subjectRights } from './domain/subjects.ts';
import {
  discardFile,
  keepFile,
  mendFile,
  readAttachment,
  sha256Of,
  storeFile,
  thumbnailName,
  tooLarge,
  unsealStored,
} from './sealed-attachments.service.ts';

/** What a thing is called in a sentence; undefined when it is no longer there. */
const subjectNames: Readonly<Record<SubjectKind, (repositories: Repositories, id: Id) => Promise<string | undefined>>> = {
  person: async ({ people }, id) => {
    const person = await people.find(id);
    return person && displayName(person);
  },
};

async function nameOf(repositories: Repositories, { kind, id }: AttachmentSubject): Promise<string> {
  const name = await subjectNames[kind](repositories, id);
  if (name === undefined) throw new AppError('not_found', 'What this file belongs to is no longer there. Look at what is there now.');
  return name;
}

/** Whether this person may see (or change) the files of a kind of thing. */
export const mayWithFiles = (ctx: Pick<Context, 'actor'>, kind: SubjectKind, right: 'see' | 'change'): boolean =>
  subjectRights[kind][right].includes(ctx.actor.role);

function demand(ctx: Context, kind: string, right: 'see' | 'change'): void {
  if (!isSubjectKind(kind) || !mayWithFiles(ctx, kind, right)) {
    throw new AppError('forbidden', 'Your role may not see these files. Ask the office manager.');
  }
}

/** The files of a thing, oldest first. */
export async function listAttachments(ctx: Context, subject: AttachmentSubject): Promise<AttachmentList> {
  demand(ctx, subject.kind, 'see');
  return ctx.read(async (repositories) => {
    await nameOf(repositories, subject);
    const rows = await repositories.attachments.listOf({ table: subject.kind, id: subject.id });
    return { files: rows.map(attachmentView), mayChange: mayWithFiles(ctx, subject.kind, 'change') };
  });
}

/**
 * Adds a file that was put. The same bytes are kept once; added twice to the same thing, nothing changes.
 * The sealed bytes are on the disk before the rows are: what is listed can be opened.
 */
export async function addAttachment(ctx: Context, subject: AttachmentSubject, handle: string): Promise<Written & { id: Id }> {
  demand(ctx, subject.kind, 'change');
  const held = ctx.files.get(handle);
  if (held.size > maximumAttachmentBytes) throw tooLarge();
  const { bytes } = held;
  const type = readAttachment(bytes);
  const name = cleanFileName(held.name, type);
  const sha256 = sha256Of(bytes);
  const known = await ctx.read(async (repositories) => {
    await nameOf(repositories, subject);
    const same = await repositories.attachments.findBytes(sha256);
    return same && { ...same, fileKey: await repositories.attachments.findKey(same.id) };
  });
  if (known) await mendFile(ctx, known.id, known.fileKey, bytes);
  const stored = known ? undefined : await storeFile(ctx, ctx.newId(), type, bytes);
  let isKept = false;
  try {
    const { result, changeSet } = await ctx.write(
      ({ owner }: { id: Id; owner: string }) => `Add ${name} to the files of ${owner}`,
      async (repositories) => {
        const { attachments } = repositories;
        const owner = await nameOf(repositories, subject);
        // Somebody may have been faster with the same bytes.
        const same = await attachments.findBytes(sha256);
        const there = (await attachments.listOf({ table: subject.kind, id: subject.id })).find((file) => file.sha256 === sha256);
        if (there) return { id: there.id, owner };
        if (!same && stored) {
          await keepFile(repositories, stored);
          isKept = true;
        }
        const attachmentId = same?.id ?? stored?.id;
        if (attachmentId === undefined) throw new Error('An attachment vanished between two looks');
        const id = ctx.newId();
        await attachments.links.insert([
          { id, attachmentId, subjectTable: subject.kind, subjectId: subject.id, name, addedAt: ctx.clock(), actorName: ctx.actor.name },
        ]);
        return { id, owner };
      },
    );
    if (stored && !isKept) await discardFile(ctx, stored.id);
    ctx.files.forget(handle);
    return { changeSet, id: result.id };
  } catch (error) {
    if (stored) await discardFile(ctx, stored.id);
    throw error;
  }
}

/** Takes a file away from its thing; Undo brings it back. */
export async function archiveAttachment(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write(
    (name: string) => `Remove ${name}`,
    async ({ attachments }) => {
      const file = await attachments.findLink(seen.id);
      if (file) demand(ctx, file.subjectTable, 'change');
      await attachments.links.archive([seen], ctx.clock());
      return file?.name ?? 'a file';
    },
  );
  return { changeSet };
}

async function findFile(ctx: Context, id: Id): Promise<{ file: AttachedFile; fileKey: string | undefined }> {
  const found = await ctx.read(async ({ attachments }) => {
    const file = await attachments.findLink(id);
    return file && { file, fileKey: await attachments.findKey(file.attachmentId) };
  });
  if (!found) throw new AppError('not_found', 'This file is no longer there. Look at what is there now.');
  demand(ctx, found.file.subjectTable, 'see');
  return found;
}

/** Gives a copy of a file to the person: through the system's dialog, or as a download. */
export async function saveCopy(ctx: Context, id: Id): Promise<SavedCopy> {
  const { file, fileKey } = await findFile(ctx, id);
  const bytes = await unsealStored(ctx, file.attachmentId, fileKey, file.sha256);
  const copy = await ctx.desktop.saveFile(file.name, file.mediaType, bytes);
  if (copy.saved) await ctx.record('attachment', `Copied ${file.name}`, { table: file.subjectTable, id: file.subjectId });
  return copy;
}

/** The handle of a picture's small version. `not_found` for a file without one. */
export async function thumbnailHandle(ctx: Context, id: Id): Promise<{ handle: string }> {
  const { file, fileKey } = await findFile(ctx, id);
  if (file.hasThumbnail !== 1) throw new AppError('not_found', 'This file has no small picture.');
  const bytes = await unsealStored(ctx, thumbnailName(file.attachmentId), fileKey);
  return { handle: ctx.files.put({ name: file.name, bytes }, 'image/webp') };
}
