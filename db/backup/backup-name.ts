/** `2026-11-25T09-58-33-123Z-L.backup`: when it was made and by which computer, and nothing of the practice. */
const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([A-Z]{1,3})\.backup$/;

export interface NamedBackup {
  readonly name: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly letter: string;
}

export const backupName = (at: string, letter: string): string => `${at.replaceAll(/[:.]/g, '-')}-${letter}.backup`;

/** Undefined for a file that is named otherwise. */
export function readBackupName(name: string): NamedBackup | undefined {
  const [, date, hour, minute, second, millisecond, letter] = pattern.exec(name) ?? [];
  if (date === undefined || letter === undefined) return undefined;
  const at = `${date}T${hour}:${minute}:${second}.${millisecond}Z`;
  return Number.isNaN(Date.parse(at)) ? undefined : { name, at, letter };
}
