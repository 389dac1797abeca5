import type { PayRateRow, PersonRow } from '../../../db/people/people.repository.ts';
import {
  employmentClasses,
  positionLevels,
  type EmploymentClass,
  type PersonFields,
  type PersonView,
  type PositionLevel,
} from '../../../preload/contract/people/people.ts';
import { displayName } from './domain/person-name.ts';

export const employmentClassOf = (text: string): EmploymentClass => employmentClasses.find((one) => one === text) ?? 'full_time';
export const levelOf = (text: string): PositionLevel => positionLevels.find((level) => level === text) ?? 'can_cover';

/** Minutes of contract Monday to Sunday. */
export const contractMinutesOf = (row: PersonRow): number[] => [
  row.contractMinutes1,
  row.contractMinutes2,
  row.contractMinutes3,
  row.contractMinutes4,
  row.contractMinutes5,
  row.contractMinutes6,
  row.contractMinutes7,
];

/** A row as the fields a form holds. */
export function personFieldsOf(row: PersonRow): PersonFields {
  return {
    givenName: row.givenName,
    familyName: row.familyName,
    nickname: row.nickname,
    employmentClass: employmentClassOf(row.employmentClass),
    exempt: row.exempt === 1,
    phone: row.phone,
    homeLocationId: row.homeLocationId,
    contractMinutes: contractMinutesOf(row),
    activeFrom: row.activeFrom,
    activeTo: row.activeTo,
    positions: row.positions.map(({ positionId, level }) => ({ positionId, level: levelOf(level) })),
  };
}

/** `payRates` undefined for those who may not see pay. */
export function personView(row: PersonRow, payRates: readonly PayRateRow[] | undefined): PersonView {
  const fields = personFieldsOf(row);
  return {
    ...fields,
    id: row.id,
    version: row.version,
    name: displayName(row),
    weeklyMinutes: fields.contractMinutes.reduce((sum, minutes) => sum + minutes, 0),
    ...(payRates
      ? { payRates: payRates.map(({ id, version, effectiveOn, centsPerHour }) => ({ id, version, effectiveOn, centsPerHour })) }
      : {}),
  };
}
