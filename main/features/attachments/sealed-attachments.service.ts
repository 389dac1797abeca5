import { createHash } from 'node:crypto';
import { newFileKey, sealFile, unsealFile } from '../../../db/attachments/sealed-file.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { maximumAttachmentBytes, type FileType } from '../../../preload/contract/attachments/attachments.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import type { Context } from '../../kernel/trpc.ts';
import { usualExtension } from './domain/clean-name.ts';
import { fileTypeOf, mediaTypeOf } from './domain/file-type.ts';
import { imageSizeOf, isTooLarge } from './domain/image-size.ts';
import { thumbnailOf } from './thumbnail.ts';

const megabytes = Math.round(maximumAttachmentBytes / 1024 / 1024);
const pictures: ReadonlySet<FileType> = new Set(['png', 'jpeg', 'gif', 'webp']);

/** What the bytes are. Refuses as `invalid_input`, on the field `file`: empty, too large, of no kind that is taken, a picture too large to open. */
export function readAttachment(bytes: Uint8Array): FileType {
  if (bytes.byteLength === 0) throw refuseFile('This file is empty. Choose another one.');
  if (bytes.byteLength > maximumAttachmentBytes) throw tooLarge();
  const type = fileTypeOf(bytes);
  if (!type) throw refuseFile('Only pictures, PDF, Word, Excel, CSV and text files can be added. Save it as a PDF and add that.');
  if (!pictures.has(type)) return type;
  const size = imageSizeOf(type, bytes);
  if (!size) throw refuseFile('This picture cannot be read. Save it again in the program it comes from and add that.');
  if (isTooLarge(size)) {
    const dots = `${size.width.toLocaleString('en-US')} x ${size.height.toLocaleString('en-US')}`;
    throw refuseFile(`This picture has ${dots} dots, more than can be opened safely. Make it smaller and add it again.`);
  }
  return type;
}

export const tooLarge = (): AppError => refuseFile(`This file is over ${megabytes} MB. Make it smaller, or add it in parts.`);
const refuseFile = (message: string): AppError => new AppError('invalid_input', message, { fields: { file: message } });

/** Whether files of this extension are packed already, so that a zip need not try. */
export const isPacked = (extension: string): boolean => !['txt', 'csv'].includes(extension);

/** A file whose sealed bytes are on the disk, but not yet in the practice. */
export interface StoredFile {
  readonly id: Id;
  readonly fileKey: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly extension: string;
  readonly hasThumbnail: number;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const thumbnailName = (id: Id): string => `${id}.t`;

/** Seals bytes under a key of their own and writes them through to the disk, with a small picture if they are a picture. */
export async function storeFile(ctx: Pick<Context, 'attachmentStore'>, id: Id, type: FileType, bytes: Uint8Array): Promise<StoredFile> {
  const fileKey = newFileKey();
  const thumbnail = await thumbnailOf(type, bytes);
  try {
    await ctx.attachmentStore.write(id, sealFile(id, fileKey, bytes));
    if (thumbnail) await ctx.attachmentStore.write(thumbnailName(id), sealFile(thumbnailName(id), fileKey, thumbnail));
  } catch (error) {
    await discardFile(ctx, id);
    throw error;
  }
  return {
    id,
    fileKey,
    sha256: sha256Of(bytes),
    bytes: bytes.byteLength,
    mediaType: mediaTypeOf(type),
    extension: usualExtension(type),
    hasThumbnail: thumbnail ? 1 : 0,
  };
}

/** Takes back a stored file that did not come into the practice. */
export async function discardFile({ attachmentStore }: Pick<Context, 'attachmentStore'>, id: Id): Promise<void> {
  await attachmentStore.remove(id);
  await attachmentStore.remove(thumbnailName(id));
}

/** The row and the key of a stored file, within a unit of work. */
export async function keepFile({ attachments }: Repositories, { fileKey, ...row }: StoredFile): Promise<void> {
  await attachments.attachments.insert([row]);
  await attachments.keepKey(row.id, fileKey);
}

/** Writes a known file again when its sealed bytes are gone or damaged. */
export async function mendFile(
  { attachmentStore }: Pick<Context, 'attachmentStore'>,
  id: Id,
  fileKey: string | undefined,
  bytes: Uint8Array,
): Promise<void> {
  if (fileKey === undefined) throw damaged();
  const sealed = await attachmentStore.read(id);
  if (!sealed || !unsealFile(id, fileKey, sealed)) await attachmentStore.write(id, sealFile(id, fileKey, bytes));
}

const damaged = () =>
  new AppError('unavailable', 'This file is missing or damaged in the data folder. Take it from a backup, or add it again.');

/** The plain bytes of a stored file, checked. `name` is its id, or that of its small picture. */
export async function unsealStored(
  ctx: Pick<Context, 'attachmentStore'>,
  name: string,
  fileKey: string | undefined,
  sha256?: string,
): Promise<Uint8Array> {
  const sealed = await ctx.attachmentStore.read(name);
  const plain = sealed && fileKey !== undefined ? unsealFile(name, fileKey, sealed) : undefined;
  if (!plain || (sha256 !== undefined && sha256Of(plain) !== sha256)) throw damaged();
  return plain;
}
