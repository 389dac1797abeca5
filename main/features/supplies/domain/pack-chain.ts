import { findUnitWord, unitName } from './unit-vocabulary.ts';

/** A pack of an item: so many base units under one word. */
export interface Pack {
  /** EA, BX, CS, or the vendor's own word. */
  readonly code: string;
  /** Base units in one of them, a whole number of at least 1. */
  readonly baseUnits: number;
}

/** A pack by what it holds directly: a case of 10 boxes. */
export interface PackStep {
  readonly code: string;
  readonly holds: number;
  /** The code of the pack inside; the base unit's word for the smallest. */
  readonly of: string;
}

export type PackRule = 'pack.no_name' | 'pack.same_name' | 'pack.not_whole' | 'pack.too_small' | 'pack.too_large' | 'pack.does_not_divide';

/** Why packs cannot be. */
export interface PackFault {
  readonly rule: PackRule;
  /** The pack's place in the list. */
  readonly index: number;
  /** A plain sentence that says what to do. */
  readonly message: string;
}

/** Most base units a pack or a quantity may have. */
export const mostBaseUnits = 1_000_000_000;

/** The packs from the smallest to the largest. */
export const sortPacks = <P extends Pack>(packs: readonly P[]): P[] => packs.toSorted((a, b) => a.baseUnits - b.baseUnits);

const figure = (value: number): string => value.toLocaleString('en-US');
const inUnits = (pack: Pack, baseUnit: string): string => `${figure(pack.baseUnits)} ${unitName(baseUnit, pack.baseUnits)}`;
const sameName = (code: string): string => findUnitWord(code)?.code ?? code.trim().toLowerCase();

/**
 * Why these packs of one vendor item cannot stand together: each is a whole number of base units, none has the name of another, and each
 * is a whole number of the next smaller one. Empty when they can.
 */
export function findPackFaults(packs: readonly Pack[], baseUnit: string): PackFault[] {
  const faults: PackFault[] = [];
  const names = new Map<string, number>();
  packs.forEach((pack, index) => {
    const own = ownFault(pack, baseUnit) ?? (names.has(sameName(pack.code)) ? sameNameFault(pack) : undefined);
    if (own) faults.push({ ...own, index });
    names.set(sameName(pack.code), index);
  });
  if (faults.length > 0) return faults;
  const sorted = sortPacks(packs);
  sorted.forEach((pack, place) => {
    const smaller = sorted[place - 1];
    if (!smaller || pack.baseUnits % smaller.baseUnits === 0) return;
    const [whole, part] = [unitName(pack.code, 1), unitName(smaller.code, 2)];
    const message = `A ${whole} of ${inUnits(pack, baseUnit)} is not a whole number of ${part} of ${figure(smaller.baseUnits)}. Correct one of the two.`;
    faults.push({ rule: 'pack.does_not_divide', index: packs.indexOf(pack), message });
  });
  return faults;
}

type OwnFault = Omit<PackFault, 'index'>;

function ownFault(pack: Pack, baseUnit: string): OwnFault | undefined {
  const one = unitName(pack.code, 1);
  if (pack.code.trim() === '') return { rule: 'pack.no_name', message: 'Give the pack a name, like box or CS.' };
  if (!Number.isInteger(pack.baseUnits))
    return { rule: 'pack.not_whole', message: `A ${one} must hold a whole number of ${unitName(baseUnit, 2)}.` };
  if (pack.baseUnits < 1) return { rule: 'pack.too_small', message: `A ${one} must hold at least 1 ${unitName(baseUnit, 1)}.` };
  if (pack.baseUnits > mostBaseUnits)
    return { rule: 'pack.too_large', message: `A ${one} can hold at most ${figure(mostBaseUnits)} ${unitName(baseUnit, 2)}.` };
  if (pack.baseUnits > 1 && sameName(pack.code) === sameName(baseUnit))
    return { rule: 'pack.same_name', message: `The item is counted as ${baseUnit}, so a pack of several needs another name.` };
  return undefined;
}

const sameNameFault = (pack: Pack): OwnFault => ({
  rule: 'pack.same_name',
  message: `There are two packs called ${unitName(pack.code, 1)}. Give one of them another name.`,
});

/** Packs from what each holds, in any order: each of 1, box of 100 each, case of 10 boxes. Undefined when one is inside none of the others. */
export function packsOf(steps: readonly PackStep[], baseUnit: string): Pack[] | undefined {
  const sizes = new Map<string, number>([[sameName(baseUnit), 1]]);
  for (let rest = steps; rest.length > 0;) {
    const next = rest.find((step) => sizes.has(sameName(step.of)));
    if (!next) return undefined;
    sizes.set(sameName(next.code), next.holds * (sizes.get(sameName(next.of)) ?? 1));
    rest = rest.filter((step) => step !== next);
  }
  return sortPacks(steps.map((step) => ({ code: step.code, baseUnits: sizes.get(sameName(step.code)) ?? 1 })));
}

/** The other way: what each pack holds of the next smaller one. The packs must have no fault. */
export function stepsOf(packs: readonly Pack[], baseUnit: string): PackStep[] {
  const sorted = sortPacks(packs);
  return sorted.map((pack, place) => {
    const smaller = sorted.slice(0, place).findLast((other) => other.baseUnits > 1);
    if (!smaller) return { code: pack.code, holds: pack.baseUnits, of: baseUnit };
    return { code: pack.code, holds: pack.baseUnits / smaller.baseUnits, of: smaller.code };
  });
}

/** So many of one pack. */
export interface PackCount {
  readonly pack: Pack;
  /** A whole number. */
  readonly count: number;
}

/** A quantity as packs, the largest first, with the rest in base units (less than the smallest pack). Both have the quantity's sign. */
export function splitQuantity(baseUnits: number, packs: readonly Pack[]): { counts: PackCount[]; rest: number } {
  const counts: PackCount[] = [];
  let rest = baseUnits;
  for (const pack of sortPacks(packs).toReversed()) {
    const count = Math.trunc(rest / pack.baseUnits);
    if (pack.baseUnits <= 1 || count === 0) continue;
    counts.push({ pack, count });
    rest -= count * pack.baseUnits;
  }
  return { counts, rest };
}

/** A quantity for people: "1 case + 2 boxes + 3 each", "12 each", "none"; below zero "−1 box − 3 each". `readQuantity` reads the others back. */
export function formatQuantity(baseUnits: number, packs: readonly Pack[], baseUnit: string): string {
  if (baseUnits === 0) return 'none';
  const { counts, rest } = splitQuantity(Math.abs(baseUnits), packs);
  const parts = counts.map(({ pack, count }) => `${figure(count)} ${unitName(pack.code, count)}`);
  if (rest > 0) parts.push(`${figure(rest)} ${unitName(baseUnit, rest)}`);
  return baseUnits < 0 ? `−${parts.join(' − ')}` : parts.join(' + ');
}
