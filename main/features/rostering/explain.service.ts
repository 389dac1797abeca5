import type { z } from 'zod';
import type { EntryExplanation, explainEntryInput } from '../../../preload/contract/rostering/rostering.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Context } from '../../kernel/trpc.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { contractMinutesOf } from '../people/people.view.ts';
import { singularOf } from '../practice/practice.view.ts';
import { formatHours } from './domain/clock-text.ts';
import { describeEntry } from './domain/entry.formatter.ts';
import { parseEntry } from './domain/entry.parser.ts';
import type { ParsedEntry } from './domain/entry.ts';
import { creditedMinutes, paidMinutes } from './domain/hours.ts';
import { weekHours } from './domain/week-hours.ts';
import { loadWeek, type RosterPerson, type RosterWeek } from './roster.loader.ts';
import { stateOf } from './week-state.ts';

/** What a text would mean in a cell, in sentences for the hint under the editor. */
export function explainEntry(ctx: Context, input: z.output<typeof explainEntryInput>): Promise<EntryExplanation> {
  return ctx.read(async (repositories: Repositories) => {
    const week = await loadWeek(repositories, input.locationId, input.on, ctx.clock());
    const person = input.personId === null ? null : week.people.find((one) => one.row.id === input.personId);
    if (person === undefined) throw new AppError('not_found', 'This person is no longer there. Look at who is there now.');
    const entry = parseEntry(input.text, { positions: week.positions });
    if (entry.kind === 'unreadable') return { readable: false, lines: [entry.reason, 'It is kept as text and marked.'] };
    return { readable: true, lines: [...meaning(week, entry, person, input.on), ...hoursAfter(week, entry, person, input.on)] };
  });
}

function meaning(week: RosterWeek, entry: ParsedEntry, person: RosterPerson | null, on: string): string[] {
  if (entry.kind === 'empty') return ['Clears the cell'];
  return describeEntry(entry, {
    clock: week.clock,
    positions: week.positions.map((position) => ({ ...position, name: singularOf(position.name) })),
    policy: week.meal,
    ownPositionId: person?.positionId ?? null,
    contractMinutes: contractOn(week, person, on),
  });
}

function contractOn(week: RosterWeek, person: RosterPerson | null, on: string): number {
  const weekday = week.days.find((day) => day.on === on)?.weekday ?? 1;
  return person ? (contractMinutesOf(person.row)[weekday - 1] ?? 0) : 0;
}

/** "Hannah: 23.5 of 24 h" with this entry in place of what the cell holds. */
function hoursAfter(week: RosterWeek, entry: ParsedEntry, person: RosterPerson | null, on: string): string[] {
  if (!person) return [];
  const others = (row: { personId: string | null; on: string }) => row.personId !== person.row.id || row.on !== on;
  const rest = stateOf({ ...week, shifts: week.shifts.filter(others), timeOffs: week.timeOffs.filter(others) });
  const hours = weekHours(rest).get(person.row.id);
  if (!hours || hours.contractMinutes === 0) return [];
  const goesOpen = entry.kind === 'shifts' && entry.open;
  const worked = entry.kind === 'shifts' && !goesOpen ? entry.shifts.reduce((sum, shift) => sum + paidMinutes(shift, week.meal), 0) : 0;
  const off = entry.kind === 'time_off' ? { kind: entry.timeOff, minutes: entry.minutes } : entry.kind === 'shifts' ? entry.beside : null;
  const credited = off ? creditedMinutes(off, contractOn(week, person, on)) : 0;
  const planned = hours.workedMinutes + hours.creditedMinutes + worked + credited;
  return [`${person.name.split(' ')[0]}: ${formatHours(planned)} of ${formatHours(hours.contractMinutes)} h this week`];
}
