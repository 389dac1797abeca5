const legalForms = new Set(
  'inc incorporated llc llp lp ltd limited corp corporation co company gmbh ag sa sarl bv nv plc pty oy ab as kg com net'.split(' '),
);
/** Words that a firm's name may have or not: McKesson, McKesson Medical, McKesson Medical-Surgical. */
const tradeWords = new Set(
  'medical medicals surgical med surg healthcare health care supply supplies products product industries industry international usa us group holdings distribution distributors distributor pharma pharmaceutical pharmaceuticals laboratories laboratory labs lab scientific dental services service solutions systems brand brands of and north america americas'.split(
    ' ',
  ),
);

function wordsOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/&|\+/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * One key for the spellings of one vendor's name: case, blanks, accents, punctuation, "and" for "&" and the legal form (Inc., LLC) fall
 * away. Empty for a name without letters or digits.
 */
export const vendorKey = (name: string): string => wordsOf(name).join('');

/**
 * Whether two names are the same vendor: `same` when only the spelling differs, `likely` when one has a word of the trade more ("McKesson",
 * "McKesson Medical") or a letter is off ("Detergent Soulutons"): that is for a person to say.
 */
export function compareVendors(a: string, b: string): 'same' | 'likely' | 'other' {
  return compare(wordsOf(a), wordsOf(b));
}

function compare(a: readonly string[], b: readonly string[]): 'same' | 'likely' | 'other' {
  const [one, other] = [a.join(''), b.join('')];
  if (one === '' || other === '') return 'other';
  if (one === other) return 'same';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const begins = short.every((word, at) => word === long[at]);
  if (begins && short.join('').length > 2 && long.slice(short.length).every((word) => tradeWords.has(word))) return 'likely';
  return isSlip(one, other) ? 'likely' : 'other';
}

/** A slip of the pen: one letter in five or more, two in ten or more; never a digit, and never the first letter. */
function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  const most = length >= 10 ? 2 : length >= 5 ? 1 : 0;
  if (most === 0 || a[0] !== b[0] || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most;
}

/** Letters to put in, take out, change, or swap with the next (Damerau, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Several spellings of what is one vendor, or may be. */
export interface VendorSpellings {
  /** The spelling used most, trimmed. */
  readonly name: string;
  /** All of them as they stand, each once. */
  readonly spellings: readonly string[];
  /** Names of other groups that are likely the same vendor. */
  readonly likely: readonly string[];
}

/** Puts the vendor column of a list together: one group for each vendor, in order of first appearance. Blank names are left out. */
export function groupVendors(names: readonly string[]): VendorSpellings[] {
  const groups = new Map<string, { words: string[]; counts: Map<string, number> }>();
  for (const name of names) {
    const words = wordsOf(name);
    const key = words.join('');
    if (key === '') continue;
    const group = groups.get(key) ?? { words, counts: new Map<string, number>() };
    group.counts.set(name, (group.counts.get(name) ?? 0) + 1);
    groups.set(key, group);
  }
  const named = [...groups.values()].map((group) => ({ ...group, name: mostUsed(group.counts) }));
  return named.map((group) => ({
    name: group.name,
    spellings: [...group.counts.keys()],
    likely: named.filter((other) => other !== group && compare(group.words, other.words) === 'likely').map((other) => other.name),
  }));
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  const tidied = new Map<string, number>();
  for (const [name, count] of counts) tidied.set(name.trim(), (tidied.get(name.trim()) ?? 0) + count);
  return [...tidied].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

export type VendorMatch<Vendor> =
  | { readonly kind: 'same'; readonly vendor: Vendor }
  /** For a person to say, likeliest first. */
  | { readonly kind: 'likely'; readonly vendors: readonly Vendor[] }
  | { readonly kind: 'none' };

/** Finds the vendor a list means among those there are. */
export function matchVendor<Vendor extends { readonly name: string }>(name: string, vendors: readonly Vendor[]): VendorMatch<Vendor> {
  const same = vendors.find((vendor) => compareVendors(name, vendor.name) === 'same');
  if (same) return { kind: 'same', vendor: same };
  const likely = vendors.filter((vendor) => compareVendors(name, vendor.name) === 'likely');
  return likely.length === 0 ? { kind: 'none' } : { kind: 'likely', vendors: likely };
}
