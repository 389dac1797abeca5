import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { mealInterval } from './hours.ts';
import type { PlacedShift, RosterState } from './roster-facts.ts';

/** A stretch of one day with fewer people than needed; minutes since that day's midnight. */
export interface ShortBand {
  readonly from: number;
  readonly to: number;
  readonly planned: number;
  readonly needed: number;
  /** People of the position who are at their meal meanwhile. */
  readonly atMeal: readonly Id[];
}

/** A position's day: people planned and needed at its tightest moment. */
export interface DayCoverage {
  readonly planned: number;
  readonly needed: number;
  readonly shorts: readonly ShortBand[];
}

const nobodyNeeded: DayCoverage = { planned: 0, needed: 0, shorts: [] };

/**
 * People planned against people needed, by position and day of the week. Someone counts while their shift of that position at this location
 * runs and they are not at their meal; open shifts and people in training do not count; a closed day needs nobody.
 * Overlapping bands of one position do not add up: the greater minimum holds.
 */
export function coverageOf(state: RosterState): ReadonlyMap<Id, readonly DayCoverage[]> {
  let coverage = known.get(state);
  if (!coverage) known.set(state, (coverage = countCoverage(state)));
  return coverage;
}

/** A state never changes, and both the grid and its rules ask for its coverage. */
const known = new WeakMap<RosterState, ReadonlyMap<Id, readonly DayCoverage[]>>();

function countCoverage(state: RosterState): ReadonlyMap<Id, readonly DayCoverage[]> {
  const coverage = new Map<Id, readonly DayCoverage[]>();
  const { requirements, days } = state.facts;
  for (const positionId of new Set(requirements.map((requirement) => requirement.positionId))) {
    const own = requirements.filter((requirement) => requirement.positionId === positionId && requirement.minimum > 0);
    coverage.set(
      positionId,
      days.map((day, index) => {
        const bands = day.openings.length === 0 ? [] : own.filter((requirement) => requirement.weekday === day.weekday);
        if (bands.length === 0) return nobodyNeeded;
        const span = spanOf(bands);
        return sweep(bands, span, presencesOf(state, positionId, index, span));
      }),
    );
  }
  return coverage;
}

interface Presence {
  readonly personId: Id;
  readonly from: number;
  readonly to: number;
  readonly meal: { readonly from: number; readonly to: number } | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first minute that needs someone to the last. */
const spanOf = (bands: readonly Band[]): Span => ({
  from: Math.min(...bands.map((band) => band.startMinute)),
  to: Math.max(...bands.map((band) => band.startMinute + band.lengthMinutes)),
});

/** Who is there within a span of a day of the week, in minutes since its midnight; a night of the day before reaches in with a negative start. */
function presencesOf(state: RosterState, positionId: Id, day: number, span: Span): Presence[] {
  const presences: Presence[] = [];
  const [start, end] = [day * 1440 + span.from, day * 1440 + span.to];
  for (const placed of state.shiftsIn.get(positionId) ?? []) {
    const { personId } = placed.shift;
    if (personId === null || placed.to <= start || placed.from >= end) continue;
    if (state.people.get(personId)?.levels.get(positionId) === 'in_training') continue;
    presences.push(presenceOf(placed, personId, state, day));
  }
  return presences;
}

function presenceOf({ shift, day: on, from, to }: PlacedShift, personId: Id, state: RosterState, day: number): Presence {
  const meal = mealInterval(shift, state.facts.policy);
  const shiftBy = (on - day) * 1440;
  return {
    personId,
    from: from - day * 1440,
    to: to - day * 1440,
    meal: meal && { from: meal.startMinute + shiftBy, to: meal.startMinute + meal.lengthMinutes + shiftBy },
  };
}

interface Band {
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly minimum: number;
}

function sweep(bands: readonly Band[], span: Span, presences: readonly Presence[]): DayCoverage {
  const cuts = new Set<number>();
  for (const band of bands) cuts.add(band.startMinute).add(band.startMinute + band.lengthMinutes);
  for (const { from, to, meal } of presences) {
    cuts.add(from).add(to);
    if (meal) cuts.add(meal.from).add(meal.to);
  }
  const moments = [...cuts].filter((cut) => cut >= span.from && cut <= span.to).toSorted((one, other) => one - other);
  let tightest: { planned: number; needed: number } | undefined;
  const shorts: ShortBand[] = [];
  for (let index = 0; index + 1 < moments.length; index += 1) {
    const from = moments[index] ?? 0;
    const needed = neededAt(bands, from);
    if (needed === 0) continue;
    const there = workingAt(presences, from);
    const planned = there.size;
    if (!tightest || isTighter({ planned, needed }, tightest)) tightest = { planned, needed };
    if (planned >= needed) continue;
    addShort(shorts, { from, to: moments[index + 1] ?? from, planned, needed, atMeal: atMealAt(presences, from, there) });
  }
  return { planned: tightest?.planned ?? 0, needed: tightest?.needed ?? 0, shorts };
}

/** Fewer people to spare; with as few to spare and nobody short, the moment that needs more of them says more. */
function isTighter(one: { planned: number; needed: number }, other: { planned: number; needed: number }): boolean {
  const spare = one.planned - one.needed;
  const otherSpare = other.planned - other.needed;
  return spare < otherSpare || (spare === otherSpare && spare >= 0 && one.needed > other.needed);
}

function neededAt(bands: readonly Band[], minute: number): number {
  let needed = 0;
  for (const band of bands)
    if (minute >= band.startMinute && minute < band.startMinute + band.lengthMinutes) needed = Math.max(needed, band.minimum);
  return needed;
}

const isThere = ({ from, to }: Presence, minute: number): boolean => minute >= from && minute < to;
const isEating = ({ meal }: Presence, minute: number): boolean => meal !== null && minute >= meal.from && minute < meal.to;

/** Each person once, however many shifts they have at that minute. */
function workingAt(presences: readonly Presence[], minute: number): Set<Id> {
  const there = new Set<Id>();
  for (const presence of presences) if (isThere(presence, minute) && !isEating(presence, minute)) there.add(presence.personId);
  return there;
}

/** Who is at their meal and does not work another shift meanwhile. */
function atMealAt(presences: readonly Presence[], minute: number, there: ReadonlySet<Id>): Id[] {
  const eating = presences.filter((presence) => isThere(presence, minute) && isEating(presence, minute) && !there.has(presence.personId));
  return [...new Set(eating.map((presence) => presence.personId))];
}

/** Neighbouring stretches that say the same are one. */
function addShort(shorts: ShortBand[], next: ShortBand): void {
  const last = shorts.at(-1);
  const same = last && last.to === next.from && last.planned === next.planned && last.needed === next.needed;
  if (same && last.atMeal.join() === next.atMeal.join()) shorts[shorts.length - 1] = { ...last, to: next.to };
  else shorts.push(next);
}
