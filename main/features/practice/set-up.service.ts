import type { z } from 'zod';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, LocalDate, Written } from '../../../preload/contract/shared/primitives.ts';
import type { OpeningHours, PositionFields, PracticeFields, setUpInput } from '../../../preload/contract/practice/practice.ts';
import type { SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import type { SetUpPreview } from '../../../preload/contract/practice/set-up-preview.ts';
import { addDays, formatDay, localDateAt, weekdayOf, weekStart } from '../../kernel/local-date.ts';
import { readTableSource } from '../../kernel/table-source.ts';
import type { Context } from '../../kernel/trpc.ts';
import { putSheet, readSheetText } from '../rostering/sheet.service.ts';
import { previewWeekOf } from '../rostering/week.service.ts';
import { defaultLocationName, defaultOpeningHours, defaultPositions, defaultPractice, defaultTimeZone } from './domain/defaults.ts';
import { federalHolidaysBetween } from './domain/federal-holidays.ts';
import { formatOpeningHours, parseOpeningHours } from './domain/opening-hours.ts';
import { practiceColumns } from './practice.service.ts';
import { colourOf } from './practice.view.ts';

type SetUp = z.output<typeof setUpInput>;

interface MadePractice {
  readonly locationId: Id;
  readonly weekOn: LocalDate;
  /** Lines of the pasted list that could not be taken, with what to do about each. */
  readonly leftOut: SheetPreview['leftOut'];
}

/**
 * Makes the practice with its locations, positions and hours, and puts the pasted sheet into its week, as one change.
 * Lines of a staff list that cannot be taken are answered with their reasons, as the preview shows them.
 * Refused as `rule_violation` when the practice is set up already.
 */
export async function setUpPractice(ctx: Context, input: SetUp): Promise<Written & MadePractice> {
  const { result, changeSet } = await ctx.write(`Set up ${input.practice.name}`, (repositories) => makePractice(ctx, repositories, input));
  return { changeSet, ...result };
}

async function makePractice(ctx: Context, repositories: Repositories, input: SetUp): Promise<MadePractice> {
  const { practice } = repositories;
  if (await practice.find()) {
    throw new AppError('rule_violation', 'The practice is set up already. Change it in Settings.', { rule: 'practice.once' });
  }
  const fields: PracticeFields = { ...defaultPractice, timeZone: defaultTimeZone, ...onlyGiven(input.practice) };
  await practice.practices.insert([{ id: ctx.newId(), ...practiceColumns(fields) }]);
  const openingHours = readHours(input.hours);
  const names = input.locations?.map((location) => location.name) ?? [defaultLocationName];
  const locations = (names.length > 0 ? names : [defaultLocationName]).map((name, sortOrder) => ({
    id: ctx.newId(),
    name,
    timeZone: fields.timeZone,
    sortOrder,
  }));
  await practice.locations.insert(locations);
  await practice.openingHours.insert(
    locations.flatMap(({ id }) => openingHours.map((hours) => ({ id: ctx.newId(), locationId: id, ...hours }))),
  );
  const positions = input.positions ?? defaultPositions;
  refuseSameCodes(positions);
  await practice.positions.insert(positions.map((position, sortOrder) => ({ id: ctx.newId(), ...position, sortOrder })));
  const [first] = locations;
  if (!first) throw new Error('a practice has a location');
  const weekOn = weekStart(input.weekOn ?? usualFirstWeek(ctx, fields), fields.weekStartsOn);
  const staff = await putStaff(ctx, repositories, { locationId: first.id, on: weekOn, sheet: input.sheet });
  return { locationId: first.id, weekOn, leftOut: staff?.leftOut ?? [] };
}

/** Puts in the pasted list or sheet; null when there is none. */
async function putStaff(
  ctx: Context,
  repositories: Repositories,
  { locationId, on, sheet }: { locationId: Id; on: LocalDate; sheet: string | undefined },
): Promise<SheetPreview | null> {
  if (sheet === undefined || sheet.trim() === '') return null;
  return putSheet(ctx, repositories, { locationId, on, table: readSheetText(sheet), createPeople: true });
}

/** Between processes a field that is left out may arrive as one that is `undefined`, and would take the place of its default. */
function onlyGiven<Fields extends object>(fields: Fields): Fields {
  const given = { ...fields };
  for (const [name, value] of Object.entries(given)) if (value === undefined) Reflect.deleteProperty(given, name);
  return given;
}

/** Two positions with one code could not be told apart when typed. */
function refuseSameCodes(positions: readonly PositionFields[]): void {
  const codes = positions.map((position) => position.code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice === undefined) return;
  const message = `${twice} is the code of two positions. Choose other letters for one of them.`;
  throw new AppError('invalid_input', message, { fields: { positions: message } });
}

const pastedCell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A staff list or sheet in a file as the text that would be pasted. Refused as `invalid_input` with what to do. */
export async function readStaffFile(ctx: Context, file: Id): Promise<{ text: string }> {
  const { rows } = await readTableSource(ctx.files, { file });
  return { text: rows.map((row) => row.map(pastedCell).join('\t')).join('\n') };
}

/** The present week until Wednesday, then the coming one: a schedule is made ahead. */
function usualFirstWeek(ctx: Context, fields: PracticeFields): LocalDate {
  const today = localDateAt(ctx.clock(), fields.timeZone);
  return weekdayOf(today) <= 3 ? today : addDays(today, 7);
}

function readHours(text: string | undefined): readonly OpeningHours[] {
  if (text === undefined || text === '') return defaultOpeningHours;
  const read = parseOpeningHours(text);
  if (read.ok) return read.hours;
  throw new AppError('invalid_input', read.message, { fields: { hours: read.message } });
}

/** Thrown to take a trial set-up back. */
class TrialDone extends Error {
  readonly preview: SetUpPreview;
  constructor(preview: SetUpPreview) {
    super('trial');
    this.preview = preview;
  }
}

/** What set-up would make: it is made in a transaction that is then taken back, so preview and result cannot differ. */
export async function previewSetUp(ctx: Context, input: SetUp): Promise<SetUpPreview> {
  const read = parseOpeningHours(input.hours ?? '');
  const typed = input.hours !== undefined && input.hours !== '';
  const clock = input.practice.clock ?? defaultPractice.clock;
  const hours = typed
    ? { ok: read.ok, message: read.ok ? '' : read.message, text: read.ok ? formatOpeningHours(read.hours, clock) : '' }
    : { ok: true, message: '', text: formatOpeningHours(defaultOpeningHours, clock) };
  const usable: SetUp = hours.ok ? input : { ...input, hours: undefined };
  try {
    await ctx.write('Preview', async (repositories) => {
      const { sheet, ...rest } = usable;
      const { locationId, weekOn } = await makePractice(ctx, repositories, rest);
      const staff = await putStaff(ctx, repositories, { locationId, on: weekOn, sheet });
      const positions = (await repositories.practice.listPositions()).map(({ name, code, colour }) => ({
        name,
        code,
        colour: colourOf(colour),
      }));
      throw new TrialDone({
        hours,
        staff,
        positions,
        week: await previewWeekOf(ctx, repositories, locationId, weekOn),
        nextHoliday: nextHoliday(ctx, input),
      });
    });
    throw new Error('a trial set-up was not taken back');
  } catch (error) {
    if (error instanceof TrialDone) return error.preview;
    throw error;
  }
}

function nextHoliday(ctx: Context, input: SetUp): string | null {
  const today = localDateAt(ctx.clock(), input.practice.timeZone ?? defaultTimeZone);
  const open = input.practice.openHolidays ?? [];
  const next = federalHolidaysBetween(today, addDays(today, 366)).find(({ id }) => !open.includes(id));
  return next ? `${next.name}, ${formatDay(next.observedOn, today)}` : null;
}
