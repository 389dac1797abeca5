import {
  addAttachmentInput,
  archiveAttachmentInput,
  attachmentInput,
  listAttachmentsInput,
} from '../../../preload/contract/attachments/attachments.ts';
import { procedureFor, router } from '../../kernel/trpc.ts';
import * as service from './attachments.service.ts';
import { anyoneWhoMay } from './domain/subjects.ts';

const see = () => procedureFor({ access: anyoneWhoMay('see'), topics: ['attachments', 'people'] });
const change = () => procedureFor({ access: anyoneWhoMay('change'), topics: ['attachments'], audit: 'attachment' });

/** Files that are added to things. Whose files they are decides who may see them: domain/subjects.ts. */
export const attachmentsRouter = router({
  list: see()
    .input(listAttachmentsInput)
    .query(({ ctx, input }) => service.listAttachments(ctx, input.subject)),
  add: change()
    .input(addAttachmentInput)
    .mutation(({ ctx, input }) => service.addAttachment(ctx, input.subject, input.file)),
  archive: change()
    .input(archiveAttachmentInput)
    .mutation(({ ctx, input }) => service.archiveAttachment(ctx, input.seen)),
  /** A copy for the person, through the system's dialog or as a download. */
  saveCopy: procedureFor({ access: anyoneWhoMay('see'), topics: ['attachments'] })
    .input(attachmentInput)
    .mutation(({ ctx, input }) => service.saveCopy(ctx, input.id)),
  /** The handle of a small picture, whose bytes the transport's `getFile` brings. */
  thumbnail: see()
    .input(attachmentInput)
    .query(({ ctx, input }) => service.thumbnailHandle(ctx, input.id)),
});
