import { unitName } from '../domain/unit-vocabulary.ts';

interface PackOfChain {
  readonly code: string;
  readonly baseUnits: number;
}

/** Packs of one chain, smallest first, in words: "each", "box of 100", "case of 10 boxes". A pack of one is called as the base unit is. */
export function packTexts(packs: readonly PackOfChain[], baseUnit: string): string[] {
  return packs.map(({ code, baseUnits }, index) => {
    const word = unitName(code, 1);
    if (baseUnits === 1) return word === 'each' ? baseUnit : word;
    const inner = packs
      .slice(0, index)
      .findLast((pack) => pack.baseUnits > 1 && pack.baseUnits < baseUnits && baseUnits % pack.baseUnits === 0);
    if (!inner) return `${word} of ${baseUnits.toLocaleString('en-US')}`;
    const count = baseUnits / inner.baseUnits;
    return `${word} of ${count.toLocaleString('en-US')} ${unitName(inner.code, count)}`;
  });
}
