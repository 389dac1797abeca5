import type { FileType } from '../../../../preload/contract/attachments/attachments.ts';

/** Dots across and down. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Most dots of a picture that is taken: what a good camera makes, and 200 MB once unpacked. */
export const maximumDots = 50_000_000;
export const maximumSide = 16_384;

export const isTooLarge = ({ width, height }: ImageSize): boolean =>
  width > maximumSide || height > maximumSide || width * height > maximumDots;

/** The size a picture's head states, read without unpacking anything; undefined when there is none to read. */
export function imageSizeOf(type: FileType, bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readers[type]?.(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // The head ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readers: Partial<Record<FileType, (view: DataView) => ImageSize | undefined>> = {
  // W3C PNG, 11.2.1: IHDR comes first.
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  // GIF89a, 18: the logical screen.
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  jpeg: jpegSize,
  webp: webpSize,
};

/** The largest of all starts of a frame up to the end of the picture: which one a decoder takes is not for us to guess (ITU T.81, B.1.1.3). */
function jpegSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) break;
    const standsAlone = marker === 0xff || marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (standsAlone) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame && at + 9 <= view.byteLength) {
      const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return largest;
}

/** RFC 9649, 2.5 to 2.7. */
function webpSize(view: DataView): ImageSize | undefined {
  switch (view.getUint8(15)) {
    case 0x20:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x4c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x58: {
      const width = view.getUint16(24, true) + view.getUint8(26) * 65_536 + 1;
      return { width, height: view.getUint16(27, true) + view.getUint8(29) * 65_536 + 1 };
    }
    default:
      return undefined;
  }
}
