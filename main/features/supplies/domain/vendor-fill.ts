import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { weeksPerYear } from './eoq.ts';
import { extrasOf, type OrderTerms } from './freight.ts';
import { dollars, plainNumber, type Said } from './words.ts';

/** Another item of the vendor that could come along. Base units, cents. */
export interface FillCandidate {
  readonly itemId: Id;
  /** As in a sentence: "table paper". */
  readonly name: string;
  readonly unitsPerPack: number;
  readonly packCents: number;
  /** With what is already suggested of it. */
  readonly position: number;
  readonly reorderPoint: number;
  /** It never comes above this: its par, or less where it expires. */
  readonly most: number;
  readonly usagePerWeek: number;
}

export interface FillAddition {
  readonly itemId: Id;
  readonly name: string;
  readonly packs: number;
  readonly quantity: number;
  readonly cents: number;
}

export type FillGoal = 'minimum' | 'free_freight';

export interface FillPlan {
  readonly goal: FillGoal;
  /** What the order lacks, cents. */
  readonly shortCents: number;
  readonly additions: readonly FillAddition[];
  /** What the additions cost, cents. */
  readonly extraCents: number;
  /** What they tie up until they would have been bought anyway, cents. */
  readonly holdingCents: number;
  /** Freight and surcharge that are not paid, cents. */
  readonly savedCents: number;
  /** It saves more than it ties up; false when the additions do not reach the goal. */
  readonly pays: boolean;
  readonly reaches: boolean;
  readonly reason: Said<'fill_pays' | 'fill_costs' | 'cannot_reach'>;
}

export interface FillFacts {
  readonly terms: OrderTerms;
  /** Merchandise of the order that counts toward the vendor's thresholds, cents. */
  readonly goodsCents: number;
  readonly candidates: readonly FillCandidate[];
  /** What money and room cost in a year, as a share of the price: 0.25 is 25 %. */
  readonly holdingRate: number;
}

/**
 * What could be added to an order to reach the vendor's minimum and free freight, and whether that pays: packs of other items in rising order of
 * the weeks they then last, none above its most, and none that is not needed for it. Empty when the order lacks nothing.
 * Source: supplies reference 3.2 (fill to minimum / free freight); can-order policy, Silver, Pyke & Thomas 4e, chapter 11.
 */
export function fillPlans(facts: FillFacts): FillPlan[] {
  const { terms, goodsCents } = facts;
  const goals: { goal: FillGoal; fromCents: number }[] = [];
  if (goodsCents === 0) return [];
  if (terms.minimumPolicy !== 'none' && goodsCents < terms.minimumOrderCents)
    goals.push({ goal: 'minimum', fromCents: terms.minimumOrderCents });
  if (terms.freeFreightCents !== null && goodsCents < terms.freeFreightCents && terms.freightFeeCents > 0)
    goals.push({ goal: 'free_freight', fromCents: terms.freeFreightCents });
  return goals.map(({ goal, fromCents }) => planFor(goal, fromCents, facts));
}

interface Step {
  readonly candidate: FillCandidate;
  /** Weeks by which the pack is bought early. */
  readonly earlyWeeks: number;
}

function planFor(goal: FillGoal, fromCents: number, { terms, goodsCents, candidates, holdingRate }: FillFacts): FillPlan {
  const shortCents = fromCents - goodsCents;
  const steps = withoutNeedless(addInOrder(candidates, shortCents), shortCents);
  const additions = gather(steps);
  const extraCents = additions.reduce((sum, { cents }) => sum + cents, 0);
  const reaches = extraCents >= shortCents;
  const holding = steps.reduce(
    (sum, { candidate, earlyWeeks }) => sum + (candidate.packCents * holdingRate * earlyWeeks) / weeksPerYear,
    0,
  );
  const [before, after] = [extrasOf(terms, goodsCents), extrasOf(terms, goodsCents + extraCents)];
  const savedCents = reaches ? before.freightCents + before.surchargeCents - after.freightCents - after.surchargeCents : 0;
  const holdingCents = Math.round(holding);
  const plan = { goal, shortCents, additions, extraCents, holdingCents, savedCents, reaches, pays: reaches && holding < savedCents };
  return { ...plan, reason: fillReason(plan) };
}

