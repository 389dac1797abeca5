/** The small words of names: titles, credentials, particles, and how to capitalise. */

const wordSet = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

const titles = wordSet('dr doctor mr mrs ms miss prof nurse');
const suffixes = wordSet('jr sr ii iii iv v');
const particles = wordSet(
  'van von der den ter ten de del della di da do dos das du la le los las el al bin ibn abu st saint san santa mac mc y e',
);
/** Written small when a name typed all in capitals is put right. */
const smallParticles = wordSet('van von der den ter ten de del della di da dos das du la bin y');

/** Degrees, licences and certificates that stand after the names of clinic staff. */
const credentials = wordSet(
  'MD DO MBBS PHD DPM DDS DMD OD DC PHARMD PSYD DNP NP FNP FNPC ANP AGNP PNP CNP CRNP APRN ARNP APN PA PAC',
  'RN BSN MSN LPN LVN CNA CNM CRNA CNS MA CMA RMA CCMA NCMA RT RTR RRT ARRT LMRT RDMS CT MLT MLS MT CPT PBT',
  'CPC CCS RHIT RHIA LCSW MSW LPC PT DPT PTA OT OTR SLP RD LD RPH EMT MPH MBA MHA FACP FAAFP FAAP FACS FACOG FACC BC C',
);

const letters = (word: string): string => word.toLowerCase().replace(/[^\p{L}]/gu, '');

export const isTitle = (word: string): boolean => titles.has(letters(word));
export const isSuffix = (word: string): boolean => suffixes.has(letters(word));
export const isParticle = (word: string): boolean => particles.has(letters(word));

/** Whether a word is a credential such as RN or PA-C. Only as written: in capitals, or mixed as in PhD and PharmD. */
export function isCredential(word: string): boolean {
  const plain = word.replace(/[^\p{L}]/gu, '');
  if (!credentials.has(plain.toUpperCase())) return false;
  return plain === plain.toUpperCase() || plain === 'PhD' || plain === 'PharmD' || plain === 'PsyD' || /^(?:[A-Za-z]\.){2,}$/.test(word);
}

/** Puts capitals right in a name typed all in capitals or all in small letters; every other name stays as it is. */
export function properCase(name: string): string {
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name;
  const words = name.split(' ');
  return words.map((word, index) => properWord(word, index === words.length - 1 && words.length > 1)).join(' ');
}

// "Mac" begins many names that are no Mac names (Macy, Mack), so these are listed.
const macName = /^Mac(?=donald|kenzie|leod|arthur|intyre|intosh|millan|pherson|dougal|gregor|kay|lean|neil|namara)(\p{L})/u;

function properWord(word: string, isLast: boolean): string {
  const lower = word.toLowerCase();
  if (/^(?:ii|iii|iv)$/.test(lower)) return lower.toUpperCase();
  if (smallParticles.has(lower) && !isLast) return lower;
  return lower
    .replace(/(^|[-'’.(“"])(\p{L})/gu, (_match, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_match, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(macName, (_match, letter: string) => `Mac${letter.toUpperCase()}`)
    .replace(/(['’])S$/, '$1s');
}
