/** Days without a backup after which people are told. */
export const daysUntilWarning = 3;

const millisecondsPerDay = 86_400_000;

export interface Freshness {
  /** Whole days since the newest good backup, or since the practice was begun; null while there is nothing to lose. */
  readonly daysSince: number | null;
  readonly warn: boolean;
}

/** How fresh the newest backup is. Instants are ISO 8601 UTC; one after `now`, by a clock that was wrong, counts as today's. */
export function freshness(latestAt: string | null, begunAt: string | null, now: string): Freshness {
  const since = latestAt ?? begunAt;
  if (since === null) return { daysSince: null, warn: false };
  const daysSince = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / millisecondsPerDay));
  return { daysSince, warn: daysSince >= daysUntilWarning };
}
