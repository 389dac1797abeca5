import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';
import { Vendor } from './vendor.entity.ts';

/** An item as one vendor sells it. */
@Entity({ name: 'vendor_item' })
@Index('ix_vendor_item_item', ['itemId'])
@Index('ix_vendor_item_vendor', ['vendorId', 'vendorNumber'])
export class VendorItem extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_vendor_item_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => Vendor, { name: 'fk_vendor_item_vendor' })
  @Column({ name: 'vendor_id', type: 'varchar' })
  vendorId: string;

  /** The vendor's own number for it. */
  @Column({ name: 'vendor_number', type: 'varchar' })
  vendorNumber: string;

  /** What the vendor calls it. */
  @Column({ name: 'vendor_name', type: 'varchar' })
  vendorName: string;

  @Column({ name: 'manufacturer', type: 'varchar' })
  manufacturer: string;

  @Column({ name: 'manufacturer_number', type: 'varchar' })
  manufacturerNumber: string;

  /** 1 is bought first; 0 when no choice was made. */
  @Column({ name: 'preference', type: 'integer' })
  preference: number;

  @Column({ name: 'discontinued', type: 'integer' })
  discontinued: number;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** A pack of an item: so many base units under one word. Packs of one vendor item divide each other: each, box, case. */
@Entity({ name: 'item_pack' })
@Index('ix_item_pack_item', ['itemId'])
@Index('ix_item_pack_vendor_item', ['vendorItemId'])
export class ItemPack extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_item_pack_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  /** Null for a pack the practice counts in whoever sold it. */
  @ForeignKey(() => VendorItem, { name: 'fk_item_pack_vendor_item' })
  @Column({ name: 'vendor_item_id', type: 'varchar', nullable: true })
  vendorItemId: string | null;

  /** EA, BX, CS, or the vendor's own word. */
  @Column({ name: 'code', type: 'varchar' })
  code: string;

  @Column({ name: 'base_units', type: 'integer' })
  baseUnits: number;

  /** 1 when it can be bought in this pack. */
  @Column({ name: 'orderable', type: 'integer' })
  orderable: number;
}

/** What one pack costs from a day on. The price of a unit is derived, never kept. */
@Entity({ name: 'pack_price' })
@Index('ix_pack_price_vendor_item', ['vendorItemId', 'effectiveOn'])
@Index('ix_pack_price_pack', ['itemPackId'])
export class PackPrice extends VersionedRow {
  @ForeignKey(() => VendorItem, { name: 'fk_pack_price_vendor_item' })
  @Column({ name: 'vendor_item_id', type: 'varchar' })
  vendorItemId: string;

  @ForeignKey(() => ItemPack, { name: 'fk_pack_price_item_pack' })
  @Column({ name: 'item_pack_id', type: 'varchar' })
  itemPackId: string;

  @Column({ name: 'kind', type: 'varchar' })
  kind: string;

  /** From this many packs on; 1 without price breaks. */
  @Column({ name: 'minimum_packs', type: 'integer' })
  minimumPacks: number;

  /** For one pack. */
  @Column({ name: 'cents', type: 'integer' })
  cents: number;

  @Column({ name: 'effective_on', type: 'varchar' })
  effectiveOn: string;

  /** Last day of a contract price. */
  @Column({ name: 'ends_on', type: 'varchar', nullable: true })
  endsOn: string | null;

  /** Where it comes from: "Quote Nov 23", "Order L-58". */
  @Column({ name: 'source', type: 'varchar' })
  source: string;
}

/** Which column of a vendor's file is which field. */
@Entity({ name: 'mapping_profile' })
@Index('ix_mapping_profile_vendor', ['vendorId'])
export class MappingProfile extends VersionedRow {
  @Column({ name: 'purpose', type: 'varchar' })
  purpose: string;

  @ForeignKey(() => Vendor, { name: 'fk_mapping_profile_vendor' })
  @Column({ name: 'vendor_id', type: 'varchar', nullable: true })
  vendorId: string | null;

  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** JSON: field to column heading, and choices. */
  @Column({ name: 'mapping', type: 'text' })
  mapping: string;
}
