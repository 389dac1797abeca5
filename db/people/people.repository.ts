import type { EntityManager } from 'typeorm';
import { VersionedRows } from '../versioned-rows.ts';
import { PayRate, Person, PersonPositionRow } from './person.entity.ts';

/** Someone with the positions they can work, primary first. */
export interface PersonRow extends Omit<Person, 'archivedAt'> {
  readonly positions: readonly PersonPositionRef[];
}

export interface PersonPositionRef {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly positionId: string;
  readonly level: string;
}

export interface PayRateRow {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly effectiveOn: string;
  readonly centsPerHour: number;
}

const personColumns = `p.id, p.version, p.given_name AS givenName, p.family_name AS familyName, p.nickname, p.employment_class AS employmentClass, p.exempt, p.phone,
  p.home_location_id AS homeLocationId, p.contract_minutes_1 AS contractMinutes1, p.contract_minutes_2 AS contractMinutes2,
  p.contract_minutes_3 AS contractMinutes3, p.contract_minutes_4 AS contractMinutes4, p.contract_minutes_5 AS contractMinutes5,
  p.contract_minutes_6 AS contractMinutes6, p.contract_minutes_7 AS contractMinutes7, p.active_from AS activeFrom, p.active_to AS activeTo,
  p.sort_order AS sortOrder`;

const positionColumns = 'id, version, person_id AS personId, position_id AS positionId, level';
const payRateColumns = 'id, version, person_id AS personId, effective_on AS effectiveOn, cents_per_hour AS centsPerHour';

/** The people who work here. Pay is read apart, so that a list cannot leak it. */
export class PeopleRepository {
  readonly people: VersionedRows<Person>;
  readonly positions: VersionedRows<PersonPositionRow>;
  readonly payRates: VersionedRows<PayRate>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.people = new VersionedRows(manager, Person, 'person');
    this.positions = new VersionedRows(manager, PersonPositionRow, 'position of a person');
    this.payRates = new VersionedRows(manager, PayRate, 'pay rate');
  }

  /** Everyone not archived, in the practice's order, then by name. */
  async list(): Promise<PersonRow[]> {
    return this.#withPositions(
      await this.#manager.query(
        `SELECT ${personColumns} FROM person p WHERE p.archived_at IS NULL ORDER BY p.sort_order, p.family_name, p.given_name, p.id`,
      ),
    );
  }

  async find(id: string): Promise<PersonRow | undefined> {
    const [person] = await this.#withPositions(
      await this.#manager.query(`SELECT ${personColumns} FROM person p WHERE p.id = ? AND p.archived_at IS NULL`, [id]),
    );
    return person;
  }

  /** People by id, archived ones too: for shifts that still name them. */
  async listAnyOf(ids: readonly string[]): Promise<(PersonRow & { readonly archivedAt: string | null })[]> {
    if (ids.length === 0) return [];
    const rows: (Omit<PersonRow, 'positions'> & { archivedAt: string | null })[] = await this.#manager.query(
      `SELECT ${personColumns}, p.archived_at AS archivedAt FROM person p WHERE p.id IN (${ids.map(() => '?').join(', ')}) ORDER BY p.id`,
      [...ids],
    );
    const archivedAt = new Map(rows.map((row) => [row.id, row.archivedAt]));
    return (await this.#withPositions(rows)).map((row) => ({ ...row, archivedAt: archivedAt.get(row.id) ?? null }));
  }

  /** Names of people, archived ones too: for what happened earlier. */
  async namesOf(ids: readonly string[]): Promise<{ id: string; givenName: string; familyName: string }[]> {
    if (ids.length === 0) return [];
    return this.#manager.query(
      `SELECT id, given_name AS givenName, family_name AS familyName FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
  }

  /** Newest first. For those who may see pay. */
  async listPayRates(personId?: string): Promise<PayRateRow[]> {
    return personId === undefined
      ? this.#manager.query(`SELECT ${payRateColumns} FROM pay_rate WHERE archived_at IS NULL ORDER BY effective_on DESC, id DESC`)
      : this.#manager.query(
          `SELECT ${payRateColumns} FROM pay_rate WHERE person_id = ? AND archived_at IS NULL ORDER BY effective_on DESC, id DESC`,
          [personId],
        );
  }

  async #withPositions(people: Omit<PersonRow, 'positions'>[]): Promise<PersonRow[]> {
    const [only] = people;
    const rows: PersonPositionRef[] =
      people.length === 1 && only
        ? await this.#manager.query(
            `SELECT ${positionColumns} FROM person_position WHERE person_id = ? AND archived_at IS NULL ORDER BY id`,
            [only.id],
          )
        : await this.#manager.query(`SELECT ${positionColumns} FROM person_position WHERE archived_at IS NULL ORDER BY id`);
    const byPerson = Map.groupBy(rows, (row) => row.personId);
    return people.map((person) => ({ ...person, positions: (byPerson.get(person.id) ?? []).toSorted(primaryFirst) }));
  }
}

function primaryFirst(one: PersonPositionRef, other: PersonPositionRef): number {
  return Number(other.level === 'primary') - Number(one.level === 'primary');
}
