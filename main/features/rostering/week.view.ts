import type { PublicationRef } from '../../../preload/contract/rostering/rostering.ts';
import type { PrintWeek } from '../../../preload/contract/rostering/print-week.ts';
import type { WeekCell, WeekChange, WeekDay, WeekGroup, WeekRow, WeekView } from '../../../preload/contract/rostering/week-view.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { formatDay, formatDayHead, formatSpan, weekNumber } from '../../kernel/local-date.ts';
import { formatOpeningTimes, type OfficeDay } from '../practice/practice.view.ts';
import { cellEntries, cellText } from './cell.view.ts';
import { cellKey, CellIndex } from './cell-entries.ts';
import { coverageOf, type DayCoverage } from './domain/coverage-line.ts';
import { formatBand, formatHours } from './domain/clock-text.ts';
import { paidMinutes, standing } from './domain/hours.ts';
import { overtimeOf } from './domain/overtime.ts';
import type { RosterState } from './domain/roster-facts.ts';
import { findProblems } from './domain/problems.ts';
import { closureCredit, weekHours, type WeekHours } from './domain/week-hours.ts';
import { groupsOf, visibleDays, wallCellText, wallTexts } from './print-week.view.ts';
import { contractMinutesOf } from '../people/people.view.ts';
import { standsIn, type RosterPerson, type RosterWeek } from './roster.loader.ts';

/** What a published version says, and how it is called. */
export interface PublishedWeek {
  readonly ref: PublicationRef;
  readonly contents: PrintWeek;
}

export interface WeekViewFacts {
  readonly week: RosterWeek;
  readonly state: RosterState;
  readonly published: PublishedWeek | null;
  readonly nextLabel: string;
  readonly note: WeekView['note'];
}

/** The week as the grid shows it: every text, number and mark is decided here. */
export function weekView({ week, state, published, nextLabel, note }: WeekViewFacts): WeekView {
  const index = new CellIndex(week);
  const builder = new WeekViewBuilder(week, state, index, published && wallTexts(published.contents));
  const here = index.peopleHere();
  const rows = week.people.filter((person) => standsIn(week, person, here));
  const groups = builder.groups(rows);
  const openCells = builder.openCells();
  return {
    locationId: week.location.id,
    from: week.from,
    to: week.to,
    title: formatSpan(week.from, week.to),
    weekNumber: weekNumber(week.from),
    days: builder.days.map((day) => weekDay(week, day)),
    openCells,
    groups,
    totals: builder.totals(rows),
    problems: findProblems(state),
    published: published?.ref ?? null,
    nextLabel,
    changes: builder.changes(rows, published?.contents ?? null),
    note,
  };
}

function weekDay(week: RosterWeek, day: OfficeDay): WeekDay {
  const closed = day.openings.length === 0;
  return {
    on: day.on,
    weekday: day.weekday,
    head: formatDayHead(day.on),
    hours: closed ? (day.closure?.name ?? 'closed') : formatOpeningTimes(day.openings, week.clock),
    closed,
    today: day.on === week.today,
  };
}

class WeekViewBuilder {
  readonly days: readonly OfficeDay[];
  readonly #week: RosterWeek;
  readonly #state: RosterState;
  readonly #index: CellIndex;
  readonly #earlier: ReadonlyMap<string, string> | null;
  readonly #hours: ReadonlyMap<Id, WeekHours>;
  readonly #coverage: ReadonlyMap<Id, readonly DayCoverage[]>;
  /** Place of each shown day among the days of the week. */
  readonly #places: readonly number[];

  constructor(week: RosterWeek, state: RosterState, index: CellIndex, earlier: ReadonlyMap<string, string> | null) {
    this.#week = week;
    this.#state = state;
    this.#index = index;
    this.#earlier = earlier;
    this.#hours = weekHours(state);
    this.#coverage = coverageOf(state);
    this.days = visibleDays(week, index);
    this.#places = this.days.map((day) => week.days.indexOf(day));
  }

  groups(rows: readonly RosterPerson[]): WeekGroup[] {
    const { positions } = this.#week;
    const groups = groupsOf(this.#week, rows);
    const shown = new Set(groups.map((group) => group.positionId));
    // A position nobody has is still shown where people are needed.
    for (const { id, code, name } of positions)
      if (this.#coverage.has(id) && !shown.has(id)) groups.push({ positionId: id, code, name, people: [] });
    const order = new Map(positions.map((position, place) => [position.id, place]));
    const place = (positionId: Id | null) => (positionId === null ? positions.length : (order.get(positionId) ?? positions.length));
    return groups
      .toSorted((one, other) => place(one.positionId) - place(other.positionId))
      .map((group) => ({
        positionId: group.positionId,
        code: group.code,
        name: group.name,
        colour: positions.find((position) => position.id === group.positionId)?.colour ?? 'pr',
        coverage: this.#coverageLine(group.positionId),
        rows: group.people.map((person) => this.#row(person)),
      }));
  }

  #coverageLine(positionId: Id | null): WeekGroup['coverage'] {
    const days = positionId === null ? undefined : this.#coverage.get(positionId);
    return this.#places.map((place) => {
      const day = days?.[place];
      if (!day) return { planned: 0, needed: 0, short: false, band: '' };
      const worst = day.shorts.toSorted((one, other) => other.needed - other.planned - (one.needed - one.planned))[0];
      const band = worst ? formatBand(worst.from, worst.to - worst.from, this.#week.clock) : '';
      return { planned: day.planned, needed: day.needed, short: worst !== undefined, band };
    });
  }

  #row(person: RosterPerson): WeekRow {
    const hours = this.#hours.get(person.row.id) ?? { workedMinutes: 0, creditedMinutes: 0, contractMinutes: 0 };
    const planned = hours.workedMinutes + hours.creditedMinutes;
    return {
      personId: person.row.id,
      name: person.name,
      planned: formatHours(planned),
      contract: formatHours(hours.contractMinutes),
      standing: standing(planned, hours.contractMinutes),
      cells: this.#cells(person.row.id, person),
    };
  }

