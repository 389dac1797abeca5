import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { dateOf, dayOfYear, fullYear, readGs1Date } from './scan-dates.ts';

/** What a code of the Health Industry Bar Code standard says (ANSI/HIBC 2.6). */
export interface Hibc {
  /** The device part without lot and check character, "+X999123ABC0": as identifiers are kept and compared. Null for a secondary code alone. */
  readonly device: string | null;
  readonly labeler: string | null;
  readonly productNumber: string | null;
  /** 0 a single piece, 1 to 8 larger and larger packs, 9 a varying quantity. */
  readonly packLevel: number | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly expiresOn: LocalDate | null;
  readonly madeOn: LocalDate | null;
  readonly count: number | null;
  /** The check character at the end is the right one. */
  readonly right: boolean;
  /** A date is written that no calendar has. */
  readonly impossibleDate: boolean;
}

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** The check character for the text before it: the sum of the characters' places, modulo 43. Undefined for characters HIBC does not have. */
export function hibcCheckCharacter(text: string): string | undefined {
  const places = [...text].map((character) => characters.indexOf(character));
  return places.includes(-1) ? undefined : characters[places.reduce((sum, place) => sum + place, 0) % 43];
}

/** Where the date of a secondary part is, by its first digit; the figures are its length. */
const dateForms: Readonly<Record<string, readonly [number, (digits: string, today: LocalDate) => LocalDate | undefined]>> = {
  '2': [6, (digits, today) => dateOf(fullYear(Number(digits.slice(4)), today), Number(digits.slice(0, 2)), Number(digits.slice(2, 4)))],
  '3': [6, readGs1Date],
  '4': [8, (digits, today) => readGs1Date(digits.slice(0, 6), today)],
  '5': [5, (digits, today) => dayOfYear(fullYear(Number(digits.slice(0, 2)), today), Number(digits.slice(2)))],
  '6': [7, (digits, today) => dayOfYear(fullYear(Number(digits.slice(0, 2)), today), Number(digits.slice(2, 5)))],
};

/** Reads an HIBC code, with or without the asterisks of Code 39. Undefined when it is none. */
export function readHibc(text: string, today: LocalDate): Hibc | undefined {
  const plain = text.trim().replace(/^\*(.*)\*$/, '$1');
  if (!/^\+(?:[A-Z][A-Z0-9]{3}[A-Z0-9]{2,}|\$|\d{5})/.test(plain) || plain.length < 8) return undefined;
  const [body, check] = [plain.slice(0, -1), plain.at(-1)];
  const [first = '', ...rest] = body.slice(1).split('/');
  const primary = /^([A-Z][A-Z0-9]{3})([A-Z0-9]{1,18})(\d)$/.exec(first);
  const found: Found = {};
  for (const part of primary ? rest : [first, ...rest]) readPart(part, today, found);
  return {
    device: primary ? `+${first}` : null,
    labeler: primary?.[1] ?? null,
    productNumber: primary?.[2] ?? null,
    packLevel: primary ? Number(primary[3]) : null,
    lot: found.lot ?? null,
    serial: found.serial ?? null,
    expiresOn: found.expiresOn ?? null,
    madeOn: found.madeOn ?? null,
    count: found.count ?? null,
    right: hibcCheckCharacter(body) === check,
    impossibleDate: found.impossibleDate ?? false,
  };
}

interface Found {
  lot?: string;
  serial?: string;
  expiresOn?: LocalDate;
  madeOn?: LocalDate;
  count?: number;
  impossibleDate?: boolean;
}

function readPart(part: string, today: LocalDate, found: Found): void {
  const dated = /^(14D|16D)(\d{4})(\d{2})(\d{2})$/.exec(part);
  if (dated) {
    const on = dateOf(Number(dated[2]), Number(dated[3]), Number(dated[4]));
    if (on === undefined) found.impossibleDate = true;
    else if (dated[1] === '14D') found.expiresOn = on;
    else found.madeOn = on;
  } else if (part.startsWith('$$')) {
    const after = part.slice(part.startsWith('$$+') ? 3 : 2);
    name(readDated(after, today, found), part.startsWith('$$+'), found);
  } else if (part.startsWith('$')) {
    name(part.slice(part.startsWith('$+') ? 2 : 1), part.startsWith('$+'), found);
  } else if (part.startsWith('S')) {
    name(part.slice(1), true, found);
  } else if (/^Q\d{1,5}$/.test(part)) {
    found.count = Number(part.slice(1));
  } else if (/^\d{5}/.test(part)) {
    const on = dayOfYear(fullYear(Number(part.slice(0, 2)), today), Number(part.slice(2, 5)));
    if (on === undefined) found.impossibleDate = true;
    else found.expiresOn = on;
    name(part.slice(5), false, found);
  }
}

function name(text: string, isSerial: boolean, found: Found): void {
  if (text === '') return;
  if (isSerial) found.serial = text;
  else found.lot = text;
}

/** Quantity and date of a part, both optional; gives back the lot or serial number after them. */
function readDated(text: string, today: LocalDate, found: Found): string {
  const quantity = /^(?:8(\d{2})|9(\d{5}))/.exec(text);
  if (quantity) found.count = Number(quantity[1] ?? quantity[2]);
  const rest = text.slice(quantity?.[0].length ?? 0);
  if (rest.startsWith('7')) return rest.slice(1);
  // 0 and 1 begin a month: MMYY, through the month's last day.
  const form = dateForms[rest[0] ?? ''];
  const [skip, length] = form ? [1, form[0]] : [0, 4];
  const digits = rest.slice(skip, skip + length);
  if (!/^\d+$/.test(digits) || digits.length < length) return rest;
  const on = form ? form[1](digits, today) : dateOf(fullYear(Number(digits.slice(2)), today), Number(digits.slice(0, 2)), 0);
  if (on === undefined) found.impossibleDate = true;
  else found.expiresOn = on;
  return rest.slice(skip + length);
}
