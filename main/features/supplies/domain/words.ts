import { unitName } from './unit-vocabulary.ts';

/** Words that the sentences of this feature are made of. */

/** How the screen calls what an item is counted as. */
export interface UnitWords {
  readonly one: string;
  readonly many: string;
}

/** The words of a unit code: "BX" is box, boxes. */
export const unitWordsOf = (code: string): UnitWords => ({ one: unitName(code, 1), many: unitName(code, 2) });

/** "1 box", "7 boxes" */
export const counted = (quantity: number, unit: UnitWords): string => `${plainNumber(quantity)} ${quantity === 1 ? unit.one : unit.many}`;

/** "1 week", "4.8 weeks" */
export function weeksText(weeks: number): string {
  const text = plainNumber(weeks);
  return `${text} week${text === '1' ? '' : 's'}`;
}

/** At most one digit after the point, thousands parted: "4.8", "1,200". */
export const plainNumber = (value: number): string => numberFormat.format(value);
const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Cents as "$1,234.50"; "-$3.00" below 0. */
export const dollars = (cents: number): string => dollarFormat.format(cents / 100);
const dollarFormat = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** A ratio as "25 %". */
export const percent = (share: number): string => `${plainNumber(share * 100)} %`;

/** A fact with its code, its numbers and its sentence: what a screen shows, a test names, and a person can check. */
export interface Said<Code extends string> {
  readonly code: Code;
  /** A plain sentence. */
  readonly sentence: string;
  /** By name, as in the sentence: base units, cents, weeks. */
  readonly numbers: Readonly<Record<string, number>>;
}
