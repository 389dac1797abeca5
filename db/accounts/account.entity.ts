import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';

/** Someone who may sign in. What opens the file is not here: that lies in the keyring. */
@Entity({ name: 'account' })
@Index('ix_account_person', ['personId'])
export class Account extends VersionedRow {
  /** As it is typed to sign in, and as it stands in the history. */
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @Column({ name: 'role', type: 'varchar' })
  role: string;

  @ForeignKey(() => Person, { name: 'fk_account_person' })
  @Column({ name: 'person_id', type: 'varchar', nullable: true })
  personId: string | null;

  /** Instant, ISO 8601 UTC; an account that signs in no more. */
  @Column({ name: 'deactivated_at', type: 'varchar', nullable: true })
  deactivatedAt: string | null;

  /** 1 while the passphrase is one that somebody else chose. */
  @Column({ name: 'must_change_passphrase', type: 'integer' })
  mustChangePassphrase: number;

  /** Instant at which the present passphrase was set. */
  @Column({ name: 'passphrase_set_at', type: 'varchar' })
  passphraseSetAt: string;

  /** Instant at which the present PIN was set, or null without one. */
  @Column({ name: 'pin_set_at', type: 'varchar', nullable: true })
  pinSetAt: string | null;
}

/** What an account proves itself with. Never logged, never exported. */
@Entity({ name: 'account_secret' })
export class AccountSecret {
  @PrimaryColumn({ name: 'account_id', type: 'varchar' })
  accountId: string;

  /** Argon2id in its own notation. */
  @Column({ name: 'pin_hash', type: 'varchar' })
  pinHash: string;
}

/** The practice's own keys, one row. Never logged, never exported. */
@Entity({ name: 'practice_secret' })
export class PracticeSecret {
  @PrimaryColumn({ name: 'id', type: 'integer' })
  id: number;

  /** What captures made while nobody was signed in are opened with: X25519, PKCS#8, base64. */
  @Column({ name: 'capture_private_key', type: 'varchar' })
  capturePrivateKey: string;

  @Column({ name: 'capture_public_key', type: 'varchar' })
  capturePublicKey: string;

  /** Key of the drafts that lie beside the database, 32 bytes as hex. */
  @Column({ name: 'draft_key', type: 'varchar' })
  draftKey: string;
}
