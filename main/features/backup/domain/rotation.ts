import { addDays, localDateAt, weekStart } from '../../../kernel/local-date.ts';

/** A backup as rotation sees it. */
export interface RotatedBackup {
  readonly name: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  /** False when it does not pass its check. */
  readonly good: boolean;
}

/** How many of each are kept: the newest of each day, week (from Monday) and month that has one. */
export const kept = { days: 14, weeks: 8, months: 12 } as const;

/** A damaged one may still be of use to somebody. */
export const daysDamagedStay = 14;

/**
 * The names of the backups that may go, by local days of `timeZone`. The newest good one never goes, whatever the clock says;
 * of those that a wrong clock dated after `now`, the newest stays.
 */
export function outdated(backups: readonly RotatedBackup[], now: string, timeZone: string): string[] {
  const dayOf = ({ at }: RotatedBackup): string => localDateAt(at, timeZone);
  const newestFirst = backups.filter(({ good }) => good).toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const [newest] = newestFirst;
  const past = newestFirst.filter(({ at }) => Date.parse(at) <= Date.parse(now));
  const keep = new Set<string>(newest ? [newest.name] : []);
  const rules = [
    { count: kept.days, periodOf: dayOf },
    { count: kept.weeks, periodOf: (backup: RotatedBackup) => weekStart(dayOf(backup), 1) },
    { count: kept.months, periodOf: (backup: RotatedBackup) => dayOf(backup).slice(0, 7) },
  ];
  for (const { count, periodOf } of rules) {
    const newestOf = new Map<string, string>();
    for (const backup of past) {
      const period = periodOf(backup);
      if (!newestOf.has(period) && newestOf.size < count) newestOf.set(period, backup.name);
    }
    for (const name of newestOf.values()) keep.add(name);
  }
  const damagedSince = addDays(localDateAt(now, timeZone), -daysDamagedStay);
  return backups.filter((backup) => (backup.good ? !keep.has(backup.name) : dayOf(backup) < damagedSince)).map(({ name }) => name);
}
