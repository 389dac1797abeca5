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

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæœ]/gi, (letter) => ({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' })[letter.toLowerCase()] ?? letter)
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface Keys {
  /** First names in lower case without title and middle initials. */
  readonly given: string;
  readonly family: string;
  readonly nickname: string;
  readonly titled: boolean;
}

function keysOf(name: PersonName): Keys {
  const words = name.givenName.split(' ').filter((word) => word !== '');
  const [familyPart = '', ...after] = name.familyName.split(',');
  const family = [
    familyPart,
    ...after.filter(
      (part) =>
        !part
          .trim()
          .split(/[\s/]+/)
          .every(isCredential),
    ),
  ].join(' ');
  const given = fold(words.filter((word) => !isTitle(word)).join(' ')).split(' ');
  return {
    given: given.filter((word, index) => index === 0 || word.length > 1).join(' '),
    family: fold(
      family
        .split(' ')
        .filter((word) => !isSuffix(word) || !/^(?:jr|sr)\.?$/i.test(word))
        .join(' '),
    ).replace(/ /g, ''),
    nickname: fold(name.nickname),
    titled: words.some(isTitle),
  };
}

/** One key for two spellings of the same full name: case, accents, punctuation, titles, credentials and middle initials fall away. */
export function nameKey(name: PersonName): string {
  const keys = keysOf(name);
  const junior = /\bjr\b/i.test(name.familyName) ? ' jr' : '';
  return `${keys.given}|${keys.family}${junior}`;
}

const firstWord = (given: string): string => given.split(' ')[0] ?? '';

/** Every key under which a person can be found, by strength. */
function personKeys(name: PersonName): Record<MatchStrength, string[]> {
  const { given, family, nickname } = keysOf(name);
  const firsts = [firstWord(given), nickname].filter((word) => word !== '');
  const calledNames = firsts.flatMap(fullNamesOf);
  return {
    exact: [nameKey(name), ...(nickname === '' ? [] : [`${nickname}|${family}`])],
    nickname: [...new Set([...firsts, ...calledNames])].map((first) => `${first}|${family}`),
    partial: [
      ...new Set(
        [...firsts, ...calledNames]
          .flatMap((first) => [first, `${first}|${family.charAt(0)}`, `${first.charAt(0)}|${family}`])
          .concat(family),
      ),
    ],
  };
}

/** The keys a name on a list is looked for with; the first key that finds anyone decides. */
function searchKeys(name: PersonName): Record<MatchStrength, string[]> {
  const { given, family, nickname, titled } = keysOf(name);
  const first = firstWord(given);
  const called = [first, nickname].filter((word) => word !== '');
  const exact = [nameKey(name), ...(nickname === '' ? [] : [`${nickname}|${family}`])];
  if (called.length === 0) return { exact, nickname: [], partial: [family] };
  const nicknames = called.flatMap((word) => [word, ...fullNamesOf(word)]).map((word) => `${word}|${family}`);
  const initials = first.length === 1 || family.length === 1 ? called.flatMap(fullNamesOf).map((word) => `${word}|${family}`) : [];
  return { exact, nickname: nicknames, partial: titled && given === '' ? [family] : initials };
}

const strengths: readonly MatchStrength[] = ['exact', 'nickname', 'partial'];

/**
 * Prepares a search by name over people; the work is done once, each search is a few look-ups. Takes "Last, First", short names
 * (Bob for Robert), and, down to `weakest` "partial" (the default), a first name, a family name, or first name and initial, where only
 * one person fits.
 */
export function matchPeople<Person extends PersonName>(people: readonly Person[]): PeopleMatcher<Person> {
  const index: Record<MatchStrength, Map<string, Set<Person>>> = { exact: new Map(), nickname: new Map(), partial: new Map() };
  for (const person of people) {
    const keys = personKeys(person);
    for (const strength of strengths) {
      for (const key of keys[strength]) {
        const found = index[strength].get(key);
        if (found) found.add(person);
        else index[strength].set(key, new Set([person]));
      }
    }
  }
  return (name, weakest = 'partial') => {
    const keys = searchKeys(typeof name === 'string' ? readPersonName(name) : name);
    for (const strength of strengths.slice(0, strengths.indexOf(weakest) + 1)) {
      const found = [...new Set(keys[strength].flatMap((key) => [...(index[strength].get(key) ?? [])]))];
      const [person] = found;
      if (person && found.length === 1) return { kind: 'known', person, strength };
      if (found.length > 1) return { kind: 'ambiguous', people: found };
    }
    return { kind: 'none' };
  };
}
