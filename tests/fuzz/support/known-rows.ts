import type { AppTransport } from '../../../main/kernel/dispatcher.ts';
import type { SeenRow } from '../../../preload/contract/shared/primitives.ts';

/** What a practice holds, as its own queries tell it: so that random input finds something to work on. */
export class KnownRows {
  readonly #ids = new Map<string, Set<string>>();
  readonly #rows = new Map<string, Map<string, number>>();

  /** Asks every query that answers one of these inputs. */
  static async ask(transport: Pick<AppTransport, 'procedures' | 'request'>, inputs: readonly unknown[]): Promise<KnownRows> {
    const known = new KnownRows();
    const queries = transport.procedures().filter(({ type }) => type === 'query');
    for (const { path, type } of queries) {
      for (const input of inputs) {
        const answer = await transport.request({ type, path, input });
        if (answer.ok) known.#collect(answer.data, partOf(path));
      }
    }
    return known;
  }

  /** Adds an id that no query tells of. */
  add(name: string, id: string): void {
    const key = plainName(name);
    this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id));
  }

  /** The ids that stand under a name (`personId`); where there are none, those of everything its part of the router tells of. */
  idsFor(name: string, path: string): readonly string[] {
    const called = this.#ids.get(plainName(name));
    return called ? [...called] : [...(this.#ids.get(`id of ${partOf(path)}`) ?? [])];
  }

  /** The rows with versions that the queries of this part of the router told of. */
  rowsFor(path: string): readonly SeenRow[] {
    return [...(this.#rows.get(partOf(path)) ?? [])].map(([id, version]) => ({ id, version }));
  }

  /** The same, but with these ids alone under a name. */
  with(name: string, ids: readonly string[]): KnownRows {
    const other = new KnownRows();
    for (const [key, found] of this.#ids) other.#ids.set(key, found);
    for (const [part, rows] of this.#rows) other.#rows.set(part, rows);
    other.#ids.set(plainName(name), new Set(ids));
    return other;
  }

  #collect(value: unknown, part: string): void {
    if (typeof value !== 'object' || value === null) return;
    const id: unknown = Reflect.get(value, 'id');
    const version: unknown = Reflect.get(value, 'version');
    if (typeof id === 'string') this.add(`id of ${part}`, id);
    if (typeof id === 'string' && typeof version === 'number') {
      this.#rows.set(part, (this.#rows.get(part) ?? new Map<string, number>()).set(id, version));
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key.endsWith('Id') && typeof inner === 'string') this.add(key, inner);
      else this.#collect(inner, part);
    }
  }
}

/** `people` of `people.payRate.save`. */
const partOf = (path: string): string => path.split('.')[0] ?? '';

/** A person's `homeLocationId` is a `locationId`. */
const plainName = (name: string): string => {
  const last = /[A-Z]?[a-z]+Id$/.exec(name)?.[0] ?? name;
  return last.slice(0, 1).toLowerCase() + last.slice(1);
};
