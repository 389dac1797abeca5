import type { StockLevel } from '../../../../db/supplies/storage-place.entity.ts';
import type { Lot } from '../../../../db/supplies/stock-movement.entity.ts';
import type { BalanceRow, NewMovement } from '../../../../db/supplies/stock.repository.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { fundings, levelOrigins, movementKinds, movementReasons } from '../../../../preload/contract/supplies/choices.ts';
import type { LevelView, LotView, MovementView, StockLine } from '../../../../preload/contract/supplies/stock.ts';
import { isUsable } from '../domain/usable.ts';

/** A choice as the column holds it; the first one for what an older program does not know. */
export function choiceOf<Choice extends string>(choices: readonly [Choice, ...Choice[]], value: string): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}

export const lotView = (lot: Lot, today: LocalDate): LotView => ({
  id: lot.id,
  version: lot.version,
  number: lot.number,
  expiresOn: lot.expiresOn,
  funding: choiceOf(fundings, lot.funding),
  manufacturer: lot.manufacturer,
  quarantinedAt: lot.quarantinedAt,
  quarantineReason: lot.quarantineReason,
  expired: lot.expiresOn !== null && lot.expiresOn < today,
});

export const levelView = (level: StockLevel): LevelView => ({
  id: level.id,
  version: level.version,
  itemId: level.itemId,
  placeId: level.storagePlaceId,
  reorderPoint: level.reorderPoint,
  par: level.par,
  neverExceed: level.neverExceed === 1,
  origin: choiceOf(levelOrigins, level.origin),
});

/** Base units of each item that has any, all places together. */
export function stockLines(balances: readonly BalanceRow[], lots: ReadonlyMap<Id, Lot>, today: LocalDate): StockLine[] {
  const lines = new Map<Id, { onHand: number; usable: number }>();
  for (const { itemId, lotId, onHand } of balances) {
    const line = lines.get(itemId) ?? { onHand: 0, usable: 0 };
    lines.set(itemId, line);
    line.onHand += onHand;
    if (isUsable(lotId === null ? undefined : lots.get(lotId), today)) line.usable += onHand;
  }
  return [...lines].map(([itemId, line]) => ({ itemId, ...line }));
}

/** The newest entries with the balance after each. @param onHand of the item now, all places */
export function movementViews(movements: readonly NewMovement[], onHand: number): MovementView[] {
  let balance = onHand;
  return movements.map((movement) => {
    const view = {
      id: movement.id,
      kind: choiceOf(movementKinds, movement.kind),
      quantity: movement.quantity,
      balance,
      reason: choiceOf(movementReasons, movement.reason),
      placeId: movement.storagePlaceId,
      lotId: movement.lotId,
      at: movement.movedAt,
      by: movement.actorName,
      note: movement.note,
      reverses: movement.reversesId !== null,
    };
    balance -= movement.quantity;
    return view;
  });
}
