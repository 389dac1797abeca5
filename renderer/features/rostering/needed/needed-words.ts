import type { RequirementView } from '../../../../preload/contract/rostering/rostering.ts';

/** Requirements that say the same on several weekdays. */
export interface NeededLine {
  readonly key: string;
  readonly positionId: string;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly band: string;
  readonly minimum: number;
  readonly weekdays: readonly number[];
  readonly rows: readonly RequirementView[];
}

export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** One line for what differs only by the weekday, ordered by start. */
export function neededLines(requirements: readonly RequirementView[]): NeededLine[] {
  const byKey = Map.groupBy(
    requirements,
    ({ positionId, startMinute, lengthMinutes, minimum }) => `${positionId} ${startMinute} ${lengthMinutes} ${minimum}`,
  );
  const lines: NeededLine[] = [];
  for (const [key, rows] of byKey) {
    const [first] = rows;
    if (first === undefined) continue;
    const { positionId, startMinute, lengthMinutes, band, minimum } = first;
    const weekdays = rows.map(({ weekday }) => weekday).toSorted((one, other) => one - other);
    lines.push({ key, positionId, startMinute, lengthMinutes, band, minimum, weekdays, rows });
  }
  return lines.toSorted((one, other) => (one.weekdays[0] ?? 0) - (other.weekdays[0] ?? 0) || one.startMinute - other.startMinute);
}

const name = (weekday: number | undefined): string => weekdayNames[(weekday ?? 1) - 1] ?? '';

/** Weekdays as people say them: "Mon–Fri", "Mon, Wed–Fri", "every day". */
export function weekdaysText(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'every day';
  const runs: number[][] = [];
  for (const weekday of weekdays.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs
    .map((run) => {
      if (run.length === 1) return name(run[0]);
      return run.length === 2 ? `${name(run[0])}, ${name(run[1])}` : `${name(run[0])}–${name(run.at(-1))}`;
    })
    .join(', ');
}
