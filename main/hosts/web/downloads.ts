import { newSecret } from './admission.ts';

/** A file as the browser fetches it. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const maximumHeld = 8;

/** Files the app made, held for the browser to fetch. The oldest goes when too many wait. */
export class Downloads {
  readonly #held = new Map<string, Download>();

  /** Answers the handle under which the file waits. */
  put(file: Download): string {
    const handle = newSecret();
    this.#held.set(handle, file);
    const [oldest] = this.#held.keys();
    if (this.#held.size > maximumHeld && oldest !== undefined) this.#held.delete(oldest);
    return handle;
  }

  find(handle: string): Download | undefined {
    return this.#held.get(handle);
  }
}
