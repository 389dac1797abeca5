/** Weights of the sheet's type. */
export type Weight = 400 | 500 | 700;

/** Advance widths of Inter for U+0020 to U+007E, in thousandths of the type size, as Chromium measures them. */
const regular = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620, 566, 619, 620, 288,
  302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744,
  690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612,
  612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const bold = [
  237, 338, 552, 649, 655, 1016, 672, 339, 377, 377, 559, 679, 334, 468, 334, 388, 674, 431, 630, 646, 676, 622, 649, 582, 651, 649, 334,
  343, 679, 679, 679, 560, 1016, 747, 662, 740, 722, 607, 587, 750, 747, 281, 584, 719, 565, 932, 762, 771, 648, 777, 657, 655, 667, 732,
  747, 1038, 738, 731, 664, 377, 388, 377, 487, 476, 365, 581, 630, 588, 630, 596, 398, 632, 623, 271, 271, 580, 271, 913, 623, 613, 630,
  630, 407, 560, 366, 623, 600, 850, 580, 602, 573, 469, 372, 469, 679,
];
const tabularDigit = 648;
const enDash = 500;
/** Scripts that Inter lacks are set in another font: assumed wide, so that text is never cut. */
const otherLetter = 760;
const ideograph = 1050;
const combiningMark = /\p{M}/gu;

function advance(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  if (weight === 500 && character >= '0' && character <= '9') return tabularDigit;
  if (character === '–') return enDash;
  const widths = weight === 700 ? bold : regular;
  const known = widths[code - 32];
  if (known !== undefined) return weight === 500 ? known * 1.025 : known;
  return code >= 0x2e80 ? ideograph : otherLetter;
}

/** Widths already counted, in em by weight and text: a fit asks for the same ones at many sizes. */
const counted: Readonly<Record<Weight, Map<string, number>>> = { 400: new Map(), 500: new Map(), 700: new Map() };
const mostCounted = 20_000;

function emWidth(text: string, weight: Weight): number {
  const known = counted[weight].get(text);
  if (known !== undefined) return known;
  let sum = 0;
  for (const character of text.normalize('NFD').replace(combiningMark, '')) sum += advance(character, weight);
  if (counted[weight].size >= mostCounted) counted[weight].clear();
  counted[weight].set(text, sum / 1000);
  return sum / 1000;
}

/** Width of a text in one line, in points at `size` points. Weight 500 is set in tabular figures. */
export const textWidth = (text: string, size: number, weight: Weight = 400): number => emWidth(text, weight) * size;

/** Kept free at the end of a line, as a share of it, so that the browser never needs a line more than is counted here. */
export const slack = 0.025;

/** Lines the text takes within `width` points, wrapped at spaces; a word that is too long is broken. */
export function lineCount(text: string, size: number, width: number, weight: Weight = 400): number {
  const room = Math.max(width * (1 - slack), size);
  const space = textWidth(' ', size, weight);
  let lines = 0;
  let used = Infinity;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const length = textWidth(word, size, weight);
    if (used + space + length <= room) {
      used += space + length;
    } else {
      const own = Math.ceil(length / room);
      lines += own;
      // What a broken word leaves of its last line is not counted on.
      used = own > 1 ? room : length;
    }
  }
  return Math.max(lines, 1);
}

/** Width of the longest word, in points: a column narrower than this breaks it. */
export function longestWord(text: string, size: number, weight: Weight = 400): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => textWidth(word, size, weight)));
}
