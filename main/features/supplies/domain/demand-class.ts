export const demandClasses = ['none', 'smooth', 'intermittent', 'erratic', 'lumpy'] as const;
export type DemandClass = (typeof demandClasses)[number];

export interface DemandShape {
  readonly class: DemandClass;
  /** Average demand interval: periods for each period with usage. Infinity without any. */
  readonly interval: number;
  /** Squared coefficient of variation of the sizes that are not 0 (population variance); 0 with fewer than two. */
  readonly sizeVariation: number;
}

/** Cuts of the four classes: Syntetos, Boylan & Croston, "On the categorization of demand patterns", JORS 56 (2005) 495-503. */
export const intervalCut = 1.32;
export const sizeVariationCut = 0.49;

/** How usage comes: every period or now and then, in even or uneven sizes. @param usage base units per period, each 0 or more. */
export function demandShape(usage: readonly number[]): DemandShape {
  const sizes = usage.filter((used) => used > 0);
  if (sizes.length === 0) return { class: 'none', interval: Infinity, sizeVariation: 0 };
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length;
  const interval = usage.length / sizes.length;
  const sizeVariation = variance / mean ** 2;
  const uneven = sizeVariation >= sizeVariationCut;
  const rare = interval >= intervalCut;
  return { class: rare ? (uneven ? 'lumpy' : 'intermittent') : uneven ? 'erratic' : 'smooth', interval, sizeVariation };
}
