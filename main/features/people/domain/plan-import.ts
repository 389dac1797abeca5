import type {
  ColumnMapping,
  DateOrder,
  ImportCounts,
  ImportRow,
  PersonFields,
  PositionLevel,
} from '../../../../preload/contract/people/people.ts';
import type { PositionFields } from '../../../../preload/contract/practice/practice.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { Table } from '../../../kernel/table/table.ts';
import {
  buildPerson,
  describeChanges,
  mergePositions,
  rateOn,
  type ExistingPerson,
  type NamedLevel,
  type PayRate,
} from './import-person.ts';
import { readImportRow, type ImportValues, type ReadImportRow, type RowContext } from './import-row.ts';
import { PositionBook, type ImportPosition, type PositionWords } from './import-positions.ts';
import { isFullTimeShare } from './import-headers.ts';
import { matchPeople, nameKey, type PeopleMatcher } from './match-people.ts';
import { displayName } from './person-name.ts';
import { guessDateOrder, guessDateOrders } from './read-date.ts';

export interface PeopleImportInput {
  readonly table: Table;
  /** Index in `table.rows` of the first person, as `guessMapping` found it. */
  readonly firstRow: number;
  readonly mapping: ColumnMapping;
  /** Guessed from each column of dates when left out. */
  readonly dateOrder?: DateOrder | undefined;
  readonly existing: readonly ExistingPerson[];
  /** In the practice's order. */
  readonly positions: readonly ImportPosition[];
  readonly positionWords: PositionWords;
  readonly locations: readonly { readonly id: Id; readonly name: string }[];
  /** Weekdays (1 Monday to 7 Sunday) over which hours per week are spread. */
  readonly openWeekdays: readonly number[];
  readonly today: LocalDate;
}

/** A person to save: a new one, or the new state of an existing one. */
export interface PersonDraft {
  readonly line: number;
  readonly existingId?: Id;
  /** `positions` holds only those that exist already. */
  readonly person: PersonFields;
  readonly payRate?: PayRate;
  /** Names of `newPositions` this person takes, and how. */
  readonly newPositions: readonly { readonly name: string; readonly level: PositionLevel }[];
}

export interface PeopleImportPlan {
  readonly rows: readonly ImportRow[];
  /** One for every row to create or change, in the order of the file. */
  readonly drafts: readonly PersonDraft[];
  readonly newPositions: readonly PositionFields[];
  readonly counts: ImportCounts;
  /** The order in which dates were read. */
  readonly dateOrder: DateOrder;
}

/** Plans the import of a staff list: what each line would create, change, leave or be refused for. Saves nothing. */
export function planPeopleImport(input: PeopleImportInput): PeopleImportPlan {
  const planner = new ImportPlanner(input);
  return planner.plan();
}

interface Candidate {
  readonly line: number;
  readonly read: ReadImportRow;
  existing: ExistingPerson | undefined;
}

class ImportPlanner {
  readonly #input: PeopleImportInput;
  readonly #context: RowContext;
  readonly #dateCells: readonly string[];
  readonly #find: PeopleMatcher<ExistingPerson>;
  readonly #book: PositionBook;
  readonly #locationNames: ReadonlyMap<Id, string>;
  readonly #linesByKey = new Map<string, number>();
  readonly #linesByPerson = new Map<Id, number>();
  readonly #drafts: PersonDraft[] = [];

