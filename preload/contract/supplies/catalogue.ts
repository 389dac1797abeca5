import { z } from 'zod';
import { id, line, localDate, minuteOfDay, requiredLine, seenRow, type Id, type LocalDate } from '../shared/primitives.ts';
import { identifierSchemes, minimumPolicies, priceKinds, serviceClasses, storageClasses } from './choices.ts';

/** Text of several lines. */
const note = z.string().trim().max(2000, { error: 'Use at most 2000 characters.' });
/** Money in cents, up to ten million dollars. */
export const cents = z.int().min(0).max(1_000_000_000, { error: 'This is more than ten million dollars.' });
/** Base units in a pack or behind a code. */
export const baseUnits = z
  .int({ error: 'Write a whole number.' })
  .min(1, { error: 'A pack holds at least one.' })
  .max(1_000_000, { error: 'A pack holds at most a million.' });

export const itemFields = z.strictObject({
  /** The practice's own short code. */
  code: line(30),
  name: requiredLine(120),
  /** The word of the smallest counted unit: "each", "box". */
  baseUnit: requiredLine(20),
  categoryId: id.nullable(),
  serviceClass: z.enum(serviceClasses),
  storageClass: z.enum(storageClasses),
  lotTracked: z.boolean(),
  expiryTracked: z.boolean(),
  /** A controlled substance: listed, and kept out of the ledger. */
  controlled: z.boolean(),
  /** Days an opened pack may be used; null when opening changes nothing. */
  daysAfterOpening: z.int().min(1).max(3660).nullable(),
  /** No longer bought from this day. */
  inactiveOn: localDate.nullable(),
  note,
});
export type ItemFields = z.infer<typeof itemFields>;

/** A script may leave out what is usual. */
export const itemGiven = itemFields.extend({
  code: itemFields.shape.code.default(''),
  baseUnit: itemFields.shape.baseUnit.default('each'),
  categoryId: itemFields.shape.categoryId.default(null),
  serviceClass: itemFields.shape.serviceClass.default('standard'),
  storageClass: itemFields.shape.storageClass.default('shelf'),
  lotTracked: itemFields.shape.lotTracked.default(false),
  expiryTracked: itemFields.shape.expiryTracked.default(false),
  controlled: itemFields.shape.controlled.default(false),
  daysAfterOpening: itemFields.shape.daysAfterOpening.default(null),
  inactiveOn: itemFields.shape.inactiveOn.default(null),
  note: itemFields.shape.note.default(''),
});
export const saveItem = z.strictObject({ seen: seenRow.optional(), item: itemGiven });
export const archiveItems = z.strictObject({ items: z.array(seenRow).min(1).max(5000) });

/** What many items can be given at once. */
export const changeItems = z.strictObject({
  items: z.array(seenRow).min(1).max(5000),
  change: itemFields
    .pick({ categoryId: true, serviceClass: true, storageClass: true, lotTracked: true, expiryTracked: true, inactiveOn: true })
    .partial(),
});

export const identifierFields = z.strictObject({
  itemId: id,
  scheme: z.enum(identifierSchemes),
  value: requiredLine(100),
  baseUnits: baseUnits.default(1),
});
export const saveIdentifier = z.strictObject({ seen: seenRow.optional(), identifier: identifierFields });

/** One pack of the chain. Each holds a whole number of the one before it. */
export const packFields = z.strictObject({ code: requiredLine(20), baseUnits, orderable: z.boolean().default(true) });
export type PackFields = z.infer<typeof packFields>;
export const packs = z.array(packFields).max(8, { error: 'A chain has at most eight packs.' });

/** The packs an item is counted in whoever sold it. */
export const saveItemPacks = z.strictObject({ itemId: id, packs });

export const vendorItemFields = z.strictObject({
  itemId: id,
  vendorId: id,
  vendorNumber: line(60).default(''),
  /** What the vendor calls it. */
  vendorName: line(200).default(''),
  manufacturer: line(80).default(''),
  manufacturerNumber: line(60).default(''),
  /** 1 is bought first; 0 when no choice was made. */
  preference: z.int().min(0).max(99).default(0),
  discontinued: z.boolean().default(false),
  note: note.default(''),
  packs: packs.min(1, { error: 'Name at least one pack it is sold in.' }),
});
export const saveVendorItem = z.strictObject({ seen: seenRow.optional(), vendorItem: vendorItemFields });

export const priceFields = z.strictObject({
  packId: id,
  kind: z.enum(priceKinds).default('list'),
  /** From this many packs on. */
  minimumPacks: z.int().min(1).max(1_000_000).default(1),
  /** For one pack. */
  cents,
  effectiveOn: localDate,
  /** Last day of a contract price. */
  endsOn: localDate.nullable().default(null),
  source: line(80).default(''),
});
export const savePrice = z.strictObject({ seen: seenRow.optional(), price: priceFields });

