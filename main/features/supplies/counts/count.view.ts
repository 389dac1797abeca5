import type { Repositories } from '../../../../db/repositories.ts';
import type { CountTotals } from '../../../../db/supplies/count.repository.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { countStatuses } from '../../../../preload/contract/supplies/choices.ts';
import type { CountLineView, CountSummary, CountView } from '../../../../preload/contract/supplies/counts.ts';
import { choiceOf } from '../stock/stock.view.ts';

export const countSummary = (row: CountTotals, rooms: ReadonlyMap<Id, string>): CountSummary => ({
  id: row.id,
  version: row.version,
  label: `${row.letter}-${row.number}`,
  placeId: row.storagePlaceId,
  room: rooms.get(row.storagePlaceId) ?? '',
  blind: row.blind === 1,
  status: choiceOf(countStatuses, row.status),
  startedAt: row.startedAt,
  startedBy: row.startedBy,
  postedAt: row.postedAt,
  postedBy: row.postedBy,
  lines: row.lines,
  counted: row.counted,
  differing: row.differing,
});

/** A count with its lines. While a blind count goes on, nothing of what should be there leaves main. */
export async function countView({ catalogue, counts, stock }: Repositories, count: CountTotals): Promise<CountView> {
  const hidden = count.blind === 1 && count.status === 'counting';
  const places = new Map((await stock.listPlaces()).map((place) => [place.id, place]));
  const items = new Map((await catalogue.listItems()).map((item) => [item.id, item]));
  const lots = new Map((await stock.listLots()).map((lot) => [lot.id, lot]));
  const packs = Map.groupBy(await counts.packsOf(count.id), (pack) => pack.itemId);
  const past = new Map((await counts.pastOf(count.id)).map((row) => [`${row.itemId}/${row.storagePlaceId}`, row]));
  const list = (await counts.linesOf(count.id)).map((line): CountLineView => {
    const item = items.get(line.itemId);
    const place = places.get(line.storagePlaceId);
    const lot = line.lotId === null ? undefined : lots.get(line.lotId);
    const before = hidden ? undefined : past.get(`${line.itemId}/${line.storagePlaceId}`);
    const difference = hidden || line.counted === null ? null : line.counted - line.expected;
    return {
      id: line.id,
      version: line.version,
      itemId: line.itemId,
      name: item?.name ?? '',
      baseUnit: item?.baseUnit ?? '',
      packs: (packs.get(line.itemId) ?? []).map(({ code, baseUnits }) => ({ code, baseUnits })),
      placeId: line.storagePlaceId,
      shelf: place !== undefined && place.parentId !== null ? place.name : '',
      lotId: line.lotId,
      lotNumber: lot?.number ?? '',
      expiresOn: lot?.expiresOn ?? null,
      lastCount: before?.lastCount ?? null,
      lastCountedAt: before?.lastCountedAt ?? null,
      cameIn: before?.cameIn ?? null,
      wentOut: before?.wentOut ?? null,
      shouldBe: hidden ? null : line.expected,
      counted: line.counted,
      typed: line.typed,
      skipped: line.skipped === 1,
      note: line.note,
      countedBy: line.countedBy,
      difference,
    };
  });
  const rooms = new Map([...places].map(([id, place]) => [id, place.name]));
  const summary = countSummary(count, rooms);
  return { ...summary, differing: hidden ? 0 : summary.differing, note: count.note, list };
}
