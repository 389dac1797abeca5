import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Location } from '../practice/location.entity.ts';
import { Position } from '../practice/position.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';

/** Someone who works here. Contract minutes are per weekday, as leave credits that day's hours. */
@Entity({ name: 'person' })
@Index('ix_person_family_name', ['familyName'])
export class Person extends VersionedRow {
  @Column({ name: 'given_name', type: 'varchar' })
  givenName: string;

  @Column({ name: 'family_name', type: 'varchar' })
  familyName: string;

  @Column({ name: 'nickname', type: 'varchar' })
  nickname: string;

  @Column({ name: 'employment_class', type: 'varchar' })
  employmentClass: string;

  /** 1 when exempt from overtime. */
  @Column({ name: 'exempt', type: 'integer' })
  exempt: number;

  @Column({ name: 'phone', type: 'varchar' })
  phone: string;

  @ForeignKey(() => Location, { name: 'fk_person_home_location' })
  @Column({ name: 'home_location_id', type: 'varchar', nullable: true })
  homeLocationId: string | null;

  @Column({ name: 'contract_minutes_1', type: 'integer' })
  contractMinutes1: number;

  @Column({ name: 'contract_minutes_2', type: 'integer' })
  contractMinutes2: number;

  @Column({ name: 'contract_minutes_3', type: 'integer' })
  contractMinutes3: number;

  @Column({ name: 'contract_minutes_4', type: 'integer' })
  contractMinutes4: number;

  @Column({ name: 'contract_minutes_5', type: 'integer' })
  contractMinutes5: number;

  @Column({ name: 'contract_minutes_6', type: 'integer' })
  contractMinutes6: number;

  @Column({ name: 'contract_minutes_7', type: 'integer' })
  contractMinutes7: number;

  /** Local date, or null. */
  @Column({ name: 'active_from', type: 'varchar', nullable: true })
  activeFrom: string | null;

  /** Last day, local date, or null. */
  @Column({ name: 'active_to', type: 'varchar', nullable: true })
  activeTo: string | null;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** A position someone can work, and how well. */
@Entity({ name: 'person_position' })
@Index('ix_person_position_person', ['personId'])
export class PersonPositionRow extends VersionedRow {
  @ForeignKey(() => Person, { name: 'fk_person_position_person' })
  @Column({ name: 'person_id', type: 'varchar' })
  personId: string;

  @ForeignKey(() => Position, { name: 'fk_person_position_position' })
  @Column({ name: 'position_id', type: 'varchar' })
  positionId: string;

  @Column({ name: 'level', type: 'varchar' })
  level: string;
}

/** What someone earns from a date on, in cents per hour. */
@Entity({ name: 'pay_rate' })
@Index('ix_pay_rate_person', ['personId'])
export class PayRate extends VersionedRow {
  @ForeignKey(() => Person, { name: 'fk_pay_rate_person' })
  @Column({ name: 'person_id', type: 'varchar' })
  personId: string;

  @Column({ name: 'effective_on', type: 'varchar' })
  effectiveOn: string;

  @Column({ name: 'cents_per_hour', type: 'integer' })
  centsPerHour: number;
}
