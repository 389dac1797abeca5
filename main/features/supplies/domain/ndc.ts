/** How the ten digits of an NDC are divided into labeler, product and package (21 CFR 207.33). */
export const ndcFormats = ['4-4-2', '5-3-2', '5-4-1'] as const;
export type NdcFormat = (typeof ndcFormats)[number];

/** A US drug code in the form of eleven digits that bills and identifiers use, and the ten it is made of. */
export interface Ndc {
  /** Eleven digits, 5-4-2 without hyphens: as identifiers are kept and compared. */
  readonly ndc11: string;
  /** "49281-0589-05" */
  readonly hyphenated11: string;
  /** Ten digits without hyphens; null for one written with eleven digits that has no zero to leave out. */
  readonly ndc10: string | null;
  /** How the ten are divided; null when they are not known. */
  readonly format: NdcFormat | null;
}

export type NdcReading =
  | { readonly kind: 'ndc'; readonly ndc: Ndc }
  /** Ten digits without hyphens may be any of these; one of eleven may come from several of ten. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Ndc[]; readonly message: string };

const lengths: Readonly<Record<NdcFormat, readonly [number, number, number]>> = {
  '4-4-2': [4, 4, 2],
  '5-3-2': [5, 3, 2],
  '5-4-1': [5, 4, 1],
};

/** The short part is filled with a zero in front. */
function ndcOf(parts: readonly string[], format: NdcFormat | null): Ndc {
  const [labeler = '', product = '', pack = ''] = parts;
  const filled = [labeler.padStart(5, '0'), product.padStart(4, '0'), pack.padStart(2, '0')];
  return { ndc11: filled.join(''), hyphenated11: filled.join('-'), ndc10: format === null ? null : parts.join(''), format };
}

/** The three codes that ten digits without hyphens may be, in the order of `ndcFormats`. */
export function ndcCandidates(ndc10: string): Ndc[] {
  return ndcFormats.map((format) => {
    const [labeler, product] = lengths[format];
    return ndcOf([ndc10.slice(0, labeler), ndc10.slice(labeler, labeler + product), ndc10.slice(labeler + product)], format);
  });
}

/** The codes of ten digits that eleven may stand for: one for each part that begins with a zero. */
export function ndc10Candidates(ndc11: string): Ndc[] {
  const [labeler, product, pack] = [ndc11.slice(0, 5), ndc11.slice(5, 9), ndc11.slice(9)];
  const found: Ndc[] = [];
  if (labeler.startsWith('0')) found.push(ndcOf([labeler.slice(1), product, pack], '4-4-2'));
  if (product.startsWith('0')) found.push(ndcOf([labeler, product.slice(1), pack], '5-3-2'));
  if (pack.startsWith('0')) found.push(ndcOf([labeler, product, pack.slice(1)], '5-4-1'));
  return found;
}

/** The ten digits as the label prints them: "49281-589-05". Null when their division is not known. */
export function hyphenatedNdc10({ ndc10, format }: Ndc): string | null {
  if (ndc10 === null || format === null) return null;
  const [labeler, product] = lengths[format];
  return `${ndc10.slice(0, labeler)}-${ndc10.slice(labeler, labeler + product)}-${ndc10.slice(labeler + product)}`;
}

/**
 * Reads an NDC with or without hyphens, "NDC" before it left out: ten digits 4-4-2, 5-3-2 or 5-4-1, or eleven 5-4-2. Ten digits without
 * hyphens are ambiguous. Undefined when it is no NDC.
 */
export function readNdc(text: string): NdcReading | undefined {
  const plain = text
    .trim()
    .replace(/^ndc[:#]?\s*/i, '')
    .replace(/[‐‑–—]/g, '-');
  if (/^\d{11}$/.test(plain)) return { kind: 'ndc', ndc: fromEleven(plain) };
  if (/^\d{10}$/.test(plain)) {
    const candidates = ndcCandidates(plain);
    const shown = candidates.map((ndc) => hyphenatedNdc10(ndc)).join(', ');
    return { kind: 'ambiguous', candidates, message: `${plain} may be ${shown}. Write it with its hyphens.` };
  }
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(plain)?.slice(1);
  if (!parts) return undefined;
  const written = parts.map((part) => part.length).join('-');
  if (written === '5-4-2') return { kind: 'ndc', ndc: fromEleven(parts.join('')) };
  const format = ndcFormats.find((one) => one === written);
  return format && { kind: 'ndc', ndc: ndcOf(parts, format) };
}

/** Eleven digits give their ten only when one part alone begins with a zero. */
function fromEleven(ndc11: string): Ndc {
  const candidates = ndc10Candidates(ndc11);
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  return ndcOf([ndc11.slice(0, 5), ndc11.slice(5, 9), ndc11.slice(9)], null);
}
