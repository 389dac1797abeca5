import type { Id } from '../../../../../preload/contract/shared/primitives.ts';
import { formatDay } from '../../../../kernel/local-date.ts';
import { coverageOf, type ShortBand } from '../coverage-line.ts';
import { formatBand } from '../clock-text.ts';
import { mealWord } from '../entry.formatter.ts';
import type { Finding, RosterRule } from '../finding.ts';
import { overtimeOf } from '../overtime.ts';
import type { RosterState } from '../roster-facts.ts';
import { weekHours } from '../week-hours.ts';
import { hoursText } from './cell-rules.ts';

/** Fewer people than needed. */
export const coverageMinimum: RosterRule = {
  id: 'coverage.minimum',
  severity: 'must_fix',
  letter: 'S',
  check: (state) => {
    const findings: Finding[] = [];
    for (const [positionId, days] of coverageOf(state)) {
      const position = state.facts.positions.find((one) => one.id === positionId);
      const name = inSentence(position?.name ?? '');
      for (const [index, coverage] of days.entries()) {
        const day = state.facts.days[index];
        if (!day || !position) continue;
        for (const short of coverage.shorts) {
          findings.push({
            key: `${positionId}/${day.on}/${short.from}`,
            cell: { personId: null, positionId, on: day.on },
            subject: `${formatDay(day.on).slice(0, 3)} ${formatBand(short.from, short.to - short.from, state.facts.clock)}`,
            text: `${needsAndHas(name, short)}${atMeal(state, short)}${openShifts(state, positionId, index, short)}`,
          });
        }
      }
    }
    return findings;
  },
};

/** "front desk needs 2, has 1." and "nurses need 2, have 1." */
function needsAndHas(name: string, { needed, planned }: ShortBand): string {
  const isPlural = /[^s]s$/i.test(name);
  return `${name} ${isPlural ? 'need' : 'needs'} ${needed}, ${isPlural ? 'have' : 'has'} ${planned}.`;
}

/** "front desk", but "X-ray" as it is. */
const inSentence = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** Most names in one sentence. */
const mostNames = 3;

function atMeal(state: RosterState, short: ShortBand): string {
  const count = short.atMeal.length;
  if (count === 0) return '';
  const where = mealWord(short.from) === 'lunch' ? 'at lunch' : 'on a meal break';
  if (count > mostNames) return ` ${count} people are ${where}.`;
  const names = short.atMeal.map((id) => state.people.get(id)?.name.split(' ')[0] ?? 'Someone');
  if (names.length === 1) return ` ${names[0]} is ${where}.`;
  const both = names.length === 2 ? 'both ' : '';
  return ` ${names.slice(0, -1).join(', ')} and ${names.at(-1)} are ${both}${where}.`;
}

function openShifts(state: RosterState, positionId: Id, day: number, short: ShortBand): string {
  const open = (state.shiftsIn.get(positionId) ?? []).filter(
    (placed) => placed.shift.personId === null && placed.from < day * 1440 + short.to && placed.to > day * 1440 + short.from,
  );
  if (open.length === 0) return '';
  return open.length === 1 ? ' One shift is open.' : ` ${open.length} shifts are open.`;
}

/** Over 40 hours in the practice's workweek. */
export const overtimeWeekly: RosterRule = {
  id: 'overtime.weekly',
  severity: 'look',
  letter: 'O',
  check: (state) =>
    overtimeOf(state).flatMap(({ personId, firstDay, workedMinutes, overtimeMinutes, passedOnDay }) => {
      // The day of the week shown that the overtime falls on; a workweek that only ends in it is another week's matter.
      const day = Math.min(Math.max(passedOnDay, 0), state.facts.days.length - 1);
      const on = state.facts.days[day]?.on;
      if (!state.isInWeek(passedOnDay) || on === undefined || !worksHere(state, personId)) return [];
      const other = firstDay === 0 ? '' : ` in the overtime week from ${formatDay(dateOf(state, firstDay, on, day))}`;
      return [
        {
          key: `${personId}/${firstDay}`,
          cell: { personId, positionId: null, on },
          subject: state.people.get(personId)?.name ?? 'Someone',
          text: `works ${hoursText(workedMinutes)}${other}: ${hoursText(overtimeMinutes)} overtime.`,
        },
      ];
    }),
};

/** The date of a day counted from the week's first. */
function dateOf(state: RosterState, day: number, knownOn: string, knownDay: number): string {
  const known = state.facts.days[day]?.on;
  return known ?? new Date(Date.parse(knownOn) + (day - knownDay) * 86_400_000).toISOString().slice(0, 10);
}

/** More than half an hour over contract; overtime says it already where there is some. */
export const contractOver: RosterRule = {
  id: 'contract.over',
  severity: 'look',
  letter: 'H',
  check: (state) => {
    const overtime = new Set(overtimeOf(state).map((week) => week.personId));
    const findings: Finding[] = [];
    for (const [personId, hours] of weekHours(state)) {
      const person = state.people.get(personId);
      const planned = hours.workedMinutes + hours.creditedMinutes;
      if (!person || person.exempt || overtime.has(personId) || hours.contractMinutes === 0 || planned <= hours.contractMinutes + 30)
        continue;
      if (!worksHere(state, personId)) continue;
      const last = (state.shiftsOf.get(personId) ?? []).findLast((placed) => state.isInWeek(placed.day));
      if (!last) continue;
      findings.push({
        key: personId,
        cell: { personId, positionId: null, on: last.shift.on },
        subject: person.name,
        text: `is planned for ${hoursText(planned)}, ${hoursText(planned - hours.contractMinutes)} over a contract of ${hoursText(hours.contractMinutes)}.`,
      });
    }
    return findings;
  },
};

/** Whether the person has a shift of this location in the week: others are their own location's matter. */
function worksHere(state: RosterState, personId: Id): boolean {
  return (state.shiftsOf.get(personId) ?? []).some(
    (placed) => state.isInWeek(placed.day) && placed.shift.locationId === state.facts.locationId,
  );
}
