import type { PersonHit } from '../../../preload/contract/people/people.ts';
import type { SearchResult, ShiftHit } from '../../../preload/contract/search/search.ts';
import type { ItemHit, VendorHit } from '../../../preload/contract/supplies/catalogue.ts';
import { groupOrder, type AppAction } from '../../app/actions.ts';
import { matchesWords } from './match.ts';

/** A line of the palette. */
export type PaletteItem =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonHit }
  | { readonly kind: 'shift'; readonly key: string; readonly shift: ShiftHit }
  | { readonly kind: 'item'; readonly key: string; readonly hit: ItemHit }
  | { readonly kind: 'vendor'; readonly key: string; readonly hit: VendorHit }
  | { readonly kind: 'action'; readonly key: string; readonly action: AppAction };

export interface PaletteSection {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** What the first sign of the entry narrows to: `@` people, `>` commands. */
export interface PaletteQuery {
  readonly only: 'people' | 'commands' | null;
  readonly text: string;
}

export function readQuery(entry: string): PaletteQuery {
  const trimmed = entry.trimStart();
  if (trimmed.startsWith('@')) return { only: 'people', text: trimmed.slice(1).trim() };
  if (trimmed.startsWith('>')) return { only: 'commands', text: trimmed.slice(1).trim() };
  return { only: null, text: trimmed.trim() };
}

/** The palette's lines by kind, empty kinds left out. Without text only commands are offered. */
export function paletteSections(
  query: PaletteQuery,
  found: SearchResult | undefined,
  actions: readonly AppAction[],
): readonly PaletteSection[] {
  const people: PaletteItem[] = (found?.people ?? []).map((person) => ({ kind: 'person', key: `person-${person.id}`, person }));
  const shifts: PaletteItem[] = (found?.shifts ?? []).map((shift) => ({ kind: 'shift', key: `shift-${shift.id}`, shift }));
  const supplies: PaletteItem[] = (found?.items ?? []).map((hit) => ({ kind: 'item', key: `item-${hit.id}`, hit }));
  const vendors: PaletteItem[] = (found?.vendors ?? []).map((hit) => ({ kind: 'vendor', key: `vendor-${hit.id}`, hit }));
  const commands: PaletteItem[] = actions
    .filter(({ label, inPalette }) => inPalette !== false && matchesWords(label, query.text))
    .toSorted((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group))
    .map((action) => ({ kind: 'action', key: `action-${action.id}`, action }));
  const sections: PaletteSection[] = [
    { title: 'People', items: query.only === 'commands' ? [] : people },
    { title: 'Shifts', items: query.only === null ? shifts : [] },
    { title: 'Items', items: query.only === null ? supplies : [] },
    { title: 'Vendors', items: query.only === null ? vendors : [] },
    { title: 'Commands', items: query.only === 'people' ? [] : commands },
  ];
  return sections.filter(({ items }) => items.length > 0);
}