  openCells(): WeekCell[] {
    return this.#cells(null, null);
  }

  #cells(personId: Id | null, person: RosterPerson | null): WeekCell[] {
    const contract = person ? contractMinutesOf(person.row) : [];
    return this.days.map((day, column) => {
      const cell = this.#index.at(personId, day.on);
      const contractMinutes = contract[day.weekday - 1] ?? 0;
      const earlier = this.#earlier?.get(cellKey(personId, day.on)) ?? '';
      const credit = personId === null ? 0 : this.#credit(personId, column);
      return {
        entries: cellEntries(this.#week, person?.positionId ?? null, cell, contractMinutes),
        text: cellText(this.#week, person?.positionId ?? null, cell),
        changed: this.#earlier !== null && earlier !== wallCellText(this.#week, cell, person?.positionId ?? null),
        credit: credit > 0 && cell.timeOffs.length === 0 ? `${formatHours(credit)} h` : '',
      };
    });
  }

  #credit(personId: Id, column: number): number {
    const place = this.#places[column];
    return place === undefined ? 0 : closureCredit(this.#state, personId, place);
  }

  totals(rows: readonly RosterPerson[]): WeekView['totals'] {
    const { week, policy } = { week: this.#week, policy: this.#week.meal };
    let worked = 0;
    let credited = 0;
    let contract = 0;
    for (const person of rows) {
      const hours = this.#hours.get(person.row.id);
      worked += hours?.workedMinutes ?? 0;
      credited += hours?.creditedMinutes ?? 0;
      contract += hours?.contractMinutes ?? 0;
    }
    const perDay = new Map<string, number>();
    let openCount = 0;
    let openMinutes = 0;
    for (const shift of week.shifts) {
      if (shift.locationId !== week.location.id || shift.on < week.from || shift.on > week.to) continue;
      const minutes = paidMinutes(shift, policy);
      if (shift.personId === null) {
        openCount += 1;
        openMinutes += minutes;
      } else perDay.set(shift.on, (perDay.get(shift.on) ?? 0) + minutes);
    }
    const shown = new Set(rows.map((person) => person.row.id));
    const overtime = overtimeOf(this.#state)
      .filter((one) => shown.has(one.personId) && this.#state.isInWeek(one.passedOnDay))
      .reduce((sum, one) => sum + one.overtimeMinutes, 0);
    return {
      days: this.days.map((day) => formatHours(perDay.get(day.on) ?? 0)),
      worked: formatHours(worked),
      credited: formatHours(credited),
      planned: formatHours(worked + credited),
      contract: formatHours(contract),
      overtime: formatHours(overtime),
      openCount,
      openHours: formatHours(openMinutes),
    };
  }

  /** What the wall says now against what it said in the last version, people and shifts that went away included. */
  changes(rows: readonly RosterPerson[], published: PrintWeek | null): WeekChange[] {
    if (!published || !this.#earlier) return [];
    const names = new Map(this.#week.people.map((person) => [person.row.id, person.name]));
    for (const group of published.groups)
      for (const row of group.rows) if (row.personId !== null && !names.has(row.personId)) names.set(row.personId, row.name);
    const now = new Map<string, string>();
    for (const [personId, positionId] of [[null, null] as const, ...rows.map((person) => [person.row.id, person.positionId] as const)]) {
      for (const day of this.#week.days) {
        const text = wallCellText(this.#week, this.#index.at(personId, day.on), positionId);
        if (text !== '') now.set(cellKey(personId, day.on), text);
      }
    }
    const changes: WeekChange[] = [];
    for (const key of new Set([...this.#earlier.keys(), ...now.keys()])) {
      const [from, to] = [this.#earlier.get(key) ?? '', now.get(key) ?? ''];
      if (from === to) continue;
      const [person = '', on = ''] = key.split('|');
      const personId = person === '' ? null : person;
      const name = personId === null ? 'Open shifts' : (names.get(personId) ?? 'Someone');
      changes.push({ personId, on, subject: `${name}, ${formatDay(on)}`, from, to });
    }
    return changes.toSorted((one, other) => one.on.localeCompare(other.on) || one.subject.localeCompare(other.subject));
  }
}
