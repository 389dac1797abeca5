import { matchPeople, nameKey, type NameMatch } from './match-people.ts';
import { readPersonName, type PersonName } from './person-name.ts';

/** A name on a list: its parts, who it is, and a key that is the same for two lines of one person. */
export interface ReadName<Person> {
  readonly name: PersonName;
  readonly match: NameMatch<Person>;
  readonly key: string;
  readonly isKnown: boolean;
}

/** Reads the names of a pasted sheet against the people there are; what `readSheet` of the schedule asks for. */
export function nameReader<Person extends PersonName & { readonly id: string }>(
  people: readonly Person[],
): (text: string) => ReadName<Person> {
  const find = matchPeople(people);
  return (text) => {
    const name = readPersonName(text);
    const match = find(name);
    const isKnown = match.kind === 'known';
    return { name, match, isKnown, key: isKnown ? match.person.id : nameKey(name) };
  };
}
