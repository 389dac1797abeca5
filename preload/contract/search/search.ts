import { z } from 'zod';
import { line, type Id, type LocalDate } from '../shared/primitives.ts';
import type { PersonHit } from '../people/people.ts';
import type { ItemHit, VendorHit } from '../supplies/catalogue.ts';

export const searchInput = z.strictObject({ text: line(80) });

export interface ShiftHit {
  readonly id: Id;
  readonly personId: Id | null;
  readonly personName: string;
  readonly on: LocalDate;
  /** "Tue Nov 24" */
  readonly day: string;
  /** "8-4:30" */
  readonly hours: string;
  readonly positionCode: string;
  readonly positionColour: string;
  readonly locationId: Id;
  readonly locationName: string;
}
export interface SearchResult {
  readonly people: readonly PersonHit[];
  readonly shifts: readonly ShiftHit[];
  readonly items: readonly ItemHit[];
  readonly vendors: readonly VendorHit[];
}
