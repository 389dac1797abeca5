import type { ChainHead, StoredEntry, StoredRow, StoredSet } from './chain.repository.ts';

/** The first thing that is wrong with the record. */
export type ChainFault =
  /** The set or one of its rows is not what was written; `row` where one of them can be named. */
  | { readonly kind: 'set_altered'; readonly set: StoredSet; readonly row: StoredRow | null }
  /** Between two numbers one or more are missing. */
  | { readonly kind: 'set_missing'; readonly deviceId: string; readonly sequence: number; readonly next: StoredSet }
  /** A number that was given before. */
  | { readonly kind: 'set_inserted'; readonly set: StoredSet }
  /** Written by a computer that this practice does not know. */
  | { readonly kind: 'unknown_device'; readonly head: ChainHead }
  /** An entry of the access record is not what was logged, or gone. */
  | { readonly kind: 'entry_altered' | 'entry_missing'; readonly set: StoredSet; readonly row: StoredRow }
  /** An entry that was never logged. */
  | { readonly kind: 'entry_inserted'; readonly entry: StoredEntry | null }
  | { readonly kind: 'row_without_set'; readonly row: StoredRow | null }
  /** The record ends before, or differs at, what was kept elsewhere. */
  | { readonly kind: 'cut' | 'differs_from_head'; readonly expected: ChainHead; readonly found: number };

/** Where to look: the number of the change, and the row as the file names it. */
export interface FaultPlace {
  readonly change: number | null;
  readonly table: string | null;
  readonly rowId: string | null;
}

export function placeOf(fault: ChainFault): FaultPlace {
  const nowhere: FaultPlace = { change: null, table: null, rowId: null };
  switch (fault.kind) {
    case 'set_altered':
    case 'entry_altered':
    case 'entry_missing':
      return { change: fault.set.sequence, table: fault.row?.tableName ?? null, rowId: fault.row?.rowId ?? null };
    case 'set_missing':
      return { ...nowhere, change: fault.sequence };
    case 'set_inserted':
      return { ...nowhere, change: fault.set.sequence };
    case 'entry_inserted':
      return { ...nowhere, table: 'audit_entry', rowId: fault.entry?.id ?? null };
    case 'row_without_set':
      return { ...nowhere, table: fault.row?.tableName ?? null, rowId: fault.row?.rowId ?? null };
    case 'unknown_device':
      return { ...nowhere, change: fault.head.sequence };
    case 'cut':
    case 'differs_from_head':
      return { ...nowhere, change: fault.kind === 'cut' ? fault.found + 1 : fault.expected.sequence };
  }
}

const inUtc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** The fault as a person reads it. `instantText` writes an instant (ISO 8601 UTC). */
export function faultSentence(fault: ChainFault, instantText: (at: string) => string = inUtc): string {
  const named = (set: StoredSet): string =>
    `change ${set.sequence} (${instantText(String(set.at))}, ${set.actorName}${set.label === '' ? '' : `, “${set.label}”`})`;
  switch (fault.kind) {
    case 'set_altered': {
      const row = fault.row === null ? '' : ` The row it is about is in ${fault.row.tableName}.`;
      return `${upper(named(fault.set))} is not what was written then: it was altered, or a row of it was added or taken out.${row}`;
    }
    case 'set_missing':
      return `Change ${fault.sequence} is missing: after it comes ${named(fault.next)}.`;
    case 'set_inserted':
      return `${upper(named(fault.set))} was put in: there is another change with this number.`;
    case 'unknown_device':
      return `There are ${fault.head.sequence} changes of a computer that this practice does not know.`;
    case 'entry_altered':
      return `An entry of the access record was altered. As change ${fault.set.sequence} wrote it: ${loggedText(fault.row, instantText)}`;
    case 'entry_missing':
      return `An entry of the access record was taken out. As change ${fault.set.sequence} wrote it: ${loggedText(fault.row, instantText)}`;
    case 'entry_inserted':
      return fault.entry === null
        ? 'The access record has more entries than were written.'
        : `An entry of the access record was put in afterwards: ${entryText(fault.entry, instantText)}`;
    case 'row_without_set':
      return fault.row === null
        ? 'There are logged rows that belong to no change.'
        : `A logged row of ${fault.row.tableName} belongs to no change: its change was taken out, or the row put in.`;
    case 'cut':
      return `The end is missing: the last change here is number ${fault.found}, but number ${fault.expected.sequence} was there when the backup was made.`;
    case 'differs_from_head':
      return `Change ${fault.expected.sequence} is another one than when the backup was made: what came before was written anew.`;
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const entryText = ({ at, actorName, detail }: StoredEntry, instantText: (at: string) => string): string =>
  `${instantText(String(at))}, ${actorName}, “${detail}”.`;

/** What the log says the entry was. */
function loggedText(row: StoredRow, instantText: (at: string) => string): string {
  try {
    const logged: unknown = JSON.parse(row.value);
    if (typeof logged !== 'object' || logged === null) return '';
    const read = (name: string): string => String(Reflect.get(logged, name) ?? '');
    return entryText({ id: row.rowId, at: read('at'), actorName: read('actor_name'), detail: read('detail') }, instantText);
  } catch {
    return '';
  }
}
