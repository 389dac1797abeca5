import type { MinimumPolicy } from '../../../../preload/contract/supplies/choices.ts';

/** When a vendor's freight is free. Money in cents. */
export interface FreightTerms {
  /** Merchandise from which freight is free; null when it never is. */
  readonly freeFreightCents: number | null;
  readonly freightFeeCents: number;
}

/** What a vendor asks of an order. */
export interface OrderTerms extends FreightTerms {
  /** 0 when there is none. */
  readonly minimumOrderCents: number;
  readonly minimumPolicy: MinimumPolicy;
  /** What an order below the minimum costs more, where the policy is a surcharge. */
  readonly minimumSurchargeCents: number;
}

/** Freight of an order, cents. @param goodsCents merchandise that counts toward the threshold: no tax, no freight, no lines the vendor excludes. */
export const freightOf = ({ freeFreightCents, freightFeeCents }: FreightTerms, goodsCents: number): number =>
  freeFreightCents !== null && goodsCents >= freeFreightCents ? 0 : freightFeeCents;

/** What an order costs beyond its goods, cents; and whether the vendor takes it at all. */
export function extrasOf(
  terms: OrderTerms,
  goodsCents: number,
): { readonly freightCents: number; readonly surchargeCents: number; readonly isTaken: boolean } {
  const isBelow = terms.minimumPolicy !== 'none' && goodsCents < terms.minimumOrderCents;
  return {
    freightCents: freightOf(terms, goodsCents),
    surchargeCents: isBelow && terms.minimumPolicy === 'surcharge' ? terms.minimumSurchargeCents : 0,
    isTaken: !(isBelow && terms.minimumPolicy === 'strict'),
  };
}
