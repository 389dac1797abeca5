import type { AttachedFile } from '../../../db/attachments/attachments.repository.ts';
import type { AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import { kindOf } from './domain/file-type.ts';

/** A file as the list shows it; nothing of where or how it lies. */
export function attachmentView({ id, version, name, bytes, mediaType, addedAt, actorName, hasThumbnail }: AttachedFile): AttachmentView {
  return { id, version, name, bytes, kind: kindOf(mediaType), addedAt, addedBy: actorName, hasThumbnail: hasThumbnail === 1 };
}
