import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip as it is written, true or not: what is left out is true of `content`. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Stated size of the content. */
  readonly size?: number;
  /** Stated size of what is packed. */
  readonly packedSize?: number;
  /** Mode of a file on Unix. */
  readonly mode?: number;
  /** Index of the entry whose bytes this one shares. */
  readonly sharesWith?: number;
}

export interface RawZip {
  readonly entries: readonly RawEntry[];
  /** Stated number of entries. */
  readonly count?: number;
  readonly comment?: Uint8Array;
}

const utf8Names = 0x0800;

/** Writes a zip field by field (APPNOTE.TXT 4.3), so that any of them can lie. */
export function rawZip({ entries, count, comment = new Uint8Array() }: RawZip): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(entry.content) : entry.content;
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(entry.flags ?? utf8Names, 0);
    facts.writeUInt16LE(method, 2);
    facts.writeUInt32LE(entry.crc ?? crc32(entry.content), 8);
    facts.writeUInt32LE(entry.packedSize ?? packed.length, 12);
    facts.writeUInt32LE(entry.size ?? entry.content.length, 16);
    facts.writeUInt16LE(name.length, 20);
    const offset = entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] ?? 0);
    offsets.push(offset);
    if (entry.sharesWith === undefined) {
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), facts, Buffer.alloc(2), name, packed]);
      parts.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(((entry.mode ?? 0o100600) * 0x10000) >>> 0, 8);
    tail.writeUInt32LE(offset, 12);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3, 20, 0]), facts, tail.subarray(0, 2), tail.subarray(2), name]));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const stated = (count ?? entries.length) & 0xffff;
  end.writeUInt16LE(stated, 8);
  end.writeUInt16LE(stated, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, listed, end, comment]);
}
