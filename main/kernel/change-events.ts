import type { ChangeEvent, Topic } from '../../preload/contract/system/system.ts';

/** Tells every listener which topics a committed write touched. */
export class ChangeEvents {
  readonly #listeners = new Set<(event: ChangeEvent) => void>();

  /** Each topic is told once, however often it is named. */
  publish(named: readonly Topic[]): void {
    const topics = [...new Set(named)];
    for (const listener of this.#listeners) listener({ topics });
  }

  /** Answers the function that ends it. */
  listen(listener: (event: ChangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
