import type { EmploymentClass, PositionLevel } from '../../../../preload/contract/people/people.ts';
import type { ClockFormat } from '../../../../preload/contract/practice/practice.ts';
import type { TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';
import type { Id, LocalDate, Weekday } from '../../../../preload/contract/shared/primitives.ts';
import type { MealPolicy } from './hours.ts';

export interface StateDay {
  readonly on: LocalDate;
  readonly weekday: Weekday;
  /** No openings: closed. Minutes since midnight. */
  readonly openings: readonly { readonly startMinute: number; readonly lengthMinutes: number }[];
  readonly closure: { readonly name: string; readonly credited: boolean } | null;
}

export interface StatePerson {
  readonly id: Id;
  readonly name: string;
  readonly exempt: boolean;
  readonly employmentClass: EmploymentClass;
  /** Monday to Sunday. */
  readonly contractMinutes: readonly number[];
  readonly activeFrom: LocalDate | null;
  readonly activeTo: LocalDate | null;
  readonly levels: ReadonlyMap<Id, PositionLevel>;
}

export interface StateShift {
  readonly id: Id;
  readonly personId: Id | null;
  readonly positionId: Id;
  readonly locationId: Id;
  readonly on: LocalDate;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly mealMinutes: number | null;
  readonly mealStartMinute: number | null;
}

/** A shift with its day as a number: 0 is the first day of the week, -1 the day before. */
export interface PlacedShift {
  readonly shift: StateShift;
  readonly day: number;
  /** Minutes since the midnight that begins the week. */
  readonly from: number;
  readonly to: number;
}

export interface RosterFacts {
  readonly locationId: Id;
  readonly locationNames: ReadonlyMap<Id, string>;
  readonly clock: ClockFormat;
  readonly policy: MealPolicy;
  /** ISO weekday on which the workweek of overtime begins. */
  readonly workweekStartsOn: Weekday;
  /** The days looked at, one after the other. */
  readonly days: readonly StateDay[];
  readonly positions: readonly { readonly id: Id; readonly name: string; readonly code: string }[];
  readonly people: readonly StatePerson[];
  /** Of every location, also of the days around that nights and workweeks reach. */
  readonly shifts: readonly StateShift[];
  readonly timeOffs: readonly {
    readonly id: Id;
    readonly personId: Id;
    readonly on: LocalDate;
    readonly kind: TimeOffKind;
    readonly minutes: number | null;
  }[];
  readonly unread: readonly {
    readonly id: Id;
    readonly personId: Id | null;
    readonly on: LocalDate;
    readonly text: string;
    readonly reason: string;
  }[];
  readonly requirements: readonly {
    readonly positionId: Id;
    readonly weekday: Weekday;
    readonly startMinute: number;
    readonly lengthMinutes: number;
    readonly minimum: number;
  }[];
}

const millisecondsPerDay = 86_400_000;

/** The facts with what every rule looks up, made once. */
export class RosterState {
  readonly facts: RosterFacts;
  readonly people: ReadonlyMap<Id, StatePerson>;
  /** Each person's shifts in order of time. */
  readonly shiftsOf: ReadonlyMap<Id, readonly PlacedShift[]>;
  /** Shifts of this location by position. */
  readonly shiftsIn: ReadonlyMap<Id, readonly PlacedShift[]>;
  readonly #firstDay: number;

  constructor(facts: RosterFacts) {
    this.facts = facts;
    this.#firstDay = dayNumber(facts.days[0]?.on ?? '1970-01-01');
    this.people = new Map(facts.people.map((person) => [person.id, person]));
    const byPerson = new Map<Id, PlacedShift[]>();
    const byPosition = new Map<Id, PlacedShift[]>();
    const dayOf = new Map<LocalDate, number>();
    for (const shift of facts.shifts) {
      let day = dayOf.get(shift.on);
      if (day === undefined) {
        day = this.dayOf(shift.on);
        dayOf.set(shift.on, day);
      }
      const from = day * 1440 + shift.startMinute;
      const placed = { shift, day, from, to: from + shift.lengthMinutes };
      if (shift.personId !== null) push(byPerson, shift.personId, placed);
      if (shift.locationId === facts.locationId) push(byPosition, shift.positionId, placed);
    }
    for (const shifts of byPerson.values()) shifts.sort((one, other) => one.from - other.from);
    this.shiftsOf = byPerson;
    this.shiftsIn = byPosition;
  }

  /** Days since the first day of the week. */
  dayOf(on: LocalDate): number {
    return dayNumber(on) - this.#firstDay;
  }

  isInWeek(day: number): boolean {
    return day >= 0 && day < this.facts.days.length;
  }
}

const dayNumber = (on: LocalDate): number => Math.round(Date.parse(on) / millisecondsPerDay);

function push(map: Map<Id, PlacedShift[]>, key: Id, shift: PlacedShift): void {
  const list = map.get(key);
  if (list) list.push(shift);
  else map.set(key, [shift]);
}
