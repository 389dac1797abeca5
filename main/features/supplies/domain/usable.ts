/** Whether stock of a lot counts as available on a day (local date): through its last day of use, and not while it is set aside. */
export function isUsable(
  lot: { readonly expiresOn: string | null; readonly quarantinedAt: string | null } | undefined,
  today: string,
): boolean {
  return lot === undefined || (lot.quarantinedAt === null && (lot.expiresOn === null || lot.expiresOn >= today));
}
