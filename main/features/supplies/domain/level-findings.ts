import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { daysBetween } from '../../../kernel/local-date.ts';
import { counted, plainNumber, type Said, type UnitWords } from './words.ts';

/** Days after which a count is no longer relied on. Source: supplies reference 3.3. */
export const countFirstAfterDays = 60;

export interface LevelFindingFacts {
  /** Base units; null where no level was set. */
  readonly reorderPoint: number | null;
  readonly par: number | null;
  /** Base units in the pack that is ordered; null when nobody sells it. */
  readonly unitsPerPack: number | null;
  readonly onHand: number;
  /** Last count; null when it was never counted. */
  readonly lastCountedOn: LocalDate | null;
  readonly today: LocalDate;
  readonly active: boolean;
  /** Base units still to come. */
  readonly onOrder: number;
  readonly unit: UnitWords;
}

export type LevelFindingCode =
  | 'negative_on_hand'
  | 'no_levels'
  | 'min_above_max'
  | 'par_below_pack'
  | 'no_vendor'
  | 'never_counted'
  | 'count_first'
  | 'inactive_on_order';

/** What makes a suggestion for an item doubtful, the worst first, each with what to do. Source: the edge cases of supplies reference 3.3. */
export function levelFindings(facts: LevelFindingFacts): Said<LevelFindingCode>[] {
  const { reorderPoint, par, unitsPerPack, onHand, unit } = facts;
  const found: Said<LevelFindingCode>[] = [];
  const say = (code: LevelFindingCode, sentence: string, numbers: Record<string, number> = {}): void => {
    found.push({ code, sentence, numbers });
  };
  if (!facts.active) {
    if (facts.onOrder > 0)
      say(
        'inactive_on_order',
        `No longer bought, yet ${counted(facts.onOrder, unit)} ${facts.onOrder === 1 ? 'is' : 'are'} still to come.`,
        {
          onOrder: facts.onOrder,
        },
      );
    return found;
  }
  if (onHand < 0) say('negative_on_hand', `The list says ${counted(onHand, unit)}, which cannot be. Count it first.`, { onHand });
  if (reorderPoint === null || par === null) say('no_levels', 'No "order at" and "fill to" are set.');
  else if (reorderPoint > par)
    say(
      'min_above_max',
      `"Order at" ${plainNumber(reorderPoint)} is above "fill to" ${plainNumber(par)}. It is filled to ${plainNumber(reorderPoint)} until that is mended.`,
      { reorderPoint, par },
    );
  if (unitsPerPack === null) say('no_vendor', 'No vendor is known for it.');
  else if (par !== null && par < unitsPerPack)
    say('par_below_pack', `"Fill to" ${plainNumber(par)} is less than one pack of ${plainNumber(unitsPerPack)}; a pack passes it.`, {
      par,
      unitsPerPack,
    });
  if (facts.lastCountedOn === null) say('never_counted', 'Never counted. Count it first.');
  else {
    const days = daysBetween(facts.lastCountedOn, facts.today);
    if (days > countFirstAfterDays) say('count_first', `Last counted ${days} days ago. Count it first.`, { days });
  }
  return found;
}
