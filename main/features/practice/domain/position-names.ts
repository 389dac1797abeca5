import { positionColours, type PositionColour, type PositionFields } from '../../../../preload/contract/practice/practice.ts';

/** What the guess needs to know of a position. */
export interface NamedPosition {
  readonly name: string;
  readonly code: string;
}

interface Kind {
  readonly code: string;
  readonly colour: PositionColour;
  /** Matches the whole of a normalised job title. */
  readonly words: RegExp;
}

/** The jobs of a medical office, by the words people use for them. The first that matches wins. */
const kinds: readonly Kind[] = [
  { code: 'CD', colour: 'cd', words: /\b(?:coding|coder|cpc|ccs|him)\b/ },
  {
    code: 'BL',
    colour: 'bl',
    words: /\b(?:bill(?:er|ing)|collections?|insurance|claims|payments?|accounts? receivable|ar specialist|revenue)\b/,
  },
  {
    code: 'XR',
    colour: 'xr',
    words: /\b(?:x ?ray|xr|radiolog(?:y|ic)|radiographer|rad tech|imaging|rt r|arrt|ultrasound|sonographer|mammo\w*)\b/,
  },
  { code: 'LB', colour: 'lb', words: /\b(?:lab|labs|laboratory|phlebotom\w*|mlt|mls|cpt|specimen)\b/ },
  {
    code: 'MA',
    colour: 'ma',
    words: /\b(?:medical (?:assistant|asst|assist)|clinical (?:assistant|asst)|med asst|ma|cma|rma|ccma|cma aama|back office)\b/,
  },
  {
    code: 'FD',
    colour: 'fd',
    words:
      /\b(?:front(?: desk| office| end)?|reception(?:ist)?|fd|check ?(?:in|out)|registration|registrar|scheduler|scheduling|psr|patient (?:services?|access)(?: rep\w*)?|receiving|switchboard|phones?)\b/,
  },
  {
    code: 'PR',
    colour: 'pr',
    words:
      /\b(?:providers?|physicians?(?: assistants?)?|doctors?|drs?|md|do|np|fnp|aprn|arnp|pa|pa c|nurse practitioners?|dpm|dds|dmd|od|dc|surgeons?|midwife|cnm|hospitalist|pediatrician|cardiologist)\b/,
  },
  { code: 'RN', colour: 'rn', words: /\b(?:nurs(?:e|es|ing)|rn|lpn|lvn|bsn|cna|triage)\b/ },
];

/** A job title in lower case without punctuation or plural: "Front-Desk Receptionists" is "front desk receptionist". */
const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b([a-z]{3,}[^s])s\b/g, '$1');

// A nurse practitioner and a physician assistant are providers, although their titles hold the words of other jobs.
const providerTitles = /\b(?:nurse practitioner|physician assistant|np|fnp|aprn|arnp|crnp|pa c)\b/;

function kindOf(text: string): Kind | undefined {
  const title = normalise(text);
  if (providerTitles.test(title)) return kinds.find((kind) => kind.code === 'PR');
  return kinds.find((kind) => kind.words.test(title));
}

/**
 * The position of the practice that a job title means, or undefined: by its name or code, else by the words people use
 * ("reception" is the front desk), where only one position of the practice can be meant.
 */
export function guessPosition<Position extends NamedPosition>(text: string, positions: readonly Position[]): Position | undefined {
  const title = normalise(text);
  if (title === '') return undefined;
  const named =
    positions.find((position) => normalise(position.name) === title) ?? positions.find((position) => position.code.toLowerCase() === title);
  if (named) return named;
  const kind = kindOf(text);
  if (!kind) return undefined;
  const candidates = positions.filter((position) => (kindOf(position.name)?.code ?? position.code) === kind.code);
  return candidates.length === 1 ? candidates[0] : candidates.find((position) => position.code === kind.code);
}

/** A new position for a job title nobody knows yet, with a free two-letter code and the next free colour. */
export function draftPosition(title: string, taken: readonly PositionFields[]): PositionFields {
  const kind = kindOf(title);
  return { name: tidyTitle(title).slice(0, 40).trim(), code: freeCode(title, kind, taken), colour: freeColour(kind, taken) };
}

/** Titles typed all in capitals or all in small letters get one capital; short ones such as MRI stay. */
function tidyTitle(title: string): string {
  const text = title.replace(/\s+/g, ' ').trim();
  const shouted = text === text.toUpperCase() && text.length > 4;
  const lower = shouted ? text.toLowerCase() : text;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function freeCode(title: string, kind: Kind | undefined, taken: readonly PositionFields[]): string {
  const used = new Set(taken.map((position) => position.code));
  const letters = title
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z ]+/g, ' ')
    .trim();
  const words = letters.split(/\s+/);
  const first = letters.charAt(0) || 'P';
  const rest = letters.replace(/ /g, '').slice(1).split('');
  const initials = words.length > 1 ? `${first}${words[1]?.charAt(0) ?? ''}` : '';
  const wishes = [kind?.code ?? '', initials, ...rest.map((letter) => first + letter), ...alphabet.map((letter) => first + letter)];
  const all = [...wishes, ...alphabet.flatMap((a) => alphabet.map((b) => a + b))];
  return all.find((code) => code.length === 2 && !used.has(code)) ?? 'ZZ';
}

function freeColour(kind: Kind | undefined, taken: readonly PositionFields[]): PositionColour {
  const used = new Set(taken.map((position) => position.colour));
  if (kind && !used.has(kind.colour)) return kind.colour;
  const colours: readonly PositionColour[] = positionColours;
  return colours.find((colour) => !used.has(colour)) ?? colours[taken.length % colours.length] ?? 'pr';
}
