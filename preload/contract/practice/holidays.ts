import type { LocalDate } from '../shared/primitives.ts';

/** The eleven federal holidays of 5 U.S.C. 6103(a), in the order of the year. */
export const federalHolidayIds = [
  'new_year',
  'martin_luther_king',
  'presidents',
  'memorial',
  'juneteenth',
  'independence',
  'labor',
  'columbus',
  'veterans',
  'thanksgiving',
  'christmas',
] as const;
export type FederalHolidayId = (typeof federalHolidayIds)[number];

/** A federal holiday as the settings show it. */
export interface HolidayView {
  readonly id: FederalHolidayId;
  readonly name: string;
  /** The day on which offices are closed for it the next time, today included. */
  readonly nextOn: LocalDate;
}
