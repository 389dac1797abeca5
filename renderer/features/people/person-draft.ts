import {
  personGiven,
  savePayRate,
  type EmploymentClass,
  type PersonView,
  type PositionLevel,
} from '../../../preload/contract/people/people.ts';
import type { Id, LocalDate } from '../../../preload/contract/shared/primitives.ts';
import { hoursText, readHours } from './hours-text.ts';
import { dollarsText, readDollars } from '../../ui/money-text.ts';

/** A pay rate while it is typed; `rateId` is '' until it is stored. */
export interface PayRateDraft {
  rateId: string;
  version: number;
  effectiveOn: string;
  dollars: string;
}

/** A person while they are typed: texts as the fields hold them, '' where nothing is chosen. */
export interface PersonDraft {
  givenName: string;
  familyName: string;
  nickname: string;
  phone: string;
  positions: { positionId: string; level: PositionLevel }[];
  employmentClass: EmploymentClass;
  exempt: boolean;
  homeLocationId: string;
  /** Monday to Sunday. */
  hours: string[];
  activeFrom: string;
  activeTo: string;
  payRates: PayRateDraft[];
}

/** Someone new, in the position most are hired for when there is but one. */
export function emptyDraft(): PersonDraft {
  return {
    givenName: '',
    familyName: '',
    nickname: '',
    phone: '',
    positions: [],
    employmentClass: 'full_time',
    exempt: false,
    homeLocationId: '',
    hours: ['', '', '', '', '', '', ''],
    activeFrom: '',
    activeTo: '',
    payRates: [],
  };
}

/** A stored person as the form holds them. */
export function draftOf(person: PersonView): PersonDraft {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    nickname: person.nickname,
    phone: person.phone,
    positions: person.positions.map(({ positionId, level }) => ({ positionId, level })),
    employmentClass: person.employmentClass,
    exempt: person.exempt,
    homeLocationId: person.homeLocationId ?? '',
    hours: person.contractMinutes.map(hoursText),
    activeFrom: person.activeFrom ?? '',
    activeTo: person.activeTo ?? '',
    payRates: (person.payRates ?? []).map(({ id, version, effectiveOn, centsPerHour }) => ({
      rateId: id,
      version,
      effectiveOn,
      dollars: dollarsText(centsPerHour),
    })),
  };
}

/** Someone new with the position, hours, class and location of someone known. */
export function draftLike(person: PersonView): PersonDraft {
  const { positions, employmentClass, exempt, homeLocationId, hours } = draftOf(person);
  return { ...emptyDraft(), positions, employmentClass, exempt, homeLocationId, hours };
}

/** Whether two drafts say the same. */
export function sameDraft(one: PersonDraft, other: PersonDraft): boolean {
  return changedFields(one, other).length === 0;
}

/** The fields in which two drafts differ. */
export function changedFields(one: PersonDraft, other: PersonDraft): readonly (keyof PersonDraft)[] {
  return draftFields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

const draftFields: readonly (keyof PersonDraft)[] = [
  'givenName',
  'familyName',
  'nickname',
  'phone',
  'positions',
  'employmentClass',
  'exempt',
  'homeLocationId',
  'hours',
  'activeFrom',
  'activeTo',
  'payRates',
];

/** What is typed on top of what others stored meanwhile: only the fields that were touched since `base` stay as typed. */
export function mergeDraft(typed: PersonDraft, base: PersonDraft, theirs: PersonDraft): PersonDraft {
  const touched = changedFields(typed, base);
  return { ...theirs, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}

/** What a draft saves: the contract's own inputs. */
export interface ReadDraft {
  readonly person: ReturnType<typeof personGiven.parse>;
  readonly payRates: readonly {
    readonly rateId: Id;
    readonly version: number;
    readonly effectiveOn: LocalDate;
    readonly centsPerHour: number;
  }[];
}

/** A sentence for each field that cannot be saved, by its path in the draft (`hours.0`). */
export type DraftRefusals = Readonly<Record<string, string>>;

/** Reads a draft by the contract's schemas; either what to save, or a sentence for each field to look at. */
export function readDraft(
  draft: PersonDraft,
): { readonly ok: true; readonly read: ReadDraft } | { readonly ok: false; readonly refusals: DraftRefusals } {
  const refusals: Record<string, string> = {};
  const minutes = draft.hours.map((text, day) => {
    const read = readHours(text);
    if (read === null) refusals[`hours.${day}`] = 'Write hours like 8, 7.5 or 7:30.';
    return read ?? 0;
  });
  const person = personGiven.safeParse({
    givenName: draft.givenName,
    familyName: draft.familyName,
    nickname: draft.nickname,
    phone: draft.phone,
    positions: draft.positions,
    employmentClass: draft.employmentClass,
    exempt: draft.exempt,
    homeLocationId: draft.homeLocationId || null,
    contractMinutes: minutes,
    activeFrom: draft.activeFrom || null,
    activeTo: draft.activeTo || null,
  });
  for (const { path, message } of person.error?.issues ?? []) refusals[draftPath(path.map(String))] ??= message;
  if (draft.activeFrom && draft.activeTo && draft.activeTo < draft.activeFrom) {
    refusals['activeTo'] = 'The last day lies before the first one. Change one of them.';
  }
  for (const [index, { positionId }] of draft.positions.entries()) {
    if (draft.positions.findIndex((other) => other.positionId === positionId) < index) {
      refusals[`positions.${index}.positionId`] = 'This position is named above already.';
    }
  }
  if (draft.positions.filter(({ level }) => level === 'primary').length > 1) {
    refusals['positions'] = 'Choose one own position; the others are cover.';
  }
  const payRates = draft.payRates.map((rate, index) => {
    const centsPerHour = readDollars(rate.dollars);
    if (centsPerHour === null) refusals[`payRates.${index}.dollars`] = 'Write dollars per hour, like 28.50.';
    const read = savePayRate.shape.payRate.safeParse({ effectiveOn: rate.effectiveOn, centsPerHour: centsPerHour ?? 0 });
    if (!read.success) {
      const [issue] = read.error.issues;
      const field = issue?.path[0] === 'centsPerHour' ? 'dollars' : 'effectiveOn';
      refusals[`payRates.${index}.${field}`] ??=
        field === 'dollars' ? 'This is more than 100,000 dollars.' : 'Choose the day it holds from.';
    } else if (draft.payRates.findIndex((other) => other.effectiveOn === rate.effectiveOn) < index) {
      refusals[`payRates.${index}.effectiveOn`] = 'There is a pay rate from this day on above. Change that one.';
    }
    return { rateId: rate.rateId, version: rate.version, effectiveOn: rate.effectiveOn, centsPerHour: centsPerHour ?? 0 };
  });
  if (Object.keys(refusals).length > 0 || !person.success) return { ok: false, refusals };
  return { ok: true, read: { person: person.data, payRates } };
}

/** Where a field of the contract lies in the draft. */
export function draftPath(path: readonly string[]): string {
  const own = path[0] === 'person' ? path.slice(1) : path;
  return own.map((part, index) => (index === 0 && part === 'contractMinutes' ? 'hours' : part)).join('.');
}