export const vendorFields = z.strictObject({
  name: requiredLine(80),
  accountNumber: line(40),
  contactName: line(80),
  phone: line(40),
  email: line(120),
  website: line(200),
  /** ISO weekdays on which orders are sent; none when on any day. */
  orderWeekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Orders sent later than this minute of the day count for the next order day. */
  orderByMinute: minuteOfDay.nullable(),
  /** Order to receipt in business days. */
  leadTimeDays: z.int().min(0).max(365),
  minimumOrderCents: cents,
  minimumPolicy: z.enum(minimumPolicies),
  minimumSurchargeCents: cents,
  /** Merchandise from which freight is free; null when it never is. */
  freeFreightCents: cents.nullable(),
  freightFeeCents: cents,
  note,
});
export type VendorFields = z.infer<typeof vendorFields>;
export const vendorGiven = vendorFields.extend({
  accountNumber: vendorFields.shape.accountNumber.default(''),
  contactName: vendorFields.shape.contactName.default(''),
  phone: vendorFields.shape.phone.default(''),
  email: vendorFields.shape.email.default(''),
  website: vendorFields.shape.website.default(''),
  orderWeekdays: vendorFields.shape.orderWeekdays.default([]),
  orderByMinute: vendorFields.shape.orderByMinute.default(null),
  leadTimeDays: vendorFields.shape.leadTimeDays.default(3),
  minimumOrderCents: vendorFields.shape.minimumOrderCents.default(0),
  minimumPolicy: vendorFields.shape.minimumPolicy.default('none'),
  minimumSurchargeCents: vendorFields.shape.minimumSurchargeCents.default(0),
  freeFreightCents: vendorFields.shape.freeFreightCents.default(null),
  freightFeeCents: vendorFields.shape.freightFeeCents.default(0),
  note: vendorFields.shape.note.default(''),
});
export const saveVendor = z.strictObject({ seen: seenRow.optional(), vendor: vendorGiven });
export const archiveVendors = z.strictObject({ vendors: z.array(seenRow).min(1).max(500) });

export const categoryFields = z.strictObject({ name: requiredLine(60), glAccount: line(30).default('') });
export const saveCategory = z.strictObject({ seen: seenRow.optional(), category: categoryFields });

/** The items as a file; those named, or all. */
export const exportItems = z.strictObject({ ids: z.array(id).max(20_000).optional() });

interface SeenView {
  readonly id: Id;
  readonly version: number;
}
export interface CategoryView extends SeenView, z.output<typeof categoryFields> {}
export interface VendorView extends SeenView, VendorFields {
  /** How many items it sells us. */
  readonly itemCount: number;
}

/** What an item costs at a vendor: so many cents for a pack of so many base units. */
export interface PackCost {
  readonly packCode: string;
  readonly baseUnits: number;
  readonly cents: number;
}

/** A line of the list of items. */
export interface ItemLine extends SeenView, Omit<ItemFields, 'note' | 'daysAfterOpening'> {
  readonly categoryName: string;
  readonly vendorCount: number;
  /** The vendor it is bought from first; '' when nobody sells it. */
  readonly vendorName: string;
  readonly vendorNumber: string;
  /** Names and numbers of vendors and makers, for the filter. */
  readonly words: string;
  /** The largest pack it is bought in there: "CS of 10"; '' without one. */
  readonly packText: string;
  /** Only for those who may see prices; null where none is known. */
  readonly cost?: PackCost | null;
}

export const itemFindingCodes = [
  'duplicate_code',
  'duplicate_name',
  'controlled',
  'check_digit',
  'shared_identifier',
  'no_vendor',
] as const;
/** Something to look at; it stops nothing. */
export interface ItemFinding {
  readonly code: (typeof itemFindingCodes)[number];
  readonly text: string;
}

export interface IdentifierView extends SeenView, z.output<typeof identifierFields> {
  /** As it is printed: an NDC in 5-4-2. */
  readonly shown: string;
}
export interface PriceView extends SeenView, z.output<typeof priceFields> {
  /** It is what the pack costs now, from its number of packs on. */
  readonly current: boolean;
}
export interface PackView extends SeenView, PackFields {
  /** "case of 10 boxes" in the words of the chain: "CS of 10 BX". */
  readonly text: string;
  /** Today's price of one; null where none is known or it may not be seen. */
  readonly cents: number | null;
}
export interface VendorItemView extends SeenView, Omit<z.output<typeof vendorItemFields>, 'packs' | 'itemId'> {
  readonly vendor: string;
  readonly packs: readonly PackView[];
  /** Newest first; only for those who may see prices. */
  readonly prices?: readonly PriceView[];
  /** The pack that is cheapest for each base unit today. */
  readonly cost?: PackCost | null;
}
export interface ItemView extends SeenView, ItemFields {
  readonly categoryName: string;
  readonly identifiers: readonly IdentifierView[];
  /** The practice's own packs. */
  readonly packs: readonly PackView[];
  /** In the order in which they are bought from. */
  readonly vendorItems: readonly VendorItemView[];
  readonly findings: readonly ItemFinding[];
}

/** What a vendor sells us, for its panel. */
export interface VendorItemLine {
  readonly itemId: Id;
  readonly name: string;
  readonly vendorNumber: string;
  readonly packText: string;
  readonly discontinued: boolean;
  readonly cost?: PackCost | null;
}
export interface VendorDetail extends VendorView {
  readonly items: readonly VendorItemLine[];
}

/** An item found, for the palette. */
export interface ItemHit {
  readonly id: Id;
  readonly name: string;
  readonly code: string;
  readonly baseUnit: string;
  readonly vendorName: string;
  readonly inactiveOn: LocalDate | null;
}
export interface VendorHit {
  readonly id: Id;
  readonly name: string;
  readonly phone: string;
}
