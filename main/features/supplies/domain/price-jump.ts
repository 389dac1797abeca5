import { compareUnitPrices, formatUnitPrice, type UnitPrice } from './unit-price.ts';
import type { Said } from './words.ts';

/** Times the last price from which a price is asked about. */
const mostTimes = 10;

/**
 * A price per base unit at least ten times the last one, or at most a tenth of it: a slip of the point, or the price of another pack. Null when
 * it is neither, and for prices of nothing. Exact. @param unitWord one base unit: "box".
 */
export function priceJump(now: UnitPrice, last: UnitPrice, unitWord: string): Said<'ten_times' | 'a_tenth'> | null {
  if (now.cents <= 0 || last.cents <= 0) return null;
  const isUp = compareUnitPrices(now, { ...last, cents: last.cents * mostTimes }) >= 0;
  const isDown = compareUnitPrices({ ...now, cents: now.cents * mostTimes }, last) <= 0;
  if (!isUp && !isDown) return null;
  const isOtherPack = now.baseUnits !== last.baseUnits;
  const hint = isOtherPack ? `Is it the price of a pack of ${last.baseUnits} instead of ${now.baseUnits}?` : 'Look where the point stands.';
  return {
    code: isUp ? 'ten_times' : 'a_tenth',
    sentence: `${formatUnitPrice(now)} per ${unitWord}, where it was ${formatUnitPrice(last)}. ${hint}`,
    numbers: { cents: now.cents, baseUnits: now.baseUnits, lastCents: last.cents, lastBaseUnits: last.baseUnits },
  };
}
