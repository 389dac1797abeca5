import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { ArchiveCount } from '../../../preload/contract/archive/archive.ts';
import type { ArchiveData } from './archive-format.ts';

/** What the screen counts, in this order; the rows of other tables belong to these. */
const counted: readonly (readonly [LoggedTable, string])[] = [
  ['location', 'Locations'],
  ['position', 'Positions'],
  ['person', 'People'],
  ['shift', 'Shifts'],
  ['time_off', 'Time off'],
  ['schedule_publication', 'Published weeks'],
  ['attachment_link', 'Files'],
];

/** How much of each thing an export holds; what was archived is in it, but not counted. */
export function archiveCounts({ tables }: Pick<ArchiveData, 'tables'>): ArchiveCount[] {
  return counted.map(([table, what]) => ({ what, count: (tables[table] ?? []).filter((row) => row['archived_at'] === null).length }));
}

/** The words that lie in every export, for whoever opens it without this program. */
export function readmeText(name: string, exportedAt: string, missingFiles: number): string {
  return [
    `Everything of ${name}, taken out of Medical Office Manager on ${exportedAt}.`,
    '',
    'This folder is not encrypted. It holds names, phone numbers, pay and files. Keep it where only the right people can read it,',
    'and delete it when it is no longer needed.',
    '',
    'data/          One table a file, as CSV in UTF-8. Any spreadsheet opens them. A cell that a spreadsheet would take for a formula',
    '               begins with an apostrophe.',
    'data.json      The same rows exactly, for programs, and for bringing everything into an empty practice:',
    '               start Medical Office Manager with a new data folder and choose "Open an export".',
    'attachments/   The files that were added, as they came.',
    '',
    'Minutes count from midnight (480 is 8:00), lengths are in minutes, pay is in cents per hour, weekdays count from Monday (1) to',
    'Sunday (7). A row with a date in archived_at was removed and is kept for the record.',
    'Passphrases, PINs and keys are not in here, nor who changed what.',
    ...(missingFiles > 0 ? ['', `${missingFiles} of the files were missing or damaged and could not be taken out.`] : []),
    '',
  ].join('\r\n');
}
