import type { Repositories } from '../../../../db/repositories.ts';
import type { Item } from '../../../../db/supplies/item.entity.ts';
import type { Lot } from '../../../../db/supplies/stock-movement.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { LotFields } from '../../../../preload/contract/supplies/stock.ts';
import type { LotOnHand } from '../domain/fefo-pick.ts';

/** One item's stock while entries are put into the ledger: its lots, and what lies where. */
export class Shelf {
  readonly item: Item;
  readonly #lots: Map<Id, Lot>;
  /** Base units by place, then by lot; null is stock without a lot. */
  readonly #onHand: Map<Id, Map<Id | null, number>>;

  private constructor(item: Item, lots: readonly Lot[]) {
    this.item = item;
    this.#lots = new Map(lots.map((lot) => [lot.id, lot]));
    this.#onHand = new Map();
  }

  /** `not_found` when the item is archived or never was. */
  static async load({ catalogue, stock }: Repositories, itemId: Id): Promise<Shelf> {
    const item = await catalogue.findItem(itemId);
    if (!item) throw new AppError('not_found', 'This item is no longer there. Look at the items as they are now.');
    const shelf = new Shelf(item, await stock.listLotsOf(itemId));
    for (const row of await stock.listBalancesOf(itemId)) shelf.put(row.storagePlaceId, row.lotId, row.onHand);
    return shelf;
  }

  /** `not_found` for a lot that is none of this item's. */
  lot(id: Id): Lot {
    const lot = this.#lots.get(id);
    if (!lot) throw new AppError('not_found', 'This lot is no longer there. Look at the lots as they are now.');
    return lot;
  }

  /** The lot that a label tells, whatever the case of its letters. */
  findLot({ number, expiresOn, funding }: LotFields): Lot | undefined {
    return [...this.#lots.values()].find(
      (lot) => lot.number.toUpperCase() === number.toUpperCase() && lot.expiresOn === expiresOn && lot.funding === funding,
    );
  }

  addLot(lot: Lot): void {
    this.#lots.set(lot.id, lot);
  }

  put(placeId: Id, lotId: Id | null, quantity: number): void {
    const here = this.#onHand.get(placeId) ?? new Map<Id | null, number>();
    this.#onHand.set(placeId, here);
    here.set(lotId, (here.get(lotId) ?? 0) + quantity);
  }

  /** On hand in a place, all lots. */
  onHandIn(placeId: Id): number {
    return [...(this.#onHand.get(placeId)?.values() ?? [])].reduce((sum, quantity) => sum + quantity, 0);
  }

  lotsIn(placeId: Id): LotOnHand<Id | null>[] {
    return [...(this.#onHand.get(placeId) ?? [])].map(([lotId, quantity]) => {
      const lot = lotId === null ? undefined : this.#lots.get(lotId);
      return { lotId, quantity, expiresOn: lot?.expiresOn ?? null, quarantined: lot !== undefined && lot.quarantinedAt !== null };
    });
  }
}
