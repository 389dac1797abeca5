import type { AuditRow } from '../../../db/audit/audit.repository.ts';
import {
  auditKindWords,
  isAuditKind,
  type AuditEntryView,
  type AuditFilter,
  type AuditKind,
  type LastCheck,
} from '../../../preload/contract/audit/audit.ts';
import { formatDay, localDateAt } from '../../kernel/local-date.ts';

/** A kind that a newer version wrote is shown as something looked at. */
export const kindOf = (text: string): AuditKind => (isAuditKind(text) ? text : 'view_confidential');

export const entryView = ({ id, place, at, actorName, kind, detail }: AuditRow): AuditEntryView => ({
  id,
  place,
  at,
  actor: actorName,
  kind: kindOf(kind),
  detail,
});

export const lastCheckView = ({ at, actorName, kind, detail }: AuditRow): LastCheck => ({
  at,
  actor: actorName,
  whole: kind === 'check',
  detail,
});

/** "Print, Export, by Dana Whitfield, from Nov 1, 2026 to Nov 23, 2026, with “week”"; '' for everything. */
export function narrowedText({ kinds = [], from, to, text }: AuditFilter, actorName: string | undefined): string {
  const words = kinds.map((kind) => auditKindWords[kind]).join(', ');
  return [
    words,
    actorName === undefined ? '' : `by ${actorName}`,
    [from && `from ${dayText(from)}`, to && `to ${dayText(to)}`].filter(Boolean).join(' '),
    text ? `with “${text}”` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const dayText = (on: string): string => `${formatDay(on)}, ${on.slice(0, 4)}`;

/** "Mon Nov 23, 2026, 11:00 AM" in a time zone, as sentences of the record have it. */
export function instantText(at: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${dayText(localDateAt(at, timeZone))}, ${time.format(new Date(at)).replace('\u202f', ' ')}`;
}

/** "2026-11-23 16:00:05" in a time zone, as spreadsheets read it. */
export function sheetInstant(at: string, timeZone: string): string {
  let format = formats.get(timeZone);
  // Swedish writes dates and times as spreadsheets read them everywhere.
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })));
  return format.format(new Date(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();
