/** Usage and lead time of one item, in any one unit of time (weeks everywhere in this product). */
export interface UsageAndLead {
  /** Mean usage per unit of time, base units. */
  readonly mean: number;
  /** Standard deviation of the usage of one unit of time, base units. */
  readonly deviation: number;
  /** From order to receipt, units of time. */
  readonly lead: number;
  /** Standard deviation of the lead time, units of time. */
  readonly leadDeviation: number;
}

/**
 * Stock kept for what varies, base units: z * sqrt((R + L) * sd^2 + mean^2 * sdL^2). With a review interval of 0 it is that of continuous review.
 * Source: Stevenson, Operations Management 14e, chapter 12 (formulas 12-13 to 12-16); Heizer & Render, Operations Management, chapter 12.
 */
export const safetyStock = ({ mean, deviation, lead, leadDeviation }: UsageAndLead, z: number, review = 0): number =>
  z * Math.sqrt((review + lead) * deviation ** 2 + mean ** 2 * leadDeviation ** 2);

/**
 * The position at which to order, base units: usage over lead time and review interval, and safety stock. Review 0 is continuous review (ROP);
 * with a review interval it is both s of (R,s,S) and S of (R,S).
 * Source: as `safetyStock`; Stevenson example 10 for the fixed interval.
 */
export const coveringStock = (usage: UsageAndLead, z: number, review = 0): number =>
  usage.mean * (review + usage.lead) + safetyStock(usage, z, review);
