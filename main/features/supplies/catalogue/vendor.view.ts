import type { Vendor } from '../../../../db/supplies/vendor.entity.ts';
import type { VendorFields, VendorView } from '../../../../preload/contract/supplies/catalogue.ts';
import { minimumPolicies } from '../../../../preload/contract/supplies/choices.ts';

/** A row as the fields a form holds. */
export function vendorFieldsOf(row: Vendor): VendorFields {
  return {
    name: row.name,
    accountNumber: row.accountNumber,
    contactName: row.contactName,
    phone: row.phone,
    email: row.email,
    website: row.website,
    orderWeekdays: [...row.orderWeekdays].map(Number),
    orderByMinute: row.orderByMinute,
    leadTimeDays: row.leadTimeDays,
    minimumOrderCents: row.minimumOrderCents,
    minimumPolicy: minimumPolicies.find((one) => one === row.minimumPolicy) ?? 'none',
    minimumSurchargeCents: row.minimumSurchargeCents,
    freeFreightCents: row.freeFreightCents,
    freightFeeCents: row.freightFeeCents,
    note: row.note,
  };
}

export const vendorView = (row: Vendor, itemCount: number): VendorView => ({
  id: row.id,
  version: row.version,
  ...vendorFieldsOf(row),
  itemCount,
});
