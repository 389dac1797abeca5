import type { CellValue } from 'exceljs';

/** The text a person sees in a spreadsheet cell. Dates become YYYY-MM-DD, times H:MM of 24 hours. */
export function cellText(value: CellValue | undefined, numberFormat: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (value instanceof Date) return dateText(value, numberFormat ?? '');
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return value.error;
  // A link's text is itself rich text when part of it is formatted, although the type says string.
  if ('hyperlink' in value) return cellText(value.text, numberFormat);
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result, numberFormat);
  return '';
}

const minutesPerDay = 1440;
const sheetEpoch = Date.UTC(1899, 11, 30);

function dateText(value: Date, numberFormat: string): string {
  if (Number.isNaN(value.getTime())) return '';
  // Times are fractions of a day: 0.3333 is 7:59:57, and a person wrote 8:00.
  const total = Math.round((value.getTime() - sheetEpoch) / 60_000);
  const minute = ((total % minutesPerDay) + minutesPerDay) % minutesPerDay;
  const kind = formatKind(numberFormat);
  if (kind === 'duration') return clockText(total);
  if (kind === 'time' || total < minutesPerDay) return clockText(minute);
  const date = new Date(sheetEpoch + total * 60_000).toISOString().slice(0, 10);
  return kind === 'both' && minute > 0 ? `${date} ${clockText(minute)}` : date;
}

const clockText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function formatKind(numberFormat: string): 'date' | 'time' | 'both' | 'duration' {
  if (/\[h+\]/i.test(numberFormat)) return 'duration';
  const letters = numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const time = /[hs]/.test(letters);
  const date = /[yd]/.test(letters) || (!time && letters.includes('m'));
  if (time && date) return 'both';
  return time ? 'time' : 'date';
}
