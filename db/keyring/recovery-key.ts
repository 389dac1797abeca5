import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, which are misread on paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 8;
const lettersOfGroup = 4;

/**
 * A new recovery key: 160 random bits as eight groups of five letters, the fifth of which checks its group,
 * so that a mistyped group is named before anything is tried.
 */
export function newRecoveryKey(): string {
  const values = [...randomBytes(groups * lettersOfGroup)].map((byte) => byte % 32);
  return Array.from({ length: groups }, (_, group) => {
    const part = values.slice(group * lettersOfGroup, (group + 1) * lettersOfGroup);
    return [...part, checkOf(part, group)].map((value) => letters[value]).join('');
  }).join('-');
}

export type RecoveryKeyRead =
  | { readonly ok: true; readonly bytes: Buffer; readonly text: string }
  /** `groups` counts from 1: those that are mistyped or missing. */
  | { readonly ok: false; readonly groups: readonly number[]; readonly message: string };

/** Reads a typed recovery key: any case, blanks and dashes, O for 0 and I or L for 1. */
export function readRecoveryKey(typed: string): RecoveryKeyRead {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const size = lettersOfGroup + 1;
  if (text.length !== groups * size) {
    const whole = Math.min(groups, Math.floor(text.length / size));
    const message =
      text.length < groups * size
        ? `The recovery key has 8 groups of 5; group ${whole + 1} is not complete. Compare it with the printed sheet.`
        : 'There is more here than the 8 groups of 5 of a recovery key. Compare it with the printed sheet.';
    return { ok: false, groups: text.length < groups * size ? [whole + 1] : [], message };
  }
  const parts = Array.from({ length: groups }, (_, group) =>
    Array.from(text.slice(group * size, (group + 1) * size), (letter) => letters.indexOf(letter)),
  );
  const wrong = parts.flatMap((part, group) =>
    part.includes(-1) || checkOf(part.slice(0, lettersOfGroup), group) !== part[lettersOfGroup] ? [group + 1] : [],
  );
  if (wrong.length > 0) {
    const named = wrong.length === 1 ? `Group ${wrong[0]} is` : `Groups ${wrong.join(', ')} are`;
    return { ok: false, groups: wrong, message: `${named} mistyped. Compare with the printed sheet.` };
  }
  const clean = parts.map((part) => part.map((value) => letters[value]).join('')).join('-');
  return { ok: true, bytes: Buffer.from(parts.flatMap((part) => part.slice(0, lettersOfGroup))), text: clean };
}

/** A weighted sum in the field of 32 elements: it finds every single wrong letter, every swap of two, and a group in another's place. */
function checkOf(values: readonly number[], group: number): number {
  let weight = 2;
  let check = 0;
  for (const value of [...values, group]) {
    check ^= times(weight, value);
    weight = times(weight, 2);
  }
  return check;
}

/** Multiplication modulo x^5 + x^2 + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((other >> bit) & 1) product ^= one << bit;
  for (let bit = 9; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}
