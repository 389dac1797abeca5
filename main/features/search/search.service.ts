import type { PersonRow } from '../../../db/people/people.repository.ts';
import type { PersonHit } from '../../../preload/contract/people/people.ts';
import type { SearchResult, ShiftHit } from '../../../preload/contract/search/search.ts';
import { formatDay, localDateAt } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { displayName } from '../people/people.service.ts';
import { clockOf } from '../practice/practice.view.ts';
import { shiftHours } from '../rostering/shift.view.ts';
import { findInCatalogue } from '../supplies/catalogue/find-in-catalogue.service.ts';

const maximumPeople = 8;
const maximumShifts = 8;

/** People whose name, nickname, phone or position meets every word, with their next shifts; items and vendors that do. */
export function find(ctx: Context, text: string): Promise<SearchResult> {
  return ctx.read(async (repositories) => {
    const { practice, people, rostering } = repositories;
    const words = normalise(text).split(' ').filter(Boolean);
    const settings = await practice.find();
    if (words.length === 0 || !settings) return { people: [], shifts: [], items: [], vendors: [] };
    const positions = new Map((await practice.listPositions()).map((row) => [row.id, row]));
    const locations = new Map((await practice.listLocations()).map((row) => [row.id, row.name]));
    const found = (await people.list())
      .map((row) => ({ row, rank: rankOf(row, words, positions.get(row.positions[0]?.positionId ?? '')) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((one, other) => other.rank - one.rank)
      .slice(0, maximumPeople)
      .map(({ row }) => row);
    const today = localDateAt(ctx.clock(), settings.timeZone);
    const names = new Map(found.map((row) => [row.id, displayName(row)]));
    const shifts = await rostering.listUpcoming([...names.keys()], today, maximumShifts);
    return {
      ...(await findInCatalogue(repositories, text, (itemNames, rest) => rankWords(normalise(itemNames), normalise(rest), words))),
      people: found.map((row): PersonHit => {
        const position = positions.get(row.positions[0]?.positionId ?? '');
        return {
          id: row.id,
          name: displayName(row),
          positionCode: position?.code ?? null,
          positionColour: position?.colour ?? null,
          locationName: locations.get(row.homeLocationId ?? '') ?? null,
          phone: row.phone,
          activeTo: row.activeTo,
        };
      }),
      shifts: shifts.map((shift): ShiftHit => ({
        id: shift.id,
        personId: shift.personId,
        personName: names.get(shift.personId ?? '') ?? '',
        on: shift.on,
        day: formatDay(shift.on, today),
        hours: shiftHours(shift, clockOf(settings.clock)),
        positionCode: positions.get(shift.positionId)?.code ?? '',
        positionColour: positions.get(shift.positionId)?.colour ?? '',
        locationId: shift.locationId,
        locationName: locations.get(shift.locationId) ?? '',
      })),
    };
  });
}

const normalise = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

function rankOf(row: PersonRow, words: readonly string[], position: { name: string; code: string } | undefined): number {
  const names = normalise(`${row.givenName} ${row.familyName} ${row.nickname}`);
  return rankWords(names, normalise(`${row.phone} ${position?.name ?? ''} ${position?.code ?? ''}`), words);
}

/** 0: not found; a word at the start of a name counts more than one inside. */
function rankWords(names: string, rest: string, words: readonly string[]): number {
  let rank = 0;
  for (const word of words) {
    if (` ${names}`.includes(` ${word}`)) rank += 3;
    else if (names.includes(word)) rank += 2;
    else if (rest.includes(word)) rank += 1;
    else return 0;
  }
  return rank;
}
