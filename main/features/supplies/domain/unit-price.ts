/** The price of a base unit, exact: what one pack costs and how many base units it holds. Never rounded and never stored. */
export interface UnitPrice {
  /** Of the whole pack. */
  readonly cents: number;
  /** In the pack, a whole number of at least 1. */
  readonly baseUnits: number;
}

/** Below 0 when `a` is cheaper per base unit, 0 when both cost the same; exact. For `toSorted`. */
export function compareUnitPrices(a: UnitPrice, b: UnitPrice): number {
  const difference = BigInt(a.cents) * BigInt(b.baseUnits) - BigInt(b.cents) * BigInt(a.baseUnits);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Rounds half away from zero. */
function divide(top: bigint, bottom: bigint): bigint {
  const doubled = 2n * (top < 0n ? -top : top) + bottom;
  const rounded = doubled / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}

/** Dollars of one base unit with so many decimals, rounded half up: 541 cents per 1,000 with 5 are "0.00541". */
export function unitPriceDecimal({ cents, baseUnits }: UnitPrice, decimals: number): string {
  const value = divide(BigInt(cents) * 10n ** BigInt(decimals), BigInt(baseUnits) * 100n);
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return value < 0n ? `-${text}` : text;
}

/** Most decimals an exact price is shown with. */
const mostDecimals = 6;

/**
 * The price of one base unit for people: exact where six decimals hold it ("$1.42", "$0.00541"); else with four decimals, and more where
 * it takes them to show three figures ("$4.4317", "$0.000333").
 */
export function formatUnitPrice(price: UnitPrice): string {
  const sign = price.cents < 0 ? '−' : '';
  const of = { cents: Math.abs(price.cents), baseUnits: price.baseUnits };
  for (let decimals = 2; decimals <= mostDecimals; decimals += 1) {
    if ((BigInt(of.cents) * 10n ** BigInt(decimals)) % (BigInt(of.baseUnits) * 100n) === 0n)
      return `${sign}$${withCommas(unitPriceDecimal(of, decimals))}`;
  }
  let decimals = 4;
  while (decimals < 12 && unitPriceDecimal(of, decimals).replace(/\D/g, '').replace(/^0+/, '').length < 3) decimals += 1;
  return `${sign}$${withCommas(unitPriceDecimal(of, decimals))}`;
}

const withCommas = (decimal: string): string => decimal.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** What so many base units cost, in whole cents, rounded once at the end; below zero for a quantity below zero. */
export const costOf = (price: UnitPrice, baseUnits: number): number =>
  Number(divide(BigInt(price.cents) * BigInt(baseUnits), BigInt(price.baseUnits)));

/** What is saved by buying so many base units at `cheaper` instead of `now`, in whole cents; below zero when it costs more. */
export const savedCents = (now: UnitPrice, cheaper: UnitPrice, baseUnits: number): number =>
  Number(
    divide(
      (BigInt(now.cents) * BigInt(cheaper.baseUnits) - BigInt(cheaper.cents) * BigInt(now.baseUnits)) * BigInt(baseUnits),
      BigInt(now.baseUnits) * BigInt(cheaper.baseUnits),
    ),
  );
