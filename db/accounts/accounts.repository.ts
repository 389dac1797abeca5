import type { EntityManager } from 'typeorm';
import { VersionedRows } from '../versioned-rows.ts';
import { Account } from './account.entity.ts';

export type AccountRow = Omit<Account, 'archivedAt'>;

const columns = `a.id, a.version, a.name, a.role, a.person_id AS personId, a.deactivated_at AS deactivatedAt,
  a.must_change_passphrase AS mustChangePassphrase, a.passphrase_set_at AS passphraseSetAt, a.pin_set_at AS pinSetAt`;

/** Who may sign in. PIN hashes are read apart, so that a list cannot leak them. */
export class AccountsRepository {
  readonly accounts: VersionedRows<Account>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.accounts = new VersionedRows(manager, Account, 'account');
  }

  /** Everyone, those who sign in no more last, by name. */
  async list(): Promise<AccountRow[]> {
    return this.#manager.query(
      `SELECT ${columns} FROM account a WHERE a.archived_at IS NULL ORDER BY a.deactivated_at IS NOT NULL, a.name COLLATE NOCASE, a.id`,
    );
  }

  async find(id: string): Promise<AccountRow | undefined> {
    const rows: AccountRow[] = await this.#manager.query(`SELECT ${columns} FROM account a WHERE a.id = ? AND a.archived_at IS NULL`, [id]);
    return rows[0];
  }

  async findPinHash(accountId: string): Promise<string | undefined> {
    const rows: { pinHash: string }[] = await this.#manager.query('SELECT pin_hash AS pinHash FROM account_secret WHERE account_id = ?', [
      accountId,
    ]);
    return rows[0]?.pinHash;
  }

  /** Goes with a change of the account's `pinSetAt`, as hashes themselves are never logged. */
  async setPinHash(accountId: string, pinHash: string | null): Promise<void> {
    if (pinHash === null) await this.#manager.query('DELETE FROM account_secret WHERE account_id = ?', [accountId]);
    else
      await this.#manager.query(
        'INSERT INTO account_secret (account_id, pin_hash) VALUES (?, ?) ON CONFLICT (account_id) DO UPDATE SET pin_hash = excluded.pin_hash',
        [accountId, pinHash],
      );
  }

  async secrets(): Promise<{ capturePrivateKey: string; capturePublicKey: string; draftKey: string }> {
    const rows: { capturePrivateKey: string; capturePublicKey: string; draftKey: string }[] = await this.#manager.query(
      'SELECT capture_private_key AS capturePrivateKey, capture_public_key AS capturePublicKey, draft_key AS draftKey FROM practice_secret WHERE id = 1',
    );
    const [secrets] = rows;
    if (!secrets) throw new Error('The practice has no keys of its own');
    return secrets;
  }
}
