import type { ShelfLife } from './expiry.ts';
import { expiryCap } from './expiry.ts';
import { levelFindings, type LevelFindingCode, type LevelFindingFacts } from './level-findings.ts';
import { roundToPacks, type PackOrder } from './pack-rounding.ts';
import { inventoryPosition, quantityNeeded, weeksOfSupply, type PositionFacts, type UsableStock } from './position.ts';
import { counted, plainNumber, weeksText, type Said } from './words.ts';

/** All that decides how much of one item to order. Base units and weeks. */
export interface ReorderFacts extends Omit<LevelFindingFacts, 'onOrder'>, PositionFacts {
  /** What is on hand but not counted on. */
  readonly lost: Pick<UsableStock, 'expired' | 'quarantined' | 'willExpire'>;
  /** Null where no usage is known. */
  readonly usagePerWeek: number | null;
  /** Null for what does not expire. */
  readonly shelf: ShelfLife | null;
  readonly toleranceBasisPoints: number;
  readonly neverExceed: boolean;
}

export type ReasonCode = 'low' | 'not_counted_on' | 'needed' | 'packs' | 'then';
export type WarningCode = LevelFindingCode | 'expiry_cap' | 'one_pack_anyway' | 'pack_passes_par' | 'stays_low';

/**
 * `order`: so many packs. `blocked`: some is needed, and no whole pack may come. `enough`: above the reorder point. `unknown`: nothing can be
 * said without levels or a vendor, or it is no longer bought.
 */
export type SuggestionKind = 'order' | 'blocked' | 'enough' | 'unknown';

export interface Suggestion {
  readonly kind: SuggestionKind;
  /** Available + coming - owed. */
  readonly position: number;
  /** What fills up to par, before packs. */
  readonly needed: number;
  readonly packs: number;
  readonly quantity: number;
  readonly positionAfter: number;
  /** How long the position lasts, before and after; null where no usage is known. */
  readonly weeksLeft: number | null;
  readonly weeksAfter: number | null;
  /** Why now and why so many, in the order in which the sum is made. Empty unless something is needed. */
  readonly reasons: readonly Said<ReasonCode>[];
  readonly warnings: readonly Said<WarningCode>[];
}

/**
 * What to order of an item. The same facts give the same answer; once it stands in a draft, which counts as on order, nothing more is suggested.
 * Source: supplies reference 3.2, 3.3.
 */
export function suggest(facts: ReorderFacts): Suggestion {
  const { reorderPoint, par, unitsPerPack, usagePerWeek } = facts;
  const position = inventoryPosition(facts);
  const warnings: Said<WarningCode>[] = levelFindings(facts);
  const weeksLeft = weeksOfSupply(position, usagePerWeek);
  const none = { position, packs: 0, quantity: 0, positionAfter: position, weeksLeft, weeksAfter: weeksLeft, warnings } as const;
  if (!facts.active || reorderPoint === null || par === null) return { ...none, kind: 'unknown', needed: 0, reasons: [] };
  const needed = quantityNeeded(position, reorderPoint, par);
  if (needed === 0) return { ...none, kind: 'enough', needed, reasons: [] };
  const reasons = whyNow(facts, position, reorderPoint, Math.max(par, reorderPoint), needed);
  if (unitsPerPack === null) return { ...none, kind: 'unknown', needed, reasons };

  const rounded = roundToPacks({ ...facts, quantity: needed, unitsPerPack, position, reorderPoint, par });
  const { packs, warning } = capped(facts, rounded, position, unitsPerPack);
  if (warning) warnings.push(warning);
  const quantity = packs * unitsPerPack;
  const positionAfter = position + quantity;
  if (packs === rounded.packs && rounded.rounding === 'kept_below_par')
    warnings.push({
      code: 'pack_passes_par',
      sentence: `One more pack of ${plainNumber(unitsPerPack)} would pass ${plainNumber(par)}, which this item never does.`,
      numbers: { unitsPerPack, par },
    });
  if (positionAfter <= reorderPoint)
    warnings.push({
      code: 'stays_low',
      sentence: `It stays at or below ${plainNumber(reorderPoint)}, where it is ordered.`,
      numbers: { positionAfter, reorderPoint },
    });
  const weeksAfter = weeksOfSupply(positionAfter, usagePerWeek);
  if (packs > 0) reasons.push(whySoMany(facts, rounded, packs, unitsPerPack), then(facts, positionAfter, weeksAfter));
  return {
    kind: packs > 0 ? 'order' : 'blocked',
    position,
    needed,
    packs,
    quantity,
    positionAfter,
    weeksLeft,
    weeksAfter,
    reasons,
    warnings,
  };
}

