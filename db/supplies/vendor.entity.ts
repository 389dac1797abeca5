import { Column, Entity, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** Who we buy from. */
@Entity({ name: 'vendor' })
@Index('ix_vendor_name', ['name'])
export class Vendor extends VersionedRow {
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** Our number with this vendor. */
  @Column({ name: 'account_number', type: 'varchar' })
  accountNumber: string;

  @Column({ name: 'contact_name', type: 'varchar' })
  contactName: string;

  @Column({ name: 'phone', type: 'varchar' })
  phone: string;

  @Column({ name: 'email', type: 'varchar' })
  email: string;

  @Column({ name: 'website', type: 'varchar' })
  website: string;

  /** ISO weekdays on which orders are sent, as digits: "13" is Monday and Wednesday; empty when on any day. */
  @Column({ name: 'order_weekdays', type: 'varchar' })
  orderWeekdays: string;

  /** Orders sent later than this minute of the day count for the next order day. */
  @Column({ name: 'order_by_minute', type: 'integer', nullable: true })
  orderByMinute: number | null;

  /** Order to receipt in business days, until receipts tell. */
  @Column({ name: 'lead_time_days', type: 'integer' })
  leadTimeDays: number;

  /** 0 when there is none. */
  @Column({ name: 'minimum_order_cents', type: 'integer' })
  minimumOrderCents: number;

  @Column({ name: 'minimum_policy', type: 'varchar' })
  minimumPolicy: string;

  /** What a small order costs more, where the policy is a surcharge. */
  @Column({ name: 'minimum_surcharge_cents', type: 'integer' })
  minimumSurchargeCents: number;

  /** Merchandise from which freight is free; null when freight is never free. */
  @Column({ name: 'free_freight_cents', type: 'integer', nullable: true })
  freeFreightCents: number | null;

  @Column({ name: 'freight_fee_cents', type: 'integer' })
  freightFeeCents: number;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}