  constructor(input: PeopleImportInput) {
    this.#input = input;
    this.#find = matchPeople(input.existing);
    this.#book = new PositionBook(input.positions, input.positionWords);
    this.#locationNames = new Map(input.locations.map(({ id, name }) => [id, name]));
    const { mapping, table, firstRow, dateOrder } = input;
    const cells = (column: number | null | undefined): string[] =>
      column === null || column === undefined ? [] : table.rows.slice(firstRow).map((row) => row[column] ?? '');
    const dates = { payFrom: cells(mapping.payFrom), activeFrom: cells(mapping.activeFrom), activeTo: cells(mapping.activeTo) };
    this.#dateCells = [...dates.activeFrom, ...dates.activeTo, ...dates.payFrom];
    this.#context = {
      mapping,
      hoursAreShares: isFullTimeShare(table.rows[firstRow - 1]?.[mapping.weeklyHours ?? -1] ?? ''),
      dates: {
        payFrom: guessDateOrders(dates.payFrom, dateOrder),
        activeFrom: guessDateOrders(dates.activeFrom, dateOrder),
        activeTo: guessDateOrders(dates.activeTo, dateOrder),
      },
      findLocation: locationFinder(input.locations),
      locationNames: input.locations.map(({ name }) => name),
    };
  }

  plan(): PeopleImportPlan {
    const candidates = this.#readRows();
    for (const candidate of candidates) this.#refuseTwice(candidate);
    for (const candidate of candidates) this.#matchExactly(candidate);
    for (const candidate of candidates) this.#matchLoosely(candidate);
    const rows = candidates.map((candidate) => this.#decide(candidate));
    const counts = { create: 0, change: 0, same: 0, refuse: 0 };
    for (const row of rows) counts[row.outcome] += 1;
    const dateOrder = this.#input.dateOrder ?? guessDateOrder(this.#dateCells);
    return { rows, drafts: this.#drafts, newPositions: this.#book.made, counts, dateOrder };
  }

  #readRows(): Candidate[] {
    const { table, firstRow } = this.#input;
    const header = table.rows[firstRow - 1]?.join('\u001f');
    const candidates: Candidate[] = [];
    for (let index = firstRow; index < table.rows.length; index += 1) {
      const row = table.rows[index] ?? [];
      // Long lists repeat their headings on every page.
      if (header !== undefined && row.join('\u001f') === header) continue;
      candidates.push({ line: table.lines[index] ?? index + 1, read: readImportRow(row, this.#context), existing: undefined });
    }
    return candidates;
  }

  #refuseTwice({ line, read }: Candidate): void {
    const { name } = read.values;
    if (name.familyName === '') return;
    const keys = [nameKey(name), ...(name.nickname === '' ? [] : [nameKey({ ...name, givenName: name.nickname })])];
    const before = keys.map((key) => this.#linesByKey.get(key)).find((one) => one !== undefined);
    if (before !== undefined) read.reasons.push(`Line ${line} has the same name as line ${before}. Keep one of them, or tell them apart.`);
    for (const key of keys) if (!this.#linesByKey.has(key)) this.#linesByKey.set(key, line);
  }

  #matchExactly(candidate: Candidate): void {
    const { line, read } = candidate;
    if (read.values.name.familyName === '') return;
    const match = this.#find(read.values.name, 'exact');
    if (match.kind === 'ambiguous') {
      read.reasons.push(
        `${match.people.length} people are called ${displayName(read.values.name)}. Change them one by one on the People page.`,
      );
    }
    if (match.kind !== 'known') return;
    candidate.existing = match.person;
    const before = this.#linesByPerson.get(match.person.id);
    if (before === undefined) this.#linesByPerson.set(match.person.id, line);
    else if (read.reasons.length === 0)
      read.reasons.push(`Line ${line} is the same person as line ${before}: ${displayName(match.person)}. Keep one of them.`);
  }

  /** Bob Smith is taken for Robert Smith, unless another line is Robert Smith. */
  #matchLoosely(candidate: Candidate): void {
    const { line, read } = candidate;
    if (candidate.existing || read.reasons.length > 0) return;
    const match = this.#find(read.values.name, 'nickname');
    if (match.kind === 'ambiguous')
      read.remarks.push(
        `May be ${match.people.map(displayName).join(' or ')}, who ${match.people.length > 1 ? 'are' : 'is'} here already.`,
      );
    if (match.kind !== 'known') return;
    const before = this.#linesByPerson.get(match.person.id);
    if (before !== undefined) {
      read.remarks.push(`May be ${displayName(match.person)} of line ${before}.`);
      return;
    }
    candidate.existing = match.person;
    this.#linesByPerson.set(match.person.id, line);
    read.remarks.push(`Taken for ${displayName(match.person)}, who is here already.`);
  }

  #decide({ line, read, existing }: Candidate): ImportRow {
    const { values, reasons, remarks } = read;
    const name = displayName(existing ?? values.name);
    const activeFrom = values.activeFrom ?? existing?.activeFrom ?? null;
    const activeTo = values.activeTo ?? existing?.activeTo ?? null;
    if (activeFrom !== null && activeTo !== null && activeTo < activeFrom)
      reasons.push('The end date is before the start date. Correct one of them.');
    if (overflows(values, this.#input.openWeekdays))
      reasons.push('These hours per week make more than 24 hours a day on the days you are open. Correct them.');
    if (reasons.length > 0) return { line, outcome: 'refuse', name, reasons, changes: [] };
    const positionsBefore = this.#book.named(existing?.positions ?? []);
    const positions = this.#positions(values, positionsBefore, remarks);
    const known = positions.flatMap(({ positionId, level }) => (positionId === null ? [] : [{ positionId, level }]));
    const onlyLocationId = this.#input.locations.length === 1 ? (this.#input.locations[0]?.id ?? null) : null;
    const person = buildPerson(values, known, existing, { openWeekdays: this.#input.openWeekdays, onlyLocationId });
    const payRate = this.#payRate(values, existing);
    const draft: PersonDraft = {
      line,
      ...(existing ? { existingId: existing.id } : {}),
      person,
      ...(payRate ? { payRate } : {}),
      newPositions: positions.flatMap(({ positionId, name: positionName, level }) =>
        positionId === null ? [{ name: positionName, level }] : [],
      ),
    };
    if (!existing) {
      this.#drafts.push(draft);
      return { line, outcome: 'create', name, reasons: remarks, changes: [] };
    }
    const rateBefore = rateOn(existing.payRates ?? [], payRate?.effectiveOn ?? this.#input.today);
    const changes = describeChanges(
      { person: existing, positions: positionsBefore, locationName: this.#locationName(existing.homeLocationId), centsPerHour: rateBefore },
      { person, positions, locationName: this.#locationName(person.homeLocationId), centsPerHour: payRate?.centsPerHour ?? rateBefore },
    );
    if (changes.length === 0) return { line, outcome: 'same', name, reasons: remarks, changes };
    this.#drafts.push(draft);
    return { line, outcome: 'change', name: displayName(person), reasons: remarks, changes };
  }

  #positions(values: ImportValues, before: readonly NamedLevel[], remarks: string[]): NamedLevel[] {
    const own = values.positionTitle === undefined ? [] : this.#book.read(values.positionTitle, remarks);
    const also = values.otherTitles === undefined ? undefined : this.#book.read(values.otherTitles, remarks);
    const [primary, ...rest] = own;
    const others = also === undefined && rest.length === 0 ? undefined : [...rest, ...(also ?? [])];
    return mergePositions(before, primary && { ...primary, level: 'primary' }, others);
  }

  #payRate(values: ImportValues, existing: ExistingPerson | undefined): PayRate | undefined {
    if (values.centsPerHour === undefined) return undefined;
    const effectiveOn = values.payFrom ?? (existing ? this.#input.today : (values.activeFrom ?? this.#input.today));
    const inForce = rateOn(existing?.payRates ?? [], effectiveOn);
    return inForce === values.centsPerHour ? undefined : { effectiveOn, centsPerHour: values.centsPerHour };
  }

  #locationName(id: Id | null): string {
    return id === null ? '' : (this.#locationNames.get(id) ?? '');
  }
}

const overflows = (values: ImportValues, openWeekdays: readonly number[]): boolean =>
  values.weeklyMinutes !== undefined && values.weeklyMinutes > 1440 * (new Set(openWeekdays).size || 5);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By name, else by the beginning of one name only: "Main" is "Main office". */
function locationFinder(locations: PeopleImportInput['locations']): (text: string) => Id | undefined {
  const names = locations.map(({ id, name }) => ({ id, name: plain(name) }));
  const known = new Map<string, Id | undefined>();
  return (text) => {
    const wanted = plain(text);
    if (!known.has(wanted)) {
      const begins = names.filter(({ name }) => wanted !== '' && (name.startsWith(`${wanted} `) || wanted.startsWith(`${name} `)));
      known.set(wanted, names.find(({ name }) => name === wanted)?.id ?? (begins.length === 1 ? begins[0]?.id : undefined));
    }
    return known.get(wanted);
  };
}
