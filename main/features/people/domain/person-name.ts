import { isCredential, isParticle, isSuffix, isTitle, properCase } from './name-words.ts';

/** The parts of a name. Without a given name the whole name is the family name. */
export interface PersonName {
  readonly givenName: string;
  /** With the credentials that follow it: "Kim, NP". */
  readonly familyName: string;
  readonly nickname: string;
}

/**
 * Reads a name in any of the ways lists write it: "First Last", "Last, First M.", "Dr. Lee", "Hana Kim, NP", `Robert "Bob" Smith`,
 * "Smith, Robert (Bob)", all in capitals or in small letters. Nothing but blanks gives an empty family name.
 */
export function readPersonName(text: string): PersonName {
  const { rest, nickname } = takeNickname(tidy(text));
  const capitals = rest !== '' && rest === rest.toUpperCase();
  const parts = rest
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const first = parts[0];
  if (first === undefined) return { givenName: '', familyName: properCase(nickname), nickname: '' };
  const { names, credentials } = sortParts(parts, capitals);
  const name = names.length > 1 ? lastFirst(names, credentials) : firstLast(names[0] ?? first, credentials);
  return {
    givenName: properParts(name.givenName, capitals),
    familyName: [properParts(name.familyName, capitals), ...credentials].join(', '),
    nickname: properCase(nickname),
  };
}

/** The name as the schedule and the wall show it, with the nickname people use where there is one. */
export function displayName(person: PersonName): string {
  const called = person.nickname !== '' && !isTitle(person.givenName.split(' ')[0] ?? '') ? person.nickname : person.givenName;
  return `${called} ${person.familyName}`.trim();
}

const tidy = (text: string): string =>
  text
    .replace(/[*†‡#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .trim();

function takeNickname(text: string): { rest: string; nickname: string } {
  const match = /["“”]([^"“”]+)["“”]|\(([^()]+)\)|(?:^|\s)['‘]([^'‘’]+)['’](?=\s|$)/.exec(text);
  const nickname = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  if (!match || !/^\p{L}[\p{L} .'’-]*$/u.test(nickname)) return { rest: text, nickname: '' };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  // "(RN)" is a credential and not what people call someone.
  if (isCredential(nickname)) return { rest: `${tidy(rest)}, ${nickname}`, nickname: '' };
  return { rest: tidy(rest).replace(/,\s*$/, ''), nickname };
}

const isAllCredentials = (part: string): boolean => part.split(/[\s/]+/).every(isCredential);

/** Parts between commas: names first, then credentials. In a name all in capitals "KIM, DO" is a name, for both parts may be. */
function sortParts(parts: readonly string[], capitals: boolean): { names: string[]; credentials: string[] } {
  const [first = '', ...rest] = parts;
  const single = !first.includes(' ');
  const credentials = rest.filter((part, index) => isAllCredentials(part) && !(capitals && single && index === 0));
  const suffix = rest.filter((part) => isSuffix(part));
  const names = rest.filter((part) => !credentials.includes(part) && !suffix.includes(part));
  return { names: [[first, ...suffix].join(' '), ...names], credentials };
}

function lastFirst(names: readonly string[], credentials: string[]): Omit<PersonName, 'nickname'> {
  const [familyName = '', ...given] = names;
  const words = given.join(' ').split(' ');
  while (words.length > 1 && isCredential(words.at(-1) ?? '')) credentials.unshift(words.pop() ?? '');
  return { familyName, givenName: words.join(' ') };
}

/** Splits "First Middle van Last Jr. RN"; a title stays with the given name. Moves credentials without a comma to `credentials`. */
function firstLast(text: string, credentials: string[]): Omit<PersonName, 'nickname'> {
  const words = text.split(' ');
  while (words.length > 2 && isCredential(words.at(-1) ?? '')) {
    credentials.unshift(words.pop() ?? '');
  }
  let start = words.length - 1;
  if (start > 1 && isSuffix(words[start] ?? '')) start -= 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return { givenName: words.slice(0, Math.max(0, start)).join(' '), familyName: words.slice(Math.max(0, start)).join(' ') };
}

/** Capitals are judged part by part, so that "SMITH, Bob" comes right too. Initials such as JD stay; MA is a name where all is in capitals. */
function properParts(part: string, allCapitals: boolean): string {
  const letters = part.replace(/[^\p{L}]/gu, '');
  const initials = letters.length < 3 && !(allCapitals && /[aeiouy]/i.test(letters));
  return initials && part !== part.toLowerCase() ? part : properCase(part);
}
