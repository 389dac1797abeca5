/** A piece of a text, and whether it was looked for. */
export interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  readonly match: boolean;
}

const marks = /\p{Diacritic}/gu;

/** Lower case, without accents: as people type names. The length may differ from the text's. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLocaleLowerCase('en-US');
}

/** Whether every word of `query` begins a word of `text`. */
export function matchesWords(text: string, query: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(query)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** `text` cut so that the beginnings of words that `query` names are matches; accents do not matter. */
export function piecesOf(text: string, query: string): readonly Piece[] {
  const parts = plain(query)
    .split(/\s+/)
    .filter((part) => part !== '');
  const matched = new Set<number>();
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const length = Math.max(0, ...parts.map((part) => commonLength(word[0], part)));
    for (let index = 0; index < length; index++) matched.add(word.index + index);
  }
  const pieces: { at: number; text: string; match: boolean }[] = [];
  for (let index = 0; index < text.length; index++) {
    const match = matched.has(index);
    const last = pieces.at(-1);
    if (last && last.match === match) last.text += text.charAt(index);
    else pieces.push({ at: index, text: text.charAt(index), match });
  }
  return pieces;
}

/** How many characters of `word` it takes to say `part`; 0 when the word does not begin with it. */
function commonLength(word: string, part: string): number {
  for (let length = 1; length <= word.length; length++) {
    if (plain(word.slice(0, length)) === part) return length;
  }
  return 0;
}