/** Packs one by one, always of the item that then lasts shortest, until nothing is short. */
function addInOrder(candidates: readonly FillCandidate[], shortCents: number): Step[] {
  const open = candidates
    .filter((candidate) => candidate.usagePerWeek > 0 && candidate.packCents > 0)
    .map((candidate) => ({ candidate, position: candidate.position }));
  const steps: Step[] = [];
  for (let short = shortCents; short > 0;) {
    let next: (typeof open)[number] | undefined;
    let least = Infinity;
    for (const one of open) {
      const then = one.position + one.candidate.unitsPerPack;
      const weeks = then / one.candidate.usagePerWeek;
      if (then <= one.candidate.most && weeks < least) [next, least] = [one, weeks];
    }
    if (!next) break;
    const { candidate } = next;
    steps.push({ candidate, earlyWeeks: Math.max(0, (next.position - candidate.reorderPoint) / candidate.usagePerWeek) });
    next.position += candidate.unitsPerPack;
    short -= candidate.packCents;
  }
  return steps;
}

/** Leaves out, from the last on, each pack without which the goal is reached too. */
function withoutNeedless(steps: readonly Step[], shortCents: number): Step[] {
  let spare = steps.reduce((sum, { candidate }) => sum + candidate.packCents, 0) - shortCents;
  // A later pack of the same item is the one bought earlier than needed, so it goes first.
  return steps
    .toReversed()
    .filter(({ candidate }) => {
      if (candidate.packCents > spare) return true;
      spare -= candidate.packCents;
      return false;
    })
    .toReversed();
}

function gather(steps: readonly Step[]): FillAddition[] {
  const byItem = new Map<Id, FillAddition>();
  for (const { candidate } of steps) {
    const packs = (byItem.get(candidate.itemId)?.packs ?? 0) + 1;
    byItem.set(candidate.itemId, {
      itemId: candidate.itemId,
      name: candidate.name,
      packs,
      quantity: packs * candidate.unitsPerPack,
      cents: packs * candidate.packCents,
    });
  }
  return [...byItem.values()];
}

const goalText: Readonly<Record<FillGoal, string>> = { minimum: 'of the minimum', free_freight: 'of free freight' };

/** Most items named in one sentence. */
const mostNames = 3;

function fillReason(plan: Omit<FillPlan, 'reason'>): FillPlan['reason'] {
  const { goal, shortCents, additions, extraCents, holdingCents, savedCents, pays, reaches } = plan;
  const numbers = { shortCents, extraCents, holdingCents, savedCents };
  const short = `${dollars(shortCents)} short ${goalText[goal]}.`;
  if (!reaches) return { code: 'cannot_reach', sentence: `${short} No other item has room for enough.`, numbers };
  const named = additions.map(({ name, packs }) => `${plainNumber(packs)} pack${packs === 1 ? '' : 's'} of ${name}`);
  const rest = additions.length - mostNames;
  const shown = rest > 0 ? [...named.slice(0, mostNames), `${rest} more item${rest === 1 ? '' : 's'}`] : named;
  const what = shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  const sum = `Adding ${what} (${dollars(extraCents)}) costs ${dollars(holdingCents)} in waiting`;
  if (savedCents === 0) return { code: 'fill_costs', sentence: `${short} ${sum}.`, numbers };
  return pays
    ? { code: 'fill_pays', sentence: `${short} ${sum} and saves ${dollars(savedCents)}.`, numbers }
    : { code: 'fill_costs', sentence: `${short} ${sum} and saves only ${dollars(savedCents)}.`, numbers };
}
