import type { ShiftRow, TimeOffRow } from '../../../db/rostering/rostering.repository.ts';
import { timeOffKinds, type TimeOffKind } from '../../../preload/contract/rostering/rostering.ts';
import type { CellEntry } from '../../../preload/contract/rostering/week-view.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import type { CellEntries } from './cell-entries.ts';
import { formatHours, formatStartEnd } from './domain/clock-text.ts';
import { formatEntry, timeOffLabels } from './domain/entry.formatter.ts';
import { creditedMinutes } from './domain/hours.ts';
import type { RosterWeek } from './roster.loader.ts';

export const timeOffKindOf = (text: string): TimeOffKind => timeOffKinds.find((kind) => kind === text) ?? 'off';

/** What stands in a cell as it would be typed: typed again, it gives the same entries. Text that was not read stands as it was. */
export function cellText(week: RosterWeek, ownPositionId: Id | null, cell: CellEntries): string {
  const [timeOff] = cell.timeOffs;
  const content = {
    open: false,
    shifts: cell.shifts,
    timeOff: timeOff ? { kind: timeOffKindOf(timeOff.kind), minutes: timeOff.minutes } : null,
  };
  let text = formatEntry(content, { positions: week.positions, ownPositionId, clock: week.clock });
  for (const entry of cell.unread) text += `${text === '' ? '' : ', '}${entry.text}`;
  return text;
}

/** The entries of a cell as the grid shows them; `contractMinutes` of that weekday. */
export function cellEntries(week: RosterWeek, ownPositionId: Id | null, cell: CellEntries, contractMinutes: number): CellEntry[] {
  const entries: CellEntry[] = [];
  for (const shift of cell.shifts) entries.push(shiftEntry(week, ownPositionId, shift, ''));
  for (const shift of cell.elsewhere)
    entries.push(shiftEntry(week, ownPositionId, shift, week.locationNames.get(shift.locationId) ?? 'another location'));
  for (const timeOff of cell.timeOffs) entries.push(timeOffEntry(timeOff, contractMinutes));
  for (const { id, version, text, reason } of cell.unread) entries.push({ kind: 'unread', id, version, text, reason });
  return entries;
}

function shiftEntry(week: RosterWeek, ownPositionId: Id | null, shift: ShiftRow, elsewhere: string): CellEntry {
  const { start, end } = formatStartEnd(shift.startMinute, shift.lengthMinutes, week.clock);
  const code = shift.positionId === ownPositionId ? '' : (week.positions.find((position) => position.id === shift.positionId)?.code ?? '');
  return {
    kind: 'shift',
    id: shift.id,
    version: shift.version,
    start,
    end,
    positionId: shift.positionId,
    code,
    note: shift.note,
    elsewhere,
  };
}

function timeOffEntry(timeOff: TimeOffRow, contractMinutes: number): CellEntry {
  const kind = timeOffKindOf(timeOff.kind);
  const credited = creditedMinutes({ kind, minutes: timeOff.minutes }, contractMinutes);
  return {
    kind: 'time_off',
    id: timeOff.id,
    version: timeOff.version,
    label: kind === 'off' ? 'off' : timeOffLabels[kind],
    hours: credited === 0 ? '' : `${formatHours(credited)} h`,
  };
}
