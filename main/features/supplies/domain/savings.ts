import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { daysBetween, formatDay } from '../../../kernel/local-date.ts';
import { freightOf, type FreightTerms } from './freight.ts';
import { compareUnitPrices, costOf, formatUnitPrice, savedCents, type UnitPrice } from './unit-price.ts';
import { counted, dollars, plainNumber, type Said, type UnitWords } from './words.ts';

export type SavingCode = 'cheaper_elsewhere' | 'contract_not_honoured' | 'freight_avoidable' | 'stock_expires';

/** Money that was or will be paid without need; cents, above 0. */
export interface Saving {
  readonly code: SavingCode;
  readonly cents: number;
  readonly itemId: Id | null;
  readonly vendorId: Id | null;
  readonly reason: Said<SavingCode>;
}

const saving = (
  code: SavingCode,
  cents: number,
  ids: { readonly itemId?: Id; readonly vendorId?: Id },
  sentence: string,
  numbers: Record<string, number>,
): Saving => ({
  code,
  cents,
  itemId: ids.itemId ?? null,
  vendorId: ids.vendorId ?? null,
  reason: { code, sentence, numbers: { cents, ...numbers } },
});

/** What was bought of one item from one vendor in a period, summed. */
export interface ItemSpend {
  readonly itemId: Id;
  readonly itemName: string;
  readonly vendorId: Id;
  readonly vendorName: string;
  /** Base units. */
  readonly quantity: number;
  /** The unit price today at this vendor. */
  readonly price: UnitPrice;
  /** What the item costs today elsewhere. */
  readonly others: readonly { readonly vendorId: Id; readonly vendorName: string; readonly price: UnitPrice }[];
  readonly unit: UnitWords;
}

/** The same item cheaper per base unit at another vendor: what the period's quantity would have cost less at today's prices. */
export function cheaperElsewhere(spends: readonly ItemSpend[]): Saving[] {
  return spends.flatMap((spend) => {
    const [best] = spend.others
      .filter(({ vendorId }) => vendorId !== spend.vendorId)
      .toSorted((a, b) => compareUnitPrices(a.price, b.price));
    const cents = best ? savedCents(spend.price, best.price, spend.quantity) : 0;
    if (!best || cents <= 0) return [];
    const sentence =
      `${spend.itemName}: ${formatUnitPrice(best.price)} per ${spend.unit.one} at ${best.vendorName} instead of ${formatUnitPrice(spend.price)} at ` +
      `${spend.vendorName}; ${counted(spend.quantity, spend.unit)} would cost ${dollars(cents)} less.`;
    return saving('cheaper_elsewhere', cents, { itemId: spend.itemId, vendorId: best.vendorId }, sentence, { quantity: spend.quantity });
  });
}

/** A line that was paid. */
export interface PaidLine {
  readonly itemId: Id;
  readonly itemName: string;
  readonly vendorId: Id;
  readonly vendorName: string;
  readonly on: LocalDate;
  readonly packs: number;
  readonly paidPackCents: number;
  /** The contract price that held on the day of the order; null without one. */
  readonly contractPackCents: number | null;
}

/** Lines that cost more than the contract says. */
export function contractNotHonoured(lines: readonly PaidLine[]): Saving[] {
  return lines.flatMap((line) => {
    const { packs, paidPackCents, contractPackCents } = line;
    const cents = contractPackCents === null ? 0 : packs * (paidPackCents - contractPackCents);
    if (contractPackCents === null || cents <= 0) return [];
    const sentence =
      `${line.itemName}: ${line.vendorName} charged ${dollars(paidPackCents)} a pack on ${formatDay(line.on)}, the contract says ` +
      `${dollars(contractPackCents)}; ${dollars(cents)} too much for ${plainNumber(packs)}.`;
    return saving('contract_not_honoured', cents, { itemId: line.itemId, vendorId: line.vendorId }, sentence, {
      packs,
      paidPackCents,
      contractPackCents,
    });
  });
}

/** An order that went out. */
export interface SentOrder {
  readonly vendorId: Id;
  readonly vendorName: string;
  readonly on: LocalDate;
  /** Merchandise that counts toward free freight, cents. */
  readonly goodsCents: number;
  readonly freightCents: number;
  readonly terms: FreightTerms;
}

/** Orders this many days apart could have been one. */
const togetherWithinDays = 7;

/** Freight of orders to one vendor within a week that would have been one parcel, and perhaps a free one. */
export function freightAvoidable(orders: readonly SentOrder[]): Saving[] {
  const savings: Saving[] = [];
  const byVendor = Map.groupBy(
    orders.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    ({ vendorId }) => vendorId,
  );
  for (const sent of byVendor.values()) {
    for (let from = 0; from < sent.length;) {
      const first = sent[from];
      if (!first) break;
      const group = sent.slice(from).filter(({ on }) => daysBetween(first.on, on) < togetherWithinDays);
      from += group.length;
      const goods = group.reduce((sum, { goodsCents }) => sum + goodsCents, 0);
      const paid = group.reduce((sum, { freightCents }) => sum + freightCents, 0);
      // One parcel costs no more than the dearest of them did.
      const together = Math.min(freightOf(first.terms, goods), Math.max(...group.map(({ freightCents }) => freightCents)));
      if (group.length < 2 || paid <= together) continue;
      const sentence =
        `${first.vendorName}: ${group.length} orders from ${formatDay(first.on)} to ${formatDay(group.at(-1)?.on ?? first.on)} paid ${dollars(paid)} ` +
        `freight; one order would have paid ${together === 0 ? 'none' : dollars(together)}.`;
      savings.push(
        saving('freight_avoidable', paid - together, { vendorId: first.vendorId }, sentence, { orders: group.length, paid, together }),
      );
    }
  }
  return savings;
}

/** What will expire before it is used (`projectUse`). */
export interface ExpiringStock {
  readonly itemId: Id;
  readonly itemName: string;
  /** Base units. */
  readonly wasted: number;
  /** When the first of it expires. */
  readonly firstOn: LocalDate;
  /** Null when no price is known: then it is worth nothing here. */
  readonly price: UnitPrice | null;
  readonly unit: UnitWords;
}

/** Stock that will expire, at what it would cost today. */
export function stockExpires(stocks: readonly ExpiringStock[]): Saving[] {
  return stocks.flatMap((stock) => {
    const cents = stock.price === null ? 0 : costOf(stock.price, stock.wasted);
    if (stock.wasted <= 0 || cents <= 0) return [];
    const sentence = `${stock.itemName}: ${counted(stock.wasted, stock.unit)} worth ${dollars(cents)} will expire unused from ${formatDay(stock.firstOn)} on.`;
    return saving('stock_expires', cents, { itemId: stock.itemId }, sentence, { wasted: stock.wasted });
  });
}

/** Largest first; of two alike by sentence. */
export const bySize = (savings: readonly Saving[]): Saving[] =>
  savings.toSorted((a, b) => b.cents - a.cents || (a.reason.sentence < b.reason.sentence ? -1 : 1));
