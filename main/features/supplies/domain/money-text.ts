import { findUnitWord } from './unit-vocabulary.ts';

/** Which of the two separates cents. */
export type DecimalMark = '.' | ',';

export type MoneyReading =
  | {
      readonly ok: true;
      readonly cents: number;
      /** The unit behind the amount, as in "$12.50/BX"; null when none is written. */
      readonly per: string | null;
    }
  | {
      readonly ok: false;
      readonly rule: 'money.empty' | 'money.unreadable' | 'money.finer_than_cents' | 'money.too_large';
      /** The amount as plain digits, where it could be read. */
      readonly decimal: string | null;
      readonly message: string;
    };

/** Most that one price or sum may be: ten million. */
export const mostCents = 1_000_000_000;

const currency = /^(?:us ?\$|usd|cad|c\$|eur|gbp|[$€£])\s*|\s*(?:usd|cad|eur|gbp|[$€£])$/i;
const behind = /\s*(?:\/|\bper\b|\ban?\b)?\s*\b([a-z]{1,10})\.?$/i;

const refuse = (
  rule: Extract<MoneyReading, { ok: false }>['rule'],
  message: string,
  decimal: string | null = null,
): Extract<MoneyReading, { ok: false }> => ({ ok: false, rule, decimal, message });

/**
 * Reads an amount as price lists write it: "$1,914.48 ", "1.914,48", "71", "USD 12.50", "$12.50/BX", "(25.71)" and "25.71-" below zero.
 * `mark` is the column's decimal mark (see `guessDecimalMark`) and settles "1.914" and "1,914". A price finer than a cent is refused and
 * not rounded: it belongs to a larger pack.
 */
export function readMoney(text: string, mark: DecimalMark = '.'): MoneyReading {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (plain === '' || /^[-–—]$/.test(plain)) return refuse('money.empty', 'There is no amount. Write it like 12.50.');
  const { amount, per } = takeUnit(plain);
  const signed = takeSign(amount);
  const decimal = signed && toDecimal(signed.digits, mark);
  if (!signed || decimal === undefined) return refuse('money.unreadable', `“${shorten(plain)}” is no amount. Write it like 12.50.`);
  const [whole = '', fraction = ''] = decimal.split('.');
  const below = fraction.slice(2).replace(/0+$/, '');
  const told = `${signed.below ? '-' : ''}${decimal}`;
  if (below !== '')
    return refuse('money.finer_than_cents', `“${shorten(plain)}” is finer than a cent. Give the price of a whole pack instead.`, told);
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (cents > mostCents) return refuse('money.too_large', `“${shorten(plain)}” is more than $10,000,000. Look at the amount again.`, told);
  return { ok: true, cents: signed.below && cents > 0 ? -cents : cents, per };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function takeUnit(plain: string): { amount: string; per: string | null } {
  const word = behind.exec(plain);
  const unit = findUnitWord(word?.[1] ?? '');
  if (!word || !unit || !/\d/.test(plain.slice(0, word.index))) return { amount: plain, per: null };
  return { amount: plain.slice(0, word.index).trim(), per: unit.code };
}

function takeSign(amount: string): { digits: string; below: boolean } | undefined {
  const bracketed = /^\((.*)\)$/.exec(amount);
  let rest = (bracketed?.[1] ?? amount).trim();
  let below = bracketed !== null;
  rest = rest.replace(/^[-−–]\s*|\s*(?:[-−–]|\bcr)$/i, () => ((below = true), ''));
  rest = rest.replace(currency, '').trim();
  rest = rest.replace(/^[-−–]\s*/, () => ((below = true), ''));
  return /^[\d.,' ’]+$/.test(rest) && /\d/.test(rest) ? { digits: rest.replace(/(\d)[ '’](?=\d{3}(?!\d))/g, '$1'), below } : undefined;
}

/** Digits with marks as "1914.48"; undefined when the marks stand where none can. */
function toDecimal(digits: string, mark: DecimalMark): string | undefined {
  const point = decimalPoint(digits, mark);
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fraction = point < 0 ? '' : digits.slice(point + 1);
  const grouped = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(whole);
  if (!(grouped || /^\d*$/.test(whole)) || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return undefined;
  const figures = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return figures.length > 12 ? undefined : fraction === '' ? figures : `${figures}.${fraction}`;
}

/** Where the decimals begin; -1 when there are none. */
function decimalPoint(digits: string, mark: DecimalMark): number {
  const [dot, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return Math.max(dot, comma);
  const at = Math.max(dot, comma);
  if (at < 0 || digits.indexOf(digits[at] ?? '') !== at) return -1;
  if (digits[at] === mark) return at;
  // The other mark separates thousands only before three digits: 1,914 but 22,50 and 0,125.
  return /^[1-9]\d{0,2}$/.test(digits.slice(0, at)) && /^\d{3}$/.test(digits.slice(at + 1)) ? -1 : at;
}

/** The decimal mark of a column of amounts, from the cells that leave no doubt; the point, as in the US, when none does. */
export function guessDecimalMark(cells: readonly string[]): DecimalMark {
  let [points, commas] = [0, 0];
  for (const cell of cells) {
    const last = /([.,])(\d+)\D*$/.exec(cell.trim());
    const other = last?.[1] === '.' ? ',' : '.';
    if (!last || (last[2]?.length === 3 && !cell.includes(other))) continue;
    if (last[1] === ',') commas += 1;
    else points += 1;
  }
  return commas > points ? ',' : '.';
}
