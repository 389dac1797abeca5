/** A text as it may have been written, in bytes. */
interface Needle {
  readonly text: string;
  readonly form: string;
  readonly bytes: Uint8Array;
}

/** A text that was found, and as what. */
export interface Found {
  readonly text: string;
  readonly as: string;
}

/** So many bytes that random ones make them up in no file of ours. */
const sure = 8;
/** Shorter ones count only as a word of a readable passage: random bytes are readable for so long in no file of ours. */
const passage = 16;
/** Hexadecimal digits are few, and hashes many. */
const sureHex = 12;
const shortest = 4;

/**
 * Looks for texts in bytes, in each way a program may have written them: as UTF-8, UTF-16, within JSON, as hexadecimal digits,
 * and as either base64, wherever in it; capitals or not (but in base64). Texts under four bytes are left out: random bytes make them up.
 */
export class TextSearch {
  readonly #anywhere = new Map<number, Needle[]>();
  readonly #exactly = new Map<number, Needle[]>();
  readonly #asWords = new Map<string, string>();

  constructor(texts: Iterable<string>) {
    for (const text of new Set(texts)) {
      const utf8 = Buffer.from(text);
      if (utf8.byteLength < shortest) continue;
      if (utf8.byteLength < sure) this.#asWords.set(text.toLowerCase(), text);
      else this.#take(this.#anywhere, { text, form: 'UTF-8', bytes: lower(utf8) });
      this.#take(this.#anywhere, { text, form: 'UTF-16', bytes: lower(Buffer.from(text, 'utf16le')) });
      const escaped = JSON.stringify(text).slice(1, -1);
      if (escaped !== text) this.#take(this.#anywhere, { text, form: 'JSON', bytes: lower(Buffer.from(escaped)) });
      this.#take(this.#anywhere, { text, form: 'hexadecimal digits', bytes: Buffer.from(utf8.toString('hex')) }, sureHex);
      for (const bytes of base64Forms(utf8)) this.#take(this.#exactly, { text, form: 'base64', bytes });
    }
  }

  /** What was found, each once in each form. */
  in(bytes: Uint8Array): Found[] {
    const found = new Map<string, Found>();
    find(this.#anywhere, lower(bytes), found);
    find(this.#exactly, Buffer.from(bytes).map(plainDigit), found);
    for (const [readable] of Buffer.from(bytes).toString('latin1').matchAll(readablePassage)) {
      for (const word of readable.toLowerCase().split(/[^\p{L}\p{N}-]+/u)) {
        const text = this.#asWords.get(word);
        if (text !== undefined) found.set(`${text} word`, { text, as: `a word of "${readable.slice(0, 80)}"` });
      }
    }
    return [...found.values()];
  }

  #take(into: Map<number, Needle[]>, needle: Needle, least = sure): void {
    if (needle.bytes.byteLength < least) return;
    const start = Buffer.from(needle.bytes).readUInt32LE();
    into.set(start, [...(into.get(start) ?? []), needle]);
  }
}

const readablePassage = new RegExp(`[\\x20-\\x7e]{${passage},}`, 'g');

function find(needles: ReadonlyMap<number, readonly Needle[]>, bytes: Uint8Array, found: Map<string, Found>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.byteLength; at += 1) {
    for (const { text, form, bytes: wanted } of needles.get(view.getUint32(at, true)) ?? []) {
      if (Buffer.compare(bytes.subarray(at, at + wanted.byteLength), wanted) === 0) found.set(`${text} ${form}`, { text, as: form });
    }
  }
}

/** A to Z as a to z; other bytes stay. */
const lower = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes).map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** The digits of the base64 of addresses as those of the usual one. */
const plainDigit = (byte: number): number => (byte === 0x2d ? 0x2b : byte === 0x5f ? 0x2f : byte);

/** The digits that stand for these bytes alone, wherever they begin in what was written. */
function base64Forms(bytes: Buffer): readonly Uint8Array[] {
  return [0, 1, 2].map((before) => {
    const digits = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const shared = (before + bytes.byteLength) % 3 === 0 ? 0 : 1;
    return Buffer.from(digits.slice(Math.ceil((before * 4) / 3), digits.length - shared));
  });
}