function whyNow(
  { usable, onOrder, owed, unit, lost, usagePerWeek }: ReorderFacts,
  position: number,
  reorderPoint: number,
  fillTo: number,
  needed: number,
): Said<ReasonCode>[] {
  const weeks = weeksOfSupply(position, usagePerWeek);
  const parts = [
    usable < 0 ? `None left (the list says ${plainNumber(usable)})` : usable === 0 ? 'None left' : `${counted(usable, unit)} left`,
  ];
  if (onOrder !== 0) parts.push(`${plainNumber(onOrder)} coming`);
  if (owed !== 0) parts.push(`${plainNumber(owed)} promised`);
  parts.push(`order at ${plainNumber(reorderPoint)}`);
  if (weeks !== null) parts.push(`lasts ${weeksText(weeks)}`);
  const reasons: Said<ReasonCode>[] = [
    {
      code: 'low',
      sentence: `${parts.join(', ')}.`,
      numbers: { usable, onOrder, owed, position, reorderPoint, ...(weeks === null ? {} : { weeks }) },
    },
  ];
  const gone = [
    [lost.willExpire, 'will expire before use'],
    [lost.expired, lost.expired === 1 ? 'has expired' : 'have expired'],
    [lost.quarantined, lost.quarantined === 1 ? 'is set aside' : 'are set aside'],
  ] as const;
  const said = gone.filter(([quantity]) => quantity > 0).map(([quantity, what]) => `${plainNumber(quantity)} ${what}`);
  if (said.length > 0) reasons.push({ code: 'not_counted_on', sentence: `Not counted: ${said.join(', ')}.`, numbers: { ...lost } });
  reasons.push({
    code: 'needed',
    sentence: `Fill to ${plainNumber(fillTo)}, so ${plainNumber(needed)} ${needed === 1 ? 'is' : 'are'} needed.`,
    numbers: { fillTo, position, needed },
  });
  return reasons;
}

/** Packs that can be used before they expire; one for a shelf that is empty, whatever it wastes. */
function capped(
  facts: ReorderFacts,
  rounded: PackOrder,
  position: number,
  unitsPerPack: number,
): { readonly packs: number; readonly warning?: Said<WarningCode> } {
  const cap = expiryCap(facts.shelf, facts.usagePerWeek);
  const allowed = cap === Infinity ? rounded.packs : Math.floor(Math.max(0, cap - position) / unitsPerPack);
  if (allowed >= rounded.packs) return { packs: rounded.packs };
  if (allowed === 0 && facts.usable <= 0 && facts.onOrder <= 0) {
    const wasted = position + unitsPerPack - cap;
    const sentence = `Nothing is left. One pack of ${plainNumber(unitsPerPack)} is more than can be used before it expires, about ${plainNumber(wasted)} too many.`;
    return { packs: 1, warning: { code: 'one_pack_anyway', sentence, numbers: { unitsPerPack, cap, wasted } } };
  }
  const most = counted(position + allowed * unitsPerPack, facts.unit);
  return {
    packs: allowed,
    warning: {
      code: 'expiry_cap',
      sentence: `Kept to ${most} in all: more would expire before it is used.`,
      numbers: { cap, wanted: rounded.packs, packs: allowed },
    },
  };
}

function whySoMany({ unit }: ReorderFacts, rounded: PackOrder, packs: number, unitsPerPack: number): Said<ReasonCode> {
  const quantity = packs * unitsPerPack;
  const packsText = packs === 1 ? '1 pack' : `${plainNumber(packs)} packs`;
  const numbers = { packs, unitsPerPack, quantity, overPar: packs === rounded.packs ? rounded.overPar : 0 };
  if (unitsPerPack === 1) return { code: 'packs', sentence: `Order ${counted(quantity, unit)}.`, numbers };
  const whole = `${packsText} of ${plainNumber(unitsPerPack)} ${packs === 1 ? 'is' : 'are'} ${counted(quantity, unit)}`;
  const { rounding, overPar } = rounded;
  if (packs !== rounded.packs) return { code: 'packs', sentence: `${whole}.`, numbers };
  if (rounding === 'within_tolerance') return { code: 'packs', sentence: `${whole}; what is missing is not worth another pack.`, numbers };
  return { code: 'packs', sentence: overPar > 0 ? `${whole}, ${plainNumber(overPar)} more than fills it.` : `${whole}.`, numbers };
}

const then = ({ unit }: ReorderFacts, positionAfter: number, weeks: number | null): Said<ReasonCode> => ({
  code: 'then',
  sentence:
    weeks === null ? `Then there are ${counted(positionAfter, unit)}.` : `Then ${counted(positionAfter, unit)} last ${weeksText(weeks)}.`,
  numbers: { positionAfter, ...(weeks === null ? {} : { weeks }) },
});
