import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { Item } from '../../../../db/supplies/item.entity.ts';
import type { Lot } from '../../../../db/supplies/stock-movement.entity.ts';
import type { NewMovement } from '../../../../db/supplies/stock.repository.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { MovementKind, MovementReason, MovementSubject } from '../../../../preload/contract/supplies/choices.ts';
import type { lotChoice, StockWarning } from '../../../../preload/contract/supplies/stock.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { bookingFault } from '../domain/booking.ts';
import { fefoPick } from '../domain/fefo-pick.ts';
import { practiceToday } from './practice-today.ts';
import { Shelf } from './shelf.ts';

/** What a person or another feature wants in the ledger. `quantity` is signed, in base units. */
export interface Entry {
  readonly kind: MovementKind;
  readonly itemId: Id;
  readonly placeId: Id;
  readonly lot: z.output<typeof lotChoice>;
  readonly quantity: number;
  readonly reason: MovementReason;
  readonly note: string;
  /** What it was paid with in all, cents. */
  readonly valueCents?: number | null;
  readonly transferId?: Id;
  readonly subject?: { readonly table: MovementSubject; readonly id: Id };
}

export interface Booking {
  readonly movements: readonly NewMovement[];
  readonly warnings: readonly StockWarning[];
  readonly items: readonly Item[];
}

/**
 * The ledger within a unit of work, for whatever books into it. Each entry is judged by `bookingRules`: a refused one is `rule_violation` with the
 * rule's id; an unknown item, place or lot is `not_found`. More out than is there is a warning.
 */
export class Ledger {
  readonly #ctx: Context;
  readonly #repositories: Repositories;
  readonly #shelves = new Map<Id, Shelf>();
  readonly #places: ReadonlySet<Id>;
  readonly #today: string;

  private constructor(ctx: Context, repositories: Repositories, places: ReadonlySet<Id>, today: string) {
    this.#ctx = ctx;
    this.#repositories = repositories;
    this.#places = places;
    this.#today = today;
  }

  static async open(ctx: Context, repositories: Repositories): Promise<Ledger> {
    const places = await repositories.stock.listPlaces();
    return new Ledger(ctx, repositories, new Set(places.map((place) => place.id)), await practiceToday(ctx, repositories));
  }

  /** Puts all entries in. */
  async book(entries: readonly Entry[]): Promise<Booking> {
    const movements: NewMovement[] = [];
    const warnings: StockWarning[] = [];
    const items = new Map<Id, Item>();
    for (const entry of entries) {
      const shelf = await this.#shelf(entry.itemId);
      items.set(shelf.item.id, shelf.item);
      const before = shelf.onHandIn(entry.placeId);
      const booked = await this.#movementsOf(entry, shelf);
      for (const { storagePlaceId, lotId, quantity } of booked) shelf.put(storagePlaceId, lotId, quantity);
      const after = shelf.onHandIn(entry.placeId);
      if (after < 0 && after < before) warnings.push(shortWarning(entry, shelf.item, before));
      movements.push(...booked);
    }
    await this.#repositories.stock.book(movements);
    return { movements, warnings, items: [...items.values()] };
  }

  async #shelf(itemId: Id): Promise<Shelf> {
    const shelf = this.#shelves.get(itemId) ?? (await Shelf.load(this.#repositories, itemId));
    this.#shelves.set(itemId, shelf);
    return shelf;
  }

  async #movementsOf(entry: Entry, shelf: Shelf): Promise<NewMovement[]> {
    if (!this.#places.has(entry.placeId)) throw new AppError('not_found', 'This place is no longer there. Choose another one.');
    const movements: NewMovement[] = [];
    for (const { lot, quantity } of await this.#partsOf(entry, shelf)) {
      this.#refuse(entry, quantity, shelf.item, lot);
      movements.push(this.#movement(entry, quantity, lot));
    }
    return movements;
  }

  /** The lots an entry is made of: the one it names, or those that expire first. What no lot has is taken without one. */
  async #partsOf(entry: Entry, shelf: Shelf): Promise<{ lot: Lot | null; quantity: number }[]> {
    if (entry.lot !== 'oldest') return [{ lot: await this.#lotOf(entry.lot, shelf), quantity: entry.quantity }];
    // What is used or carried on must be usable; what is thrown away or missing may be anything.
    const usableOn = entry.kind === 'issue' || entry.kind === 'transfer' ? this.#today : null;
    const { picks, short } = fefoPick(shelf.lotsIn(entry.placeId), -entry.quantity, usableOn);
    const parts = picks.map(({ lotId, quantity }) => ({ lot: lotId === null ? null : shelf.lot(lotId), quantity: -quantity }));
    return short > 0 || parts.length === 0 ? [...parts, { lot: null, quantity: -short }] : parts;
  }

  async #lotOf(choice: Exclude<Entry['lot'], 'oldest'>, shelf: Shelf): Promise<Lot | null> {
    if (choice === null) return null;
    if ('id' in choice) return shelf.lot(choice.id);
    const known = shelf.findLot(choice);
    if (known) return known;
    const row = { id: this.#ctx.newId(), itemId: shelf.item.id, ...choice, quarantinedAt: null, quarantineReason: '' };
    await this.#repositories.stock.lots.insert([row]);
    const lot: Lot = { ...row, version: 1, archivedAt: null };
    shelf.addLot(lot);
    return lot;
  }

  #refuse({ kind, reason }: Entry, quantity: number, item: Item, lot: Lot | null): void {
    const fault = bookingFault({
      kind,
      quantity,
      reason,
      item: {
        name: item.name,
        controlled: item.controlled === 1,
        lotTracked: item.lotTracked === 1,
        expiryTracked: item.expiryTracked === 1,
      },
      lot: lot && { number: lot.number, expiresOn: lot.expiresOn, quarantined: lot.quarantinedAt !== null },
      today: this.#today,
    });
    if (fault) throw new AppError('rule_violation', fault.message, { rule: fault.rule });
  }

  #movement(entry: Entry, quantity: number, lot: Lot | null): NewMovement {
    return {
      id: this.#ctx.newId(),
      itemId: entry.itemId,
      storagePlaceId: entry.placeId,
      lotId: lot?.id ?? null,
      kind: entry.kind,
      quantity,
      reason: entry.reason,
      movedAt: this.#ctx.clock(),
      actorName: this.#ctx.actor.name,
      transferId: entry.transferId ?? null,
      reversesId: null,
      subjectTable: entry.subject?.table ?? null,
      subjectId: entry.subject?.id ?? null,
      valueCents: entry.valueCents ?? null,
      note: entry.note,
    };
  }
}

function shortWarning({ itemId, placeId, quantity }: Entry, item: Item, before: number): StockWarning {
  const had = before > 0 ? `had ${before} ${item.baseUnit} here` : 'had none here';
  return { itemId, placeId, message: `The list ${had}, and you took ${-quantity}. Count ${item.name} when you can.` };
}
