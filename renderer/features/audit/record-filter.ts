import { isAuditKind, type AuditFilter, type AuditKind } from '../../../preload/contract/audit/audit.ts';

/** What is chosen above the list; an empty text does not narrow. */
export interface RecordChoices {
  readonly text: string;
  readonly kind: AuditKind | '';
  readonly actorId: string;
  /** Local dates. */
  readonly from: string;
  readonly to: string;
}

export const everything: RecordChoices = { text: '', kind: '', actorId: '', from: '', to: '' };

export const narrows = (choices: RecordChoices): boolean => Object.values(choices).some((value) => value !== '');

/** As main takes it. A date that is being typed, and days in the wrong order, narrow nothing. */
export function filterOf({ text, kind, actorId, from, to }: RecordChoices): AuditFilter {
  return {
    ...(text.trim() === '' ? {} : { text: text.trim().slice(0, 100) }),
    ...(kind === '' ? {} : { kinds: [kind] }),
    ...(actorId === '' ? {} : { actorId }),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(to) ? { to } : {}),
  };
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900-01-01';

/** For the address of the printed record. */
export function toSearch(choices: RecordChoices): string {
  const filled = Object.entries(choices).filter(([, value]) => value !== '');
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}`;
}

export function fromSearch(search: URLSearchParams): RecordChoices {
  const read = (name: string): string => search.get(name) ?? '';
  const kind = read('kind');
  return { text: read('text'), kind: isAuditKind(kind) ? kind : '', actorId: read('actorId'), from: read('from'), to: read('to') };
}
