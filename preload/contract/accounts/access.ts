import { z } from 'zod';
import { id, line, requiredLine, seenRow, type Id } from '../shared/primitives.ts';
import { roles, type Role, type Topic } from '../system/system.ts';

/** Why a practice does not open. */
export const troubleKinds = ['damaged', 'newer', 'key_missing', 'key_damaged', 'read_only', 'migration', 'held', 'network'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** The roles a person can be given; `capture` is what stands while nobody is signed in. */
export const accountRoles = roles.filter((role) => role !== 'capture');
export const accountRole = z.enum(['owner', 'manager', 'lead', 'staff']);
export type AccountRole = z.infer<typeof accountRole>;

/** What the window must know before anything else: whether the practice is open, for whom, and what they may do. */
export interface AccessState {
  /** `locked`: somebody must sign in; `trouble`: the practice does not open. */
  readonly stage: 'open' | 'locked' | 'trouble';
  /** True while the database is open: a PIN is enough then. */
  readonly databaseOpen: boolean;
  /** False while whoever can use this computer can open the file. */
  readonly protected: boolean;
  readonly me: SignedIn | null;
  /** Paths of the procedures that may be called now. Screens hide by it, never by the role. */
  readonly mayCall: readonly string[];
  readonly trouble: { readonly kind: TroubleKind; readonly message: string } | null;
  /** Who can come in by PIN, while the database is open. */
  readonly people: readonly { readonly id: Id; readonly name: string; readonly hasPin: boolean }[];
  readonly recoveryKey: 'none' | 'unconfirmed' | 'confirmed';
  /** Whether this computer can keep the key itself, and does. */
  readonly autoUnlock: 'impossible' | 'off' | 'on';
  /** After an end without closing: the last change that is present. Only for those who are signed in. */
  readonly lastChange: { readonly label: string; readonly actor: string; readonly at: string } | null;
  /** True when the practice was opened before and has no passphrase yet: the second start offers one. */
  readonly offerProtection: boolean;
  readonly demonstration: boolean;
  /** The program that copies the data folder to other computers while it is in use, as its path says. */
  readonly syncedBy: string | null;
}

export interface SignedIn {
  /** Null while there are no accounts: whoever is here has the owner's rights. */
  readonly accountId: Id | null;
  readonly name: string;
  readonly role: Role;
  readonly mustChangePassphrase: boolean;
  readonly hasPin: boolean;
}

export interface TopicsView {
  /** The topics of each query, by its path. */
  readonly queryTopics: Readonly<Record<string, readonly Topic[]>>;
}

/** At least 12 characters; what else makes one bad is said by the rule. */
export const passphrase = z.string().min(1, { error: 'Fill this in.' }).max(1024, { error: 'Use at most 1024 characters.' });
export const pin = z.string().regex(/^\d{6}$/, { error: 'A PIN is six digits.' });
const recoveryKey = z.string().min(1, { error: 'Fill this in.' }).max(200, { error: 'The recovery key has 8 groups of 5.' });

/** What a passphrase is worth, said while it is typed. */
export interface PassphraseCheck {
  /** False: it is refused as it is. */
  readonly good: boolean;
  readonly words: string;
}

/** `names`: what anybody would try first, as the person's own. */
export const passphraseCheckInput = z.strictObject({ passphrase: z.string().max(1024), name: z.string().max(120).default('') });
export const signInInput = z.strictObject({ name: requiredLine(120), passphrase });
export const pinInput = z.strictObject({ accountId: id, pin: z.string().max(20) });
export const protectInput = z.strictObject({ name: requiredLine(120), passphrase, pin: pin.nullish() });
export const lockInput = z.strictObject({ close: z.boolean().default(false) });
export const passphraseInput = z.strictObject({ current: passphrase, next: passphrase });
export const pinChangeInput = z.strictObject({ pin: pin.nullable() });
export const confirmInput = z.strictObject({ passphrase });
export const recoverInput = z.strictObject({ recoveryKey, name: requiredLine(120), passphrase });
export const confirmRecoveryInput = z.strictObject({
  groups: z.array(z.strictObject({ group: z.int().min(1).max(8), text: line(20) })).length(2),
});

export const addAccountInput = z.strictObject({
  name: requiredLine(120),
  role: accountRole,
  personId: id.nullable().default(null),
  /** To come in once; the person chooses their own then. */
  passphrase,
});
export const changeAccountInput = z.strictObject({ seen: seenRow, name: requiredLine(120), role: accountRole, personId: id.nullable() });
export const accountInput = z.strictObject({ seen: seenRow });
export const resetPassphraseInput = z.strictObject({ seen: seenRow, passphrase });

/** An account as Settings shows it. */
export interface AccountView {
  readonly id: Id;
  readonly version: number;
  readonly name: string;
  readonly role: AccountRole;
  readonly personId: Id | null;
  readonly personName: string | null;
  readonly deactivatedAt: string | null;
  readonly hasPin: boolean;
  readonly mustChangePassphrase: boolean;
  readonly isMe: boolean;
  /** What the one who asks may do with it. */
  readonly mayChange: boolean;
  readonly mayDeactivate: boolean;
}

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  /** The roles the one who asks may give. */
  readonly rolesToGive: readonly AccountRole[];
}

/** Answered once, when the key is made; it is kept nowhere. */
export interface RecoveryKeyMade {
  readonly recoveryKey: string;
  /** Two groups, counted from 1, to be typed from the printed sheet. */
  readonly askBack: readonly [number, number];
  readonly practiceName: string;
  readonly madeOn: string;
}

/** `oldBackupsClosed`: false when backups that were not within reach still open without a passphrase; they are seen to when they are back. */
export interface Protected {
  readonly oldBackupsClosed: boolean;
}

/** What is left after somebody's way in was taken away or changed. */
export interface OldBackups {
  /** Instants of the kept backups that still open with the passphrase of that day, newest first. */
  readonly oldBackups: readonly string[];
}
