import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { ChangeSetRef } from '../preload/contract/shared/primitives.ts';
import { chainHash, nextLogicalClock, type ChainedRow, type ChainedSet } from './change-log/hash-chain.ts';
import { isAppendOnlyTable } from './change-log/logged-tables.ts';
import { repositoriesOf, type Repositories } from './repositories.ts';

/** Why something is written. */
export interface Intent {
  readonly actor: { readonly id: string; readonly name: string };
  readonly procedure: string;
  /** The change set that this one takes back. */
  readonly undoesId?: string;
}

export interface Committed<Result> {
  readonly result: Result;
  /** Null when nothing of the practice's data was different: entries of the access record alone are no change that could be undone. */
  readonly changeSet: ChangeSetRef | null;
  /** The access record grew. */
  readonly recorded: boolean;
}

export interface UnitOfWorkPorts {
  /** The present instant, ISO 8601 UTC. */
  readonly clock: () => string;
  /** A new UUIDv7. */
  readonly newId: () => string;
}

interface Chain {
  readonly deviceId: string;
  readonly key: string;
  sequence: number;
  logicalClock: string;
  hash: string;
}

/**
 * Every read and write of the database, one after the other in the order they came.
 * TypeORM shares one connection and one query runner, so work that interleaves would land in another's transaction.
 */
export class UnitOfWork {
  #dataSource: DataSource;
  readonly #ports: UnitOfWorkPorts;
  readonly #inside = new AsyncLocalStorage<true>();
  #tail: Promise<unknown> = Promise.resolve();
  #chain: Chain;

  private constructor(dataSource: DataSource, ports: UnitOfWorkPorts, chain: Chain) {
    this.#dataSource = dataSource;
    this.#ports = ports;
    this.#chain = chain;
  }

