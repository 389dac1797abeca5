import { levelsFromUsage, serviceLevels, type LevelFacts, type Levels } from './levels.ts';
import { counted, plainNumber, weeksText, type Said, type UnitWords } from './words.ts';

/** Weeks of counts or of booked usage before levels are proposed from them. Source: supplies reference 3.3 (2). */
export const leastWeeks = 8;
/** One interval between two counts tells nothing of how usage varies. */
const leastObservations = 2;

/** Changes smaller than this share of the present level are not worth a question. */
const leastChange = 0.1;

export interface ProposalFacts extends LevelFacts {
  readonly current: { readonly reorderPoint: number; readonly par: number } | null;
  readonly unit: UnitWords;
}

export type KeepCode = 'no_history' | 'too_short' | 'one_observation' | 'unused' | 'fits';

/** What would be better levels, and why; or why the present ones stay. Nothing is ever changed by it: somebody accepts it, item by item. */
export type LevelProposal =
  | {
      readonly kind: 'change';
      readonly from: { readonly reorderPoint: number; readonly par: number } | null;
      readonly to: Levels;
      readonly reason: Said<'periodic' | 'counts'>;
    }
  | { readonly kind: 'keep'; readonly reason: Said<KeepCode> };

export function proposeLevels(facts: ProposalFacts): LevelProposal {
  const { usage, current, unit } = facts;
  const weeks = Math.floor(usage.weeks);
  const keep = (code: KeepCode, sentence: string, numbers: Record<string, number> = {}): LevelProposal => ({
    kind: 'keep',
    reason: { code, sentence, numbers: { weeks, ...numbers } },
  });
  if (usage.observations === 0) return keep('no_history', 'No usage is known yet. Count it twice, or book what is taken.');
  if (weeks < leastWeeks)
    return keep('too_short', `${weeksText(weeks)} of usage ${weeks === 1 ? 'is' : 'are'} known; ${leastWeeks} are needed.`, { leastWeeks });
  if (usage.observations < leastObservations)
    return keep('one_observation', 'Only one stretch between two counts is known. Count it once more.');
  if (usage.meanPerWeek === 0) return keep('unused', `Nothing was used in ${weeksText(weeks)}. Is it still needed?`);
  const to = levelsFromUsage(facts);
  if (current && !differs(current.reorderPoint, to.reorderPoint) && !differs(current.par, to.par))
    return keep('fits', `Order at ${plainNumber(current.reorderPoint)} and fill to ${plainNumber(current.par)} fit what is used.`);
  const protectedWeeks = facts.reviewWeeks + facts.leadWeeks;
  const most = Math.max(...usage.weekly);
  const level = serviceLevels[facts.serviceClass];
  return {
    kind: 'change',
    from: current,
    to,
    reason: {
      code: to.method,
      sentence:
        `Used ${plainNumber(to.ratePerWeek)} ${unit.many} a week over ${weeksText(weeks)}, at most ${plainNumber(most)}. ` +
        `${counted(to.reorderPoint, unit)} ${to.reorderPoint === 1 ? 'is' : 'are'} enough for the ${weeksText(protectedWeeks)} from one order to the ` +
        `delivery of the next in ${Math.round(level * 100)} of 100 cases; ${plainNumber(to.par - to.reorderPoint)} more for ${weeksText(facts.coverWeeks)}.`,
      numbers: {
        ratePerWeek: to.ratePerWeek,
        weeks,
        most,
        protectedWeeks,
        serviceLevel: level,
        reserve: to.reserve,
        coverWeeks: facts.coverWeeks,
        reorderPoint: to.reorderPoint,
        par: to.par,
      },
    },
  };
}

/** By at least one base unit and a tenth of the larger. */
const differs = (one: number, other: number): boolean => Math.abs(one - other) >= Math.max(1, leastChange * Math.max(one, other));
