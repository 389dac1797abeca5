import { isCredential, isSuffix, isTitle } from './name-words.ts';
import { fullNamesOf } from './nicknames.ts';
import { readPersonName, type PersonName } from './person-name.ts';

/** How sure a match is: the same name, a short form of the first name, or only part of the name. */
export type MatchStrength = 'exact' | 'nickname' | 'partial';

export type NameMatch<Person> =
  | { readonly kind: 'known'; readonly person: Person; readonly strength: MatchStrength }
  /** Several people fit equally well. */
  | { readonly kind: 'ambiguous'; readonly people: readonly Person[] }
  | { readonly kind: 'none' };

/** Finds people by what a list calls them. */
export type PeopleMatcher<Person> = (name: string | PersonName, weakest?: MatchStrength) => NameMatch<Person>;

const special: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' };

/** Lower case, without accents and punctuation. Most names are plain letters and take the short way. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæœ]/g, (letter) => special[letter] ?? letter)
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Keys {
  /** First names in lower case without title and middle initials. */
  readonly given: string;
  readonly family: string;
  readonly nickname: string;
  readonly titled: boolean;
}

// Each name is looked up under several keys, and an import has thousands of names.
const known = new WeakMap<PersonName, Keys>();

function keysOf(name: PersonName): Keys {
  const before = known.get(name);
  if (before) return before;
  const keys: Keys = {
    given: givenKey(name.givenName),
    family: familyKey(name.familyName),
    nickname: fold(name.nickname),
    titled: hasTitle(name.givenName),
  };
  known.set(name, keys);
  return keys;
}

const hasTitle = (givenName: string): boolean => givenName !== '' && givenName.split(' ').some(isTitle);

function givenKey(givenName: string): string {
  if (!/[ .]/.test(givenName)) return isTitle(givenName) ? '' : fold(givenName);
  const words = givenName.split(' ').filter((word) => !isTitle(word));
  return fold(words.join(' '))
    .split(' ')
    .filter((word, index) => index === 0 || word.length > 1)
    .join(' ');
}

function familyKey(familyName: string): string {
  if (!/[ ,.]/.test(familyName)) return fold(familyName).replace(/ /g, '');
  const [first = '', ...after] = familyName.split(',');
  const names = [
    first,
    ...after.filter(
      (part) =>
        !part
          .trim()
          .split(/[\s/]+/)
          .every(isCredential),
    ),
  ].join(' ');
  const words = names.split(' ').filter((word) => !isSuffix(word) || !/^(?:jr|sr)\.?$/i.test(word));
  return fold(words.join(' ')).replace(/ /g, '');
}

/** One key for two spellings of the same full name: case, accents, punctuation, titles, credentials and middle initials fall away. */
export function nameKey(name: PersonName): string {
  const keys = keysOf(name);
  return `${keys.given}|${keys.family}${/\bjr\b/i.test(name.familyName) ? ' jr' : ''}`;
}

const firstWord = (given: string): string => given.split(' ')[0] ?? '';

const strengths: readonly MatchStrength[] = ['exact', 'nickname', 'partial'];

const exactKeys = (name: PersonName, { family, nickname }: Keys): string[] => [
  nameKey(name),
  ...(nickname === '' ? [] : [`${nickname}|${family}`]),
];

/** The keys under which a person can be found. */
function personKeys(name: PersonName, strength: MatchStrength): string[] {
  const keys = keysOf(name);
  if (strength === 'exact') return exactKeys(name, keys);
  const { given, family, nickname } = keys;
  const firsts = [firstWord(given), nickname].filter((word) => word !== '');
  const called = [...new Set([...firsts, ...firsts.flatMap(fullNamesOf)])];
  if (strength === 'nickname') return called.map((first) => `${first}|${family}`);
  return [...called.flatMap((first) => [first, `${first}|${family.charAt(0)}`, `${first.charAt(0)}|${family}`]), family];
}

/** The keys a name on a list is looked for with. */
function searchKeys(name: PersonName, strength: MatchStrength): string[] {
  const keys = keysOf(name);
  if (strength === 'exact') return exactKeys(name, keys);
  const { given, family, nickname, titled } = keys;
  const first = firstWord(given);
  const called = [first, nickname].filter((word) => word !== '').flatMap((word) => [word, ...fullNamesOf(word)]);
  if (strength === 'nickname') return called.map((word) => `${word}|${family}`);
  if (called.length === 0) return [family];
  if (first.length === 1 || family.length === 1) return called.map((word) => `${word}|${family}`);
  return titled && given === '' ? [family] : [];
}

type Index<Person> = ReadonlyMap<string, readonly Person[]>;

function indexPeople<Person extends PersonName>(people: readonly Person[], strength: MatchStrength): Index<Person> {
  const index = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of personKeys(person, strength)) {
      const found = index.get(key);
      if (!found) index.set(key, [person]);
      else if (found.at(-1) !== person) found.push(person);
    }
  }
  return index;
}

function findAll<Person>(index: Index<Person>, keys: readonly string[]): readonly Person[] {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return index.get(only) ?? [];
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
}

/**
 * Prepares a search by name over people; the work is done once, each search is a few look-ups. Takes "Last, First", short names
 * (Bob for Robert), and, down to `weakest` "partial" (the default), a first name, a family name, or first name and initial, where only
 * one person fits.
 */
export function matchPeople<Person extends PersonName>(people: readonly Person[]): PeopleMatcher<Person> {
  const indexes = new Map<MatchStrength, Index<Person>>();
  const indexOf = (strength: MatchStrength): Index<Person> => {
    const index = indexes.get(strength) ?? indexPeople(people, strength);
    indexes.set(strength, index);
    return index;
  };
  return (name, weakest = 'partial') => {
    if (people.length === 0) return { kind: 'none' };
    const read = typeof name === 'string' ? readPersonName(name) : name;
    for (const strength of strengths.slice(0, strengths.indexOf(weakest) + 1)) {
      const found = findAll(indexOf(strength), searchKeys(read, strength));
      const [person] = found;
      if (person && found.length === 1) return { kind: 'known', person, strength };
      if (found.length > 1) return { kind: 'ambiguous', people: found };
    }
    return { kind: 'none' };
  };
}
