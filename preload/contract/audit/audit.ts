import { z } from 'zod';
import type { Paper } from '../practice/practice.ts';
import { line, localDate, type Id } from '../shared/primitives.ts';

/** What the access record knows. A new kind goes to the end of its group and gets its word in the renderer. */
export const auditKinds = [
  'sign_in',
  'sign_in_failed',
  'pin_switch',
  'sign_out',
  'lock',
  'view_confidential',
  'print',
  'export',
  'import',
  'backup',
  'backup_failed',
  'restore',
  'rights',
  'account',
  'passphrase',
  'recovery_key',
  'break_glass',
  'capture',
  'attachment',
  'check',
  'check_failed',
] as const;
export const auditKind = z.enum(auditKinds);
export type AuditKind = (typeof auditKinds)[number];

/** The kinds as a person reads them. */
export const auditKindWords: Readonly<Record<AuditKind, string>> = {
  sign_in: 'Sign-in',
  sign_in_failed: 'Failed sign-in',
  pin_switch: 'Switch by PIN',
  sign_out: 'Sign-out',
  lock: 'Lock',
  view_confidential: 'Confidential',
  print: 'Print',
  export: 'Export',
  import: 'Import',
  backup: 'Backup',
  backup_failed: 'Failed backup',
  restore: 'Restore',
  rights: 'Rights',
  account: 'Account',
  passphrase: 'Passphrase',
  recovery_key: 'Recovery key',
  break_glass: 'Emergency access',
  capture: 'Left without sign-in',
  attachment: 'Attachment',
  check: 'Check',
  check_failed: 'Failed check',
};

export const isAuditKind = (text: string): text is AuditKind => auditKinds.some((kind) => kind === text);

/** What an entry is about. */
export interface AuditSubject {
  readonly table: string;
  readonly id: Id;
}

/** Longest sentence of an entry. */
export const longestDetail = 500;

/** Which entries; what is left out does not narrow. Days are local to the practice, `to` included. */
export const auditFilter = z.strictObject({
  kinds: z.array(auditKind).max(auditKinds.length).optional(),
  /** Whoever did it. `local` is this computer before there were accounts, so it need not be an id. */
  actorId: line(64).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  /** Every word must occur in the sentence or the name. */
  text: line(100).optional(),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const auditListInput = auditFilter.extend({
  /** The place of the last entry that was seen; older ones follow. */
  cursor: z.int().min(1).optional(),
  /** Always older ones: a query in pages says so itself. */
  direction: z.literal('forward').optional(),
  limit: z.int().min(1).max(500).default(200),
});

export interface AuditEntryView {
  readonly id: Id;
  /** Grows with every entry. */
  readonly place: number;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly kind: AuditKind;
  /** A short plain sentence. */
  readonly detail: string;
}

/** The last time somebody had the record checked. */
export interface LastCheck {
  readonly at: string;
  readonly actor: string;
  readonly whole: boolean;
  /** What was found. */
  readonly detail: string;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntryView[];
  /** How many there are with this filter. */
  readonly count: number;
  /** What to ask for the older ones with; null at the end. */
  readonly nextCursor: number | null;
}

/** What the screen shows around the entries. */
export interface AuditOverview {
  /** Everyone who is in the record, by their latest name, in order of names. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly lastCheck: LastCheck | null;
  readonly count: number;
}

/** Most entries that are printed or exported at once. */
export const mostPrinted = 2000;
export const mostExported = 100_000;

/** The record for paper. */
export interface AuditPrint {
  readonly practiceName: string;
  readonly paper: Paper;
  /** In which the days and times stand. */
  readonly timeZone: string;
  /** What narrows it, in words; '' for everything. */
  readonly narrowed: string;
  /** Newest first, at most `mostPrinted`. */
  readonly entries: readonly AuditEntryView[];
  readonly count: number;
  /** Instant, ISO 8601 UTC. */
  readonly printedAt: string;
  readonly actor: string;
}

export interface AuditExport {
  /** False when the person cancelled. */
  readonly saved: boolean;
  readonly fileName: string | null;
  readonly count: number;
  /** Web host: the handle to fetch at /files/<handle>. */
  readonly download?: string;
}

/** Heads that were kept elsewhere, such as in the manifest of a backup: against them a cut end shows. */
export const auditVerifyInput = z
  .strictObject({
    heads: z
      .array(z.strictObject({ deviceId: line(64), sequence: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
      .max(100)
      .default([]),
  })
  .prefault({});

/** What a check of the record ends with. */
export interface AuditCheck {
  readonly whole: boolean;
  /** Changes that were looked at. */
  readonly changes: number;
  /** Entries of the access record that were looked at. */
  readonly entries: number;
  /** The whole result in a plain sentence; of a damaged record it names the first row that is wrong. */
  readonly sentence: string;
  /** Of a damaged record: the number of the change, and the row as the file names it. */
  readonly where: { readonly change: number | null; readonly table: string | null; readonly rowId: string | null } | null;
  /** Where the record ends, by computer: to keep elsewhere. */
  readonly heads: readonly { readonly deviceId: string; readonly sequence: number; readonly hash: string }[];
}
