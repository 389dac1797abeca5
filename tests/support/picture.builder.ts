import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  /** 0 to 255. */
  readonly grey?: number;
  readonly claims?: { readonly width: number; readonly height: number };
}

/** A PNG of one grey. With `claims` its head states a size that its data do not have. */
export function buildPng({ width = 40, height = 20, grey = 120, claims }: PngOptions = {}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(claims?.width ?? width);
  head.writeUInt32BE(claims?.height ?? height, 4);
  head[8] = 8;
  const line = Buffer.alloc(width + 1, grey);
  line[0] = 0;
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', new Uint8Array()),
  ]);
}
