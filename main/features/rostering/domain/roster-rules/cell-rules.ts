import type { Id } from '../../../../../preload/contract/shared/primitives.ts';
import { formatDay } from '../../../../kernel/local-date.ts';
import { formatBand, formatHours } from '../clock-text.ts';
import type { Finding, RosterRule } from '../finding.ts';
import type { PlacedShift, RosterState } from '../roster-facts.ts';

const nameOf = (state: RosterState, id: Id | null): string => (id === null ? 'Open shift' : (state.people.get(id)?.name ?? 'Someone'));
const shortDay = (on: string): string => formatDay(on).slice(0, 3);
const band = (state: RosterState, { shift }: PlacedShift): string => formatBand(shift.startMinute, shift.lengthMinutes, state.facts.clock);
const place = (state: RosterState, { shift }: PlacedShift): string =>
  shift.locationId === state.facts.locationId ? '' : ` at ${state.facts.locationNames.get(shift.locationId) ?? 'another location'}`;

/** Only what this location's grid can show and change. */
function* placedInWeek(state: RosterState): Generator<PlacedShift> {
  for (const shifts of state.shiftsOf.values()) for (const placed of shifts) if (state.isInWeek(placed.day)) yield placed;
}

const isHere = (state: RosterState, { shift }: PlacedShift): boolean => shift.locationId === state.facts.locationId;

/** Two shifts of one person at the same time, at one place or at two. */
export const doubleBooking: RosterRule = {
  id: 'assignment.double_booking',
  severity: 'must_fix',
  letter: 'D',
  check: (state) => {
    const findings: Finding[] = [];
    for (const [personId, shifts] of state.shiftsOf) {
      let latest: PlacedShift | undefined;
      for (const placed of shifts) {
        if (
          latest &&
          placed.from < latest.to &&
          (state.isInWeek(placed.day) || state.isInWeek(latest.day)) &&
          (isHere(state, placed) || isHere(state, latest))
        ) {
          const shown = state.isInWeek(placed.day) ? placed : latest;
          findings.push({
            key: `${latest.shift.id}/${placed.shift.id}`,
            cell: { personId, positionId: null, on: shown.shift.on },
            subject: `${nameOf(state, personId)}, ${shortDay(shown.shift.on)}`,
            text: `has two shifts at once: ${band(state, latest)}${place(state, latest)} and ${band(state, placed)}${place(state, placed)}.`,
          });
        }
        if (!latest || placed.to > latest.to) latest = placed;
      }
    }
    return findings;
  },
};

/** A shift on a day the location is closed: a closure, or a weekday without opening hours. */
export const closedDay: RosterRule = {
  id: 'location.closed',
  severity: 'look',
  letter: 'C',
  check: (state) => {
    const findings: Finding[] = [];
    for (const placed of placedInWeek(state)) {
      const day = state.facts.days[placed.day];
      if (!isHere(state, placed) || !day || day.openings.length > 0) continue;
      findings.push({
        key: placed.shift.id,
        cell: { personId: placed.shift.personId, positionId: null, on: placed.shift.on },
        subject: `${nameOf(state, placed.shift.personId)}, ${shortDay(placed.shift.on)}`,
        text: `works ${band(state, placed)}, but the office is closed${day.closure ? ` for ${day.closure.name}` : ''}.`,
      });
    }
    return findings;
  },
};

/** A shift on a day that is wholly off. Hours below that day's contract, or on a day without one, leave room for work. */
export const timeOffShift: RosterRule = {
  id: 'time_off.shift',
  severity: 'must_fix',
  letter: 'T',
  check: (state) => {
    const findings: Finding[] = [];
    for (const timeOff of state.facts.timeOffs) {
      const day = state.dayOf(timeOff.on);
      const weekday = state.facts.days[day]?.weekday;
      const contract = weekday === undefined ? 0 : (state.people.get(timeOff.personId)?.contractMinutes[weekday - 1] ?? 0);
      const part = timeOff.minutes !== null && timeOff.kind !== 'off' && (contract === 0 || timeOff.minutes < contract);
      if (weekday === undefined || part) continue;
      const placed = state.shiftsOf.get(timeOff.personId)?.find((one) => one.day === day);
      if (!placed) continue;
      findings.push({
        key: `${timeOff.id}/${placed.shift.id}`,
        cell: { personId: timeOff.personId, positionId: null, on: timeOff.on },
        subject: `${nameOf(state, timeOff.personId)}, ${shortDay(timeOff.on)}`,
        text: `is off, but has a shift ${band(state, placed)}${place(state, placed)}.`,
      });
    }
    return findings;
  },
};

/** A shift before someone's first day or after their last. */
export const employmentDates: RosterRule = {
  id: 'employment.dates',
  severity: 'must_fix',
  letter: 'E',
  check: (state) => {
    const findings: Finding[] = [];
    for (const person of state.facts.people) {
      if (person.activeFrom === null && person.activeTo === null) continue;
      for (const placed of state.shiftsOf.get(person.id) ?? []) {
        const { on } = placed.shift;
        const early = person.activeFrom !== null && on < person.activeFrom;
        const late = person.activeTo !== null && on > person.activeTo;
        if (!state.isInWeek(placed.day) || !isHere(state, placed) || !(early || late)) continue;
        findings.push({
          key: placed.shift.id,
          cell: { personId: person.id, positionId: null, on },
          subject: `${person.name}, ${shortDay(on)}`,
          text: early
            ? `has a shift, but starts on ${formatDay(person.activeFrom ?? on)}.`
            : `has a shift, but the last day is ${formatDay(person.activeTo ?? on)}.`,
        });
      }
    }
    return findings;
  },
};

/** Text that could not be read. */
export const unreadText: RosterRule = {
  id: 'entry.unread',
  severity: 'look',
  letter: '?',
  check: (state) =>
    state.facts.unread.map((entry) => ({
      key: entry.id,
      cell: { personId: entry.personId, positionId: null, on: entry.on },
      subject: `${nameOf(state, entry.personId)}, ${shortDay(entry.on)}`,
      text: `“${entry.text}” is not read. ${entry.reason}`,
    })),
};

/** "31.5 h" */
export const hoursText = (minutes: number): string => `${formatHours(minutes)} h`;
