/** A unit of measure as distributors abbreviate it and offices say it. */
export interface UnitWord {
  /** Two or three capitals, as most US distributors print them: EA, BX, CS. */
  readonly code: string;
  readonly singular: string;
  readonly plural: string;
  /** Other ways lists write it, in small letters. */
  readonly aliases: readonly string[];
  /** How many single pieces it always is (a pair 2, a dozen 12); null where it depends on the item. */
  readonly pieces: number | null;
}

const unit = (code: string, singular: string, plural: string, aliases = '', pieces: number | null = null): UnitWord => ({
  code,
  singular,
  plural,
  aliases: aliases === '' ? [] : aliases.split(' '),
  pieces,
});

/**
 * The units of the field. CA is a case, as US distributors use it (and X12 defines it), and CT a carton. The list is our own; the
 * abbreviations are those of distributors' price files.
 */
export const unitWords: readonly UnitWord[] = [
  unit('EA', 'each', 'each', 'e ech eac eaches unit units un ut u item items it piece pieces pc pcs pce count single singles', 1),
  unit('PR', 'pair', 'pairs', 'prs', 2),
  unit('DZ', 'dozen', 'dozen', 'doz dzn dozens', 12),
  unit('HD', 'hundred', 'hundred', 'hundreds', 100),
  unit('GRS', 'gross', 'gross', 'gro', 144),
  unit('TH', 'thousand', 'thousand', 'thousands thou', 1000),
  unit('BX', 'box', 'boxes', 'bxs boxs'),
  unit('CS', 'case', 'cases', 'ca cse cas css'),
  unit('CT', 'carton', 'cartons', 'ctn ctns crt crtn'),
  unit('PK', 'pack', 'packs', 'pkg pkgs pks pac pck package packages packet packets'),
  unit('BG', 'bag', 'bags', 'bgs'),
  unit('BT', 'bottle', 'bottles', 'btl btls bo bot'),
  unit('RL', 'roll', 'rolls', 'rls ro rol'),
  unit('TB', 'tube', 'tubes', 'tu tub tbe'),
  unit('VL', 'vial', 'vials', 'vi via vls'),
  unit('AM', 'ampoule', 'ampoules', 'amp amps ampul ampuls ampule ampules'),
  unit('SY', 'syringe', 'syringes', 'syr syrs'),
  unit('DS', 'dose', 'doses', 'dos'),
  unit('TAB', 'tablet', 'tablets', 'tabs tbl tbs'),
  unit('CAP', 'capsule', 'capsules', 'caps cp'),
  unit('KT', 'kit', 'kits', 'kts ki'),
  unit('ST', 'set', 'sets'),
  unit('TR', 'tray', 'trays', 'try'),
  unit('JR', 'jar', 'jars', 'ja'),
  unit('JG', 'jug', 'jugs'),
  unit('CN', 'can', 'cans', 'canister canisters'),
  unit('SH', 'sheet', 'sheets', 'sht shts'),
  unit('PD', 'pad', 'pads'),
  unit('RM', 'ream', 'reams'),
  unit('SL', 'sleeve', 'sleeves', 'slv slvs'),
  unit('SP', 'strip', 'strips', 'str'),
  unit('SA', 'sachet', 'sachets', 'sac'),
  unit('PCH', 'pouch', 'pouches', 'pou pch'),
  unit('DP', 'dispenser', 'dispensers', 'disp dsp'),
  unit('PL', 'pail', 'pails', 'bucket buckets'),
  unit('DR', 'drum', 'drums'),
  unit('CY', 'cylinder', 'cylinders', 'cyl tank tanks'),
  unit('CTG', 'cartridge', 'cartridges'),
  unit('TST', 'test', 'tests'),
  unit('GL', 'gallon', 'gallons', 'gal gals'),
  unit('QT', 'quart', 'quarts', 'qts'),
  unit('PT', 'pint', 'pints', 'pts'),
  unit('OZ', 'ounce', 'ounces', 'ozs'),
  unit('LB', 'pound', 'pounds', 'lbs'),
  unit('LT', 'liter', 'liters', 'l ltr ltrs litre litres'),
  unit('ML', 'mL', 'mL', 'milliliter milliliters millilitre millilitres cc'),
  unit('PA', 'pallet', 'pallets', 'plt pal skid'),
];

const byWord = new Map<string, UnitWord>();
for (const word of unitWords) {
  for (const text of [word.code, word.singular, word.plural, ...word.aliases]) byWord.set(text.toLowerCase(), word);
}

const tidy = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\((?:s|es)\)$/, '')
    .replace(/\.$/, '');

/** The unit a word stands for in any of its spellings ("Each ", "EA", "bxs."). Undefined when nobody writes a unit so. */
export const findUnitWord = (text: string): UnitWord | undefined => byWord.get(tidy(text));

/** What the screen says for a unit code or a vendor's own word: "1 box", "2 boxes", "3 each". */
export function unitName(code: string, count: number): string {
  const known = findUnitWord(code);
  if (known) return count === 1 ? known.singular : known.plural;
  const word = /^[A-Z]{4,}$/.test(code) ? code.toLowerCase() : code.trim();
  if (count === 1 || !/[a-z]{3}$/.test(word) || word.endsWith('s')) return word;
  return /(?:x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
