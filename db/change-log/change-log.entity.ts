import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** A computer that writes; its letter stands before the numbers it gives. */
@Entity({ name: 'device' })
export class Device extends VersionedRow {
  @Column({ name: 'letter', type: 'varchar' })
  letter: string;
}

/** The key of a device's hash chain. Never logged. */
@Entity({ name: 'device_secret' })
export class DeviceSecret {
  @PrimaryColumn({ name: 'device_id', type: 'varchar' })
  deviceId: string;

  /** 32 bytes as hex. */
  @Column({ name: 'chain_key', type: 'varchar' })
  chainKey: string;
}

/** One committed write: who, when, by which procedure, and the hash that ties it to the one before. */
@Entity({ name: 'change_set' })
@Index('ix_change_set_sequence', ['deviceId', 'sequence'])
export class ChangeSet {
  @PrimaryColumn({ name: 'id', type: 'varchar' })
  id: string;

  @Column({ name: 'device_id', type: 'varchar' })
  deviceId: string;

  /** Counts by one per device. */
  @Column({ name: 'sequence', type: 'integer' })
  sequence: number;

  /** Hybrid logical clock: milliseconds and a counter, as sortable text. */
  @Column({ name: 'logical_clock', type: 'varchar' })
  logicalClock: string;

  @Column({ name: 'actor_id', type: 'varchar' })
  actorId: string;

  @Column({ name: 'actor_name', type: 'varchar' })
  actorName: string;

  @Column({ name: 'procedure', type: 'varchar' })
  procedure: string;

  @Column({ name: 'label', type: 'varchar' })
  label: string;

  /** Instant, ISO 8601 UTC. */
  @Column({ name: 'at', type: 'varchar' })
  at: string;

  /** The change set that this one took back, or null. */
  @Column({ name: 'undoes_id', type: 'varchar', nullable: true })
  undoesId: string | null;

  /** HMAC-SHA256 over the set, its rows and the previous set's hash, as hex. */
  @Column({ name: 'hash', type: 'varchar' })
  hash: string;
}

/** One row per inserted row (all its values as a JSON object) and per changed column (its value as JSON). Written by triggers. */
@Entity({ name: 'change_log' })
@Index('ix_change_log_row', ['tableName', 'rowId'])
@Index('ix_change_log_set', ['changeSetId'])
export class ChangeLogRow {
  @PrimaryGeneratedColumn({ name: 'sequence', type: 'integer' })
  sequence: number;

  @Column({ name: 'change_set_id', type: 'varchar' })
  changeSetId: string;

  @Column({ name: 'table_name', type: 'varchar' })
  tableName: string;

  @Column({ name: 'row_id', type: 'varchar' })
  rowId: string;

  /** Null for an inserted row. */
  @Column({ name: 'column_name', type: 'varchar', nullable: true })
  columnName: string | null;

  @Column({ name: 'value', type: 'text' })
  value: string;

  /** The change set that wrote the value this one replaced. */
  @Column({ name: 'replaced_change_set_id', type: 'varchar', nullable: true })
  replacedChangeSetId: string | null;
}

/** One row: the change set that writes now, or null. The triggers read it, so a write outside a unit of work fails. */
@Entity({ name: 'current_change_set' })
export class CurrentChangeSet {
  @PrimaryColumn({ name: 'id', type: 'integer' })
  id: number;

  @Column({ name: 'change_set_id', type: 'varchar', nullable: true })
  changeSetId: string | null;
}