  /** Takes up the chain of this device; the first time, makes the device. */
  static async open(dataSource: DataSource, ports: UnitOfWorkPorts): Promise<UnitOfWork> {
    const chain = await findChain(dataSource);
    if (chain) return new UnitOfWork(dataSource, ports, chain);
    const device = { deviceId: ports.newId(), key: randomBytes(32).toString('hex') };
    const unitOfWork = new UnitOfWork(dataSource, ports, { ...device, sequence: 0, logicalClock: '', hash: '' });
    await unitOfWork.#commit(
      { actor: { id: 'local', name: 'This computer' }, procedure: 'device.create' },
      'Set up this computer',
      async (manager) => {
        await manager.query('INSERT INTO device_secret (device_id, chain_key) VALUES (?, ?)', [device.deviceId, device.key]);
        await manager.query('INSERT INTO device (id, letter) VALUES (?, ?)', [device.deviceId, 'L']);
      },
    );
    return unitOfWork;
  }

  /** This computer's id, as change sets carry it. */
  get deviceId(): string {
    return this.#chain.deviceId;
  }

  /** False once its file was closed, or given up for one that did not open. */
  get isOpen(): boolean {
    return this.#dataSource.isInitialized;
  }

  /** The hash of the last change; '' before the first. */
  get head(): { readonly hash: string } {
    return { hash: this.#chain.hash };
  }

  /** Reads a consistent state: no write comes in between. */
  read<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    return this.#queue(() => work(repositoriesOf(this.#dataSource.manager)));
  }

  /**
   * One transaction and one change set. What throws inside leaves nothing behind; what changes nothing makes no change set.
   * `label` says what happened in the words of the screen.
   */
  write<Result>(
    intent: Intent,
    label: string | ((result: Result) => string),
    work: (repositories: Repositories) => Promise<Result>,
  ): Promise<Committed<Result>> {
    return this.#queue(() => this.#commit(intent, label, (manager) => work(repositoriesOf(manager))));
  }

  /** Waits until what was asked for is done. */
  async idle(): Promise<void> {
    await this.#queue(async () => {});
  }

  /** Runs `work` alone on the connection itself: copies of the whole file. */
  withDataSource<Result>(work: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
    return this.#inside.getStore() ? work(this.#dataSource) : this.#queue(() => work(this.#dataSource));
  }

  /**
   * Goes on with another file: `replace` closes this one and answers the next. Work that was asked for meanwhile waits.
   * Where `replace` throws after it closed this one, `reopen` gives it back.
   */
  replace(replace: (dataSource: DataSource) => Promise<DataSource>, reopen: () => Promise<DataSource>): Promise<void> {
    return this.#queue(async () => {
      const before = this.#dataSource;
      try {
        this.#dataSource = await replace(before);
      } catch (error) {
        if (!before.isInitialized) this.#dataSource = await reopen();
        throw error;
      } finally {
        if (this.isOpen) this.#chain = (await findChain(this.#dataSource)) ?? this.#chain;
      }
    });
  }

  /** Waits for what was asked for and closes the connection. */
  end(): Promise<void> {
    return this.#queue(() => this.#dataSource.destroy());
  }

  #queue<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore()) throw new Error('A unit of work may not start another one inside');
    const mine = this.#tail.then(() => this.#inside.run(true, work));
    this.#tail = mine.catch(() => {});
    return mine;
  }

  async #commit<Result>(
    intent: Intent,
    label: string | ((result: Result) => string),
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Committed<Result>> {
    const { clock, newId } = this.#ports;
    const runner = this.#dataSource.createQueryRunner();
    const id = newId();
    await runner.startTransaction();
    try {
      await runner.query('UPDATE current_change_set SET change_set_id = ? WHERE id = 1', [id]);
      const result = await work(runner.manager);
      const rows: ChainedRow[] = await runner.query(
        `SELECT table_name AS tableName, row_id AS rowId, column_name AS columnName, value, replaced_change_set_id AS replacedChangeSetId
         FROM change_log WHERE change_set_id = ? ORDER BY sequence`,
        [id],
      );
      if (rows.length === 0) {
        await runner.rollbackTransaction();
        return { result, changeSet: null, recorded: false };
      }
      const at = clock();
      const isChange = rows.some((row) => !isAppendOnlyTable(row.tableName));
      const set: ChainedSet = {
        id,
        deviceId: this.#chain.deviceId,
        sequence: this.#chain.sequence + 1,
        logicalClock: nextLogicalClock(this.#chain.logicalClock, Date.parse(at)),
        actorId: intent.actor.id,
        actorName: intent.actor.name,
        procedure: intent.procedure,
        label: isChange ? (typeof label === 'string' ? label : label(result)) : '',
        at,
        undoesId: intent.undoesId ?? null,
      };
      const hash = chainHash(this.#chain.key, this.#chain.hash, set, rows);
      await runner.query(
        `INSERT INTO change_set (id, device_id, sequence, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [id, set.deviceId, set.sequence, set.logicalClock, set.actorId, set.actorName, set.procedure, set.label, at, set.undoesId, hash],
      );
      await runner.query('UPDATE current_change_set SET change_set_id = NULL WHERE id = 1');
      await runner.commitTransaction();
      this.#chain = { ...this.#chain, sequence: set.sequence, logicalClock: set.logicalClock, hash };
      const recorded = rows.some((row) => isAppendOnlyTable(row.tableName));
      return { result, changeSet: isChange ? { id, label: set.label } : null, recorded };
    } catch (error) {
      if (runner.isTransactionActive) await rollBack(runner);
      throw error;
    }
  }
}

/**
 * SQLite itself takes a transaction back when the disk is full or fails; TypeORM does not know, and would count every later one as nested.
 * Then it is given an empty one to end. What went wrong first is what counts.
 */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    await runner.query('BEGIN');
    await runner.rollbackTransaction();
  }
}

async function findChain(dataSource: DataSource): Promise<Chain | undefined> {
  const devices: { deviceId: string; key: string }[] = await dataSource.query(
    'SELECT device_id AS deviceId, chain_key AS key FROM device_secret',
  );
  const [device] = devices;
  if (!device) return undefined;
  const heads: { sequence: number; logicalClock: string; hash: string }[] = await dataSource.query(
    'SELECT sequence, logical_clock AS logicalClock, hash FROM change_set WHERE device_id = ? ORDER BY sequence DESC LIMIT 1',
    [device.deviceId],
  );
  return { ...device, ...(heads[0] ?? { sequence: 0, logicalClock: '', hash: '' }) };
}
