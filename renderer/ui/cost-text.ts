import { dollarsText } from './money-text.ts';

/** Cents for so many as the price of one, to four decimals: 541 cents for 1,000 are "0.0054". */
export const perUnitText = (cents: number, baseUnits: number): string => (cents / 100 / baseUnits).toFixed(4);

/** Cents as an amount with separators: "1,234.50". */
export function amountText(cents: number): string {
  const [whole = '', part = ''] = dollarsText(cents).split('.');
  return `${Number(whole).toLocaleString('en-US')}.${part}`;
}
