/** Why an item's levels cannot stand, in a sentence, or null. Base units. A par below one pack is a finding of the reorder list, not a fault. */
export function levelFault({ reorderPoint, par }: { readonly reorderPoint: number; readonly par: number }): string | null {
  return par < reorderPoint ? `"Fill to" ${par} lies below "order at" ${reorderPoint}. Raise it, or order later.` : null;
}
