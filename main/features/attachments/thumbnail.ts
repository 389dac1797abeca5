import type { FileType } from '../../../preload/contract/attachments/attachments.ts';
import { imageSizeOf } from './domain/image-size.ts';

const side = 256;
const quality = 78;
/** A picture that takes longer goes without. */
const patienceMilliseconds = 10_000;

/**
 * A small WebP of a picture, turned as its camera held it; undefined when it cannot be read or is of a kind without one (GIF).
 * Decoding runs off the main thread. Its size must have been looked at before (`isTooLarge`).
 */
export async function thumbnailOf(type: FileType, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (type !== 'png' && type !== 'jpeg' && type !== 'webp') return undefined;
  const size = imageSizeOf(type, bytes);
  if (!size) return undefined;
  const box = Math.min(side, Math.max(size.width, size.height));
  // Loaded with the first picture, so that the start does not wait for it.
  const { ResizeFit, Transformer } = await import('@napi-rs/image');
  try {
    return await new Transformer(bytes)
      .rotate()
      .resize({ width: box, height: box, fit: ResizeFit.Inside })
      .webp(quality, AbortSignal.timeout(patienceMilliseconds));
  } catch {
    return undefined;
  }
}
