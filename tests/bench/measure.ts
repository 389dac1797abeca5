/** One line of the table. */
export interface Measure {
  readonly name: string;
  /** What against what, in a few words. */
  readonly about: string;
  /** The figure may not be larger. */
  readonly bound: number;
  /** For a figure that is no ratio. */
  readonly unit?: 'ms' | 'MB';
  /** The ratio, or the figure in its unit. */
  run(): Promise<number>;
}

/** The figure in the middle; of an even number the mean of the two there. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}

/** One side of a comparison; what it answers is not looked at. `run` counts from 0. */
export type Side = (run: number) => unknown;

export interface Sides {
  /** Before each of our calls, and not measured. */
  readonly prepare?: () => Promise<unknown>;
  readonly ours: Side;
  readonly raw: Side;
  /** Pairs that are measured. */
  readonly pairs: number;
  /** Pairs before them that are not: until both sides are compiled. */
  readonly warm?: number;
  /** Calls of each side that are measured as one. */
  readonly calls?: number;
}

/** Median time of our side over median time of the raw one, run in turns in this process so that a slow moment meets both. */
export async function compare({ prepare, ours, raw, pairs, warm = 150, calls = 1 }: Sides): Promise<number> {
  const times = { ours: [] as number[], raw: [] as number[] };
  const time = async (side: Side, pair: number): Promise<number> => {
    if (side === ours) await prepare?.();
    const started = performance.now();
    for (let call = 0; call < calls; call += 1) await side(pair * calls + call);
    return performance.now() - started;
  };
  for (let pair = 0; pair < warm + pairs; pair += 1) {
    // Whoever comes second finds warmer caches: they take turns in that too.
    const first = pair % 2 === 0;
    const early = await time(first ? ours : raw, pair);
    const late = await time(first ? raw : ours, pair);
    if (pair < warm) continue;
    times.ours.push(first ? early : late);
    times.raw.push(first ? late : early);
  }
  return ratioOf(times);
}

/** The ratio of the medians; says both, in ms. */
export function ratioOf({ ours, raw }: { readonly ours: readonly number[]; readonly raw: readonly number[] }): number {
  process.stderr.write(`  ${median(ours).toFixed(2)} ms against ${median(raw).toFixed(2)} ms\n`);
  return median(ours) / median(raw);
}
