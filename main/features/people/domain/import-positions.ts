import type { PersonPosition } from '../../../../preload/contract/people/people.ts';
import type { PositionFields } from '../../../../preload/contract/practice/practice.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { NamedLevel } from './import-person.ts';

export interface ImportPosition extends PositionFields {
  readonly id: Id;
}

/** How job titles are understood; the practice knows (`guessPosition` and `draftPosition` there). */
export interface PositionWords {
  readonly guess: <Position extends PositionFields>(title: string, positions: readonly Position[]) => Position | undefined;
  readonly draft: (title: string, taken: readonly PositionFields[]) => PositionFields;
}

/** Turns job titles of a list into positions, making those that are missing, each once. */
export class PositionBook {
  readonly #words: PositionWords;
  readonly #byId: ReadonlyMap<Id, ImportPosition>;
  readonly #all: (PositionFields & { readonly id?: Id })[];
  readonly #read = new Map<string, readonly NamedLevel[]>();
  readonly #remarks = new Map<string, readonly string[]>();
  readonly made: PositionFields[] = [];

  constructor(positions: readonly ImportPosition[], words: PositionWords) {
    this.#words = words;
    this.#byId = new Map(positions.map((position) => [position.id, position]));
    this.#all = [...positions];
  }

  /** The positions of a cell: "MA", "front desk / billing". All can be covered; the caller knows which is the person's own. */
  read(cell: string, remarks: string[]): readonly NamedLevel[] {
    const known = this.#read.get(cell);
    if (known) {
      remarks.push(...(this.#remarks.get(cell) ?? []));
      return known;
    }
    const found: NamedLevel[] = [];
    const news: string[] = [];
    for (const title of this.#titles(cell)) {
      const position = this.#words.guess(title, this.#all) ?? this.#make(title);
      if (position.id === undefined) news.push(`The position ${position.name} is new (${position.code}).`);
      if (!found.some((one) => one.name === position.name))
        found.push({ positionId: position.id ?? null, name: position.name, level: 'can_cover' });
    }
    this.#read.set(cell, found);
    this.#remarks.set(cell, [...new Set(news)]);
    remarks.push(...new Set(news));
    return found;
  }

  named(positions: readonly PersonPosition[]): NamedLevel[] {
    return positions.map(({ positionId, level }) => ({ positionId, level, name: this.#byId.get(positionId)?.name ?? '' }));
  }

  /** Slashes and the like part jobs; a comma does only where each part is a known job, for "MA, lead" is one. */
  #titles(cell: string): string[] {
    const whole = cell.trim();
    if (this.#all.some((position) => position.name.toLowerCase() === whole.toLowerCase())) return [whole];
    return splitTitles(whole, /\s*(?:[;/&+|\n]|\band\b)\s*/i).flatMap((part) => {
      const pieces = splitTitles(part, /\s*,\s*/);
      return pieces.every((piece) => this.#words.guess(piece, this.#all)) ? pieces : [part];
    });
  }

  #make(title: string): PositionFields & { readonly id?: Id } {
    const position = this.#words.draft(title, this.#all);
    this.#all.push(position);
    this.made.push(position);
    return position;
  }
}

const splitTitles = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
