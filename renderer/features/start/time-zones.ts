/** The zones of the United States, east to west: most practices are in one of them. */
export const usTimeZones: readonly { readonly zone: string; readonly label: string }[] = [
  { zone: 'America/New_York', label: 'Eastern (New York)' },
  { zone: 'America/Chicago', label: 'Central (Chicago)' },
  { zone: 'America/Denver', label: 'Mountain (Denver)' },
  { zone: 'America/Phoenix', label: 'Arizona (Phoenix)' },
  { zone: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { zone: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { zone: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
];

/** Every other zone. */
export const otherTimeZones: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].filter(
  (zone) => !usTimeZones.some((one) => one.zone === zone),
);

/** The computer's own zone, or New York's when it has one that is not in the list. */
export function computerTimeZone(zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  if (zone === 'Etc/UTC') return 'UTC';
  return usTimeZones.some((one) => one.zone === zone) || otherTimeZones.includes(zone) ? zone : 'America/New_York';
}
