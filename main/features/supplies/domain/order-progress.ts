import type { OrderStatus } from '../../../../preload/contract/supplies/choices.ts';
import { counted, plainNumber, type Said, type UnitWords } from './words.ts';

/** How far a line of an order is. The line keeps the pack it was ordered in, whatever the catalogue says by now. */
export interface LineProgress {
  readonly packs: number;
  readonly unitsPerPack: number;
  /** Packs that will not come any more. */
  readonly cancelledPacks: number;
  /** Base units that came for it, substitutes included, returns of undone receipts taken off. */
  readonly receivedUnits: number;
}

/** Whether anything was ever to come of a line. */
export const isReceivable = ({ packs, cancelledPacks }: LineProgress): boolean => packs > cancelledPacks;

/** Base units still to come; 0 when more came. */
export const outstandingUnits = ({ packs, unitsPerPack, cancelledPacks, receivedUnits }: LineProgress): number =>
  Math.max(0, (packs - cancelledPacks) * unitsPerPack - receivedUnits);

/** The status of an order that went out, by its lines: ordered, partly received, received; cancelled when nothing came and nothing will. */
export function statusOfLines(
  lines: readonly LineProgress[],
): Extract<OrderStatus, 'ordered' | 'partly_received' | 'received' | 'cancelled'> {
  const came = lines.some(({ receivedUnits }) => receivedUnits > 0);
  const open = lines.some((line) => outstandingUnits(line) > 0);
  if (open) return came ? 'partly_received' : 'ordered';
  return came ? 'received' : 'cancelled';
}

/** Cancelled packs of each line once the rest will not come ("cancel the rest"). An opened pack's rest is cancelled as a whole one. */
export const closeShort = (lines: readonly LineProgress[]): number[] =>
  lines.map((line) => Math.min(line.packs, line.cancelledPacks + Math.ceil(outstandingUnits(line) / line.unitsPerPack)));

export type ReceiptFindingCode = 'already_received' | 'over_receipt' | 'part_of_pack';

/** What is odd about receiving so many base units for a line; said, not refused. None for what was expected. @param quantity 1 or more. */
export function receiptFindings(line: LineProgress, quantity: number, unit: UnitWords): Said<ReceiptFindingCode>[] {
  const open = outstandingUnits(line);
  const found: Said<ReceiptFindingCode>[] = [];
  if (open === 0)
    found.push({
      code: 'already_received',
      sentence: `All ${counted(line.receivedUnits, unit)} of this line came already. Was it received twice?`,
      numbers: { received: line.receivedUnits, quantity },
    });
  else if (quantity > open)
    found.push({
      code: 'over_receipt',
      sentence: `${plainNumber(quantity - open)} more than ordered: ${counted(open, unit)} ${open === 1 ? 'was' : 'were'} to come.`,
      numbers: { open, quantity, over: quantity - open },
    });
  if (quantity % line.unitsPerPack !== 0)
    found.push({
      code: 'part_of_pack',
      sentence: `${counted(quantity, unit)} ${quantity === 1 ? 'is' : 'are'} no whole packs of ${plainNumber(line.unitsPerPack)}, in which it was ordered.`,
      numbers: { quantity, unitsPerPack: line.unitsPerPack },
    });
  return found;
}
