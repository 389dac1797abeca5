import type { ComputerSettings } from '../../../../preload/contract/computer/computer.ts';
import { lockMinutes } from '../../../../preload/contract/computer/computer.ts';
import { addDays, localTimeAt } from '../../../kernel/local-date.ts';
import { officeDays, type OfficeCalendarFacts } from '../../practice/domain/office-calendar.ts';

/** Minutes until a session locks itself, and until the file closes; null leaves it open. */
export interface IdleTimes {
  readonly lockAfterMinutes: number;
  readonly closeAfterMinutes: number | null;
}

const dayMinutes = 1440;

/** Whether a location is open at an instant (ISO 8601 UTC), in its own time zone; an opening may go on past midnight. */
export function isOpenAt(instant: string, timeZone: string, calendar: OfficeCalendarFacts): boolean {
  const { on, minute } = localTimeAt(instant, timeZone);
  const [yesterday, today] = officeDays(addDays(on, -1), 2, calendar);
  const holds = (from: number) => (opening: { readonly startMinute: number; readonly lengthMinutes: number }) =>
    opening.startMinute <= minute + from && minute + from < opening.startMinute + opening.lengthMinutes;
  return (today?.openings.some(holds(0)) ?? false) || (yesterday?.openings.some(holds(dayMinutes)) ?? false);
}

/** What holds for this computer now. A front-desk PC keeps the file open through opening hours, so that a PIN is enough all day. */
export function idleTimes(
  settings: Pick<ComputerSettings, 'kind' | 'lockAfterMinutes' | 'closeAfterMinutes'>,
  isOfficeOpen: boolean,
): IdleTimes {
  const staysOpen = settings.kind === 'front_desk' && isOfficeOpen;
  return { lockAfterMinutes: lockMinutes(settings), closeAfterMinutes: staysOpen ? null : settings.closeAfterMinutes };
}
