import { AppError } from '../../preload/contract/shared/app-error.ts';
import { maximumFileBytes, maximumWholeBytes, type FileUpload } from '../../preload/contract/shared/transport.ts';
import type { NewId } from './ports.ts';

export interface HeldFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of all its parts. */
  readonly size: number;
  readonly parts: readonly Uint8Array[];
  /** In one piece, made anew with each look when there are several parts. */
  readonly bytes: Uint8Array;
}

const lifetimeMilliseconds = 60 * 60 * 1000;
const maximumHeld = 256;
const maximumHeldBytes = maximumWholeBytes + 4 * maximumFileBytes;

class Held implements HeldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly parts: Uint8Array[] = [];
  size = 0;
  since = Date.now();

  constructor(name: string, mediaType: string) {
    this.name = name;
    this.mediaType = mediaType;
  }

  get bytes(): Uint8Array {
    const [first, ...more] = this.parts;
    return first && more.length === 0 ? first : Buffer.concat(this.parts);
  }
}

/** Files that main holds for a later call, by a handle. They are gone after an hour, or when newer ones need their place. */
export class FileHandles {
  readonly #held = new Map<string, Held>();
  readonly #newId: NewId;

  constructor(newId: NewId) {
    this.#newId = newId;
  }

  /**
   * Answers the handle. With `after` the bytes go on a file that was put before, and its handle is answered.
   * Refused as `invalid_input` over 32 MiB at once or 512 MiB in all, `not_found` when `after` is no longer held.
   */
  put({ name, bytes, after }: FileUpload, mediaType = 'application/octet-stream'): string {
    if (bytes.byteLength > maximumFileBytes) {
      throw new AppError('invalid_input', 'This file is over 32 MB. Split it, or import a smaller part.');
    }
    const handle = after ?? this.#newId();
    const file = after === undefined ? new Held(name.slice(0, 255), mediaType) : this.#get(after);
    if (file.size + bytes.byteLength > maximumWholeBytes) {
      this.#held.delete(handle);
      throw new AppError('invalid_input', 'This file is over 512 MB, more than can be taken in.');
    }
    file.parts.push(bytes);
    file.size += bytes.byteLength;
    file.since = Date.now();
    // The newest stands last.
    this.#held.delete(handle);
    this.#held.set(handle, file);
    this.#forgetOld();
    return handle;
  }

  /** Throws `not_found` when the handle is unknown or too old. */
  get(handle: string): HeldFile {
    return this.#get(handle);
  }

  find(handle: string): HeldFile | undefined {
    this.#forgetOld();
    return this.#held.get(handle);
  }

  /** What was put in for good is not held any longer. */
  forget(handle: string): void {
    this.#held.delete(handle);
  }

  /** Forgets everything: the one who put it has left. */
  clear(): void {
    this.#held.clear();
  }

  #get(handle: string): Held {
    this.#forgetOld();
    const file = this.#held.get(handle);
    if (!file) throw new AppError('not_found', 'The file is no longer held. Choose it again.');
    return file;
  }

  #forgetOld(): void {
    let bytes = 0;
    for (const file of this.#held.values()) bytes += file.size;
    for (const [handle, file] of this.#held) {
      if (Date.now() - file.since <= lifetimeMilliseconds && this.#held.size <= maximumHeld && bytes <= maximumHeldBytes) break;
      this.#held.delete(handle);
      bytes -= file.size;
    }
  }
}
