import { AppError } from '../../preload/contract/shared/app-error.ts';
import { maximumFileBytes, type FileUpload } from '../../preload/contract/shared/transport.ts';
import type { NewId } from './ports.ts';

export interface HeldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const lifetimeMilliseconds = 60 * 60 * 1000;
const maximumHeld = 16;

/** Files that main holds for a later call, by a handle. They are gone after an hour, or when 16 newer ones came. */
export class FileHandles {
  readonly #held = new Map<string, HeldFile & { since: number }>();
  readonly #newId: NewId;

  constructor(newId: NewId) {
    this.#newId = newId;
  }

  /** Answers the handle. Refused as `invalid_input` over 32 MiB. */
  put({ name, bytes }: FileUpload, mediaType = 'application/octet-stream'): string {
    if (bytes.byteLength > maximumFileBytes) {
      throw new AppError('invalid_input', 'This file is over 32 MB. Split it, or import a smaller part.');
    }
    this.#forgetOld();
    const handle = this.#newId();
    this.#held.set(handle, { name: name.slice(0, 255), mediaType, bytes, since: Date.now() });
    return handle;
  }

  /** Throws `not_found` when the handle is unknown or too old. */
  get(handle: string): HeldFile {
    const file = this.find(handle);
    if (!file) throw new AppError('not_found', 'The file is no longer held. Choose it again.');
    return file;
  }

  find(handle: string): HeldFile | undefined {
    this.#forgetOld();
    return this.#held.get(handle);
  }

  #forgetOld(): void {
    for (const [handle, file] of this.#held) {
      if (Date.now() - file.since > lifetimeMilliseconds || this.#held.size > maximumHeld) this.#held.delete(handle);
      else break;
    }
  }
}
