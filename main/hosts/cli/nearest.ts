/** Up to `count` names that look most like `wanted`, best first; names that share nothing with it are left out. */
export function nearestNames(wanted: string, names: readonly string[], count = 3): string[] {
  return names
    .map((name) => ({ name, likeness: likeness(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ likeness: value }) => value > 0.25)
    .toSorted((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** Dice's coefficient over pairs of letters: 1 is the same, 0 shares no pair. */
function likeness(a: string, b: string): number {
  const pairsOfA = pairs(a);
  const pairsOfB = pairs(b);
  const total = pairsOfA.length + pairsOfB.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of pairsOfA) {
    const at = pairsOfB.indexOf(pair);
    if (at < 0) continue;
    shared++;
    pairsOfB.splice(at, 1);
  }
  return (2 * shared) / total;
}

const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
