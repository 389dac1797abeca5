import { newSecret } from './admission.ts';
import type { Spooled } from './spool.ts';

/** A file as the browser fetches it: held in memory, or on the disk when it is large. */
export type Download = { readonly name: string; readonly mediaType: string } & (
  { readonly bytes: Uint8Array } | { readonly spooled: Spooled }
);

const maximumHeld = 8;

/** Files the app made, held for the browser to fetch. The oldest goes when too many wait. */
export class Downloads {
  readonly #held = new Map<string, Download>();

  /** Answers the handle under which the file waits. */
  put(file: Download): string {
    const handle = newSecret();
    this.#held.set(handle, file);
    const [oldest] = this.#held.keys();
    if (this.#held.size > maximumHeld && oldest !== undefined) this.#forget(oldest);
    return handle;
  }

  find(handle: string): Download | undefined {
    return this.#held.get(handle);
  }

  /** Takes away what lies on the disk. */
  clear(): void {
    for (const handle of this.#held.keys()) this.#forget(handle);
  }

  #forget(handle: string): void {
    const file = this.#held.get(handle);
    if (file && 'spooled' in file) file.spooled.remove();
    this.#held.delete(handle);
  }
}
