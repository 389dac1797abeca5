/** A row to be placed: its height in points and the number of its group. */
export interface Placed {
  readonly group: number;
  readonly height: number;
}

/** Fewest rows of a group that may stand alone on a page when it has to be split. */
const fewest = 2;

/** Whether a page may end before row `at`. */
function mayBreak(rows: readonly Placed[], at: number, wholeGroups: boolean): boolean {
  const group = rows[at]?.group;
  if (group !== rows[at - 1]?.group) return true;
  if (wholeGroups) return false;
  for (let step = 1; step <= fewest - 1; step += 1) {
    if (rows[at - 1 - step]?.group !== group || rows[at + step]?.group !== group) return false;
  }
  return true;
}

/**
 * Splits rows over exactly `pages` pages so that the fullest is as low as can be.
 * `first` is what the first page holds besides. Answers where each page begins, or null when a page would exceed `capacity`.
 */
export function splitPages(
  rows: readonly Placed[],
  pages: number,
  first: number,
  capacity: number,
  wholeGroups: boolean,
): readonly number[] | null {
  const upTo = [0];
  for (const { height } of rows) upTo.push((upTo.at(-1) ?? 0) + height);
  const tall = (from: number, to: number) => (upTo[to] ?? 0) - (upTo[from] ?? 0) + (from === 0 ? first : 0);

  // lowest[i]: the fullest of the pages that hold the rows before i; begins[i]: where these pages begin.
  let lowest = rows.map((_, index) => tall(0, index + 1));
  lowest.unshift(first);
  let begins: (readonly number[])[] = lowest.map(() => [0]);
  for (let page = 2; page <= pages; page += 1) {
    const nextLowest = lowest.map(() => Infinity);
    const nextBegins: (readonly number[])[] = lowest.map(() => []);
    for (let to = 1; to <= rows.length; to += 1) {
      for (let from = 1; from < to; from += 1) {
        if (!mayBreak(rows, from, wholeGroups)) continue;
        const fullest = Math.max(lowest[from] ?? Infinity, tall(from, to));
        if (fullest < (nextLowest[to] ?? Infinity)) {
          nextLowest[to] = fullest;
          nextBegins[to] = [...(begins[from] ?? []), from];
        }
      }
    }
    lowest = nextLowest;
    begins = nextBegins;
  }
  const fullest = lowest[rows.length] ?? Infinity;
  return Number.isFinite(fullest) && fullest <= capacity ? (begins[rows.length] ?? null) : null;
}
