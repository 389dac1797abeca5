/** A part of Supplies. */
export interface SuppliesTab {
  /** Below `/supplies`. */
  readonly path: string;
  readonly label: string;
  /** The procedure one must be able to call for the part to be of use. */
  readonly needs: string;
}

/** The parts of Supplies, left to right: only what works. A feature adds its line here. */
export const suppliesTabs: readonly SuppliesTab[] = [
  { path: 'count', label: 'Count', needs: 'supplies.counts.list' },
  { path: 'items', label: 'Items', needs: 'supplies.catalogue.item.list' },
  { path: 'vendors', label: 'Vendors', needs: 'supplies.catalogue.vendor.list' },
];
