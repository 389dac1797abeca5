import type { z } from 'zod';
import type { PublicationRow } from '../../../db/rostering/publication.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, LocalDate, Written } from '../../../preload/contract/shared/primitives.ts';
import type {
  copyWeekInput,
  CopyWeekResult,
  printWeekInput,
  PublicationRef,
  publishInput,
  saveWeekNoteInput,
} from '../../../preload/contract/rostering/rostering.ts';
import type { PrintWeek, PublishedWeekView } from '../../../preload/contract/rostering/print-week.ts';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { formatDay, weekStart } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { refuseUnknownLocation } from '../practice/known-location.service.ts';
import { CellIndex } from './cell-entries.ts';
import { planWeekCopy } from './domain/copy-week.ts';
import { printedAt, printWeek, wallTexts, type PrintVersion } from './print-week.view.ts';
import { loadWeek, type RosterWeek } from './roster.loader.ts';
import { stateOf } from './week-state.ts';
import { weekView, type PublishedWeek } from './week.view.ts';

/** The week of a location that holds a day. */
export function getWeek(ctx: Context, locationId: Id, on: LocalDate): Promise<WeekView> {
  return ctx.read(async (repositories) => {
    const week = await loadWeek(repositories, locationId, on, ctx.clock());
    const published = await repositories.publications.findLatest(locationId, week.from);
    const note = await repositories.rostering.findWeekNote(locationId, week.from);
    return weekView({
      week,
      state: stateOf(week),
      published: published ? publishedWeek(published) : null,
      nextLabel: await nextLabel(ctx, repositories),
      note: note ? { id: note.id, version: note.version, text: note.note } : null,
    });
  });
}

const labelOf = (row: Pick<PublicationRow, 'letter' | 'number'>): string => `${row.letter}-${row.number}`;

const refOf = (row: PublicationRow): PublicationRef => ({
  id: row.id,
  label: labelOf(row),
  publishedAt: row.publishedAt,
  actor: row.actorName,
});

function publishedWeek(row: PublicationRow): PublishedWeek {
  return { ref: refOf(row), contents: contentsOf(row) };
}

/** A publication was written by this code as JSON and cannot be changed after. */
function contentsOf(row: PublicationRow): PrintWeek {
  const contents: PrintWeek = JSON.parse(row.contents);
  return contents;
}

async function nextLabel(ctx: Context, { practice, publications }: Repositories): Promise<string> {
  const letter = await practice.computerLetter(ctx.deviceId);
  return `${letter}-${await publications.nextNumber(letter)}`;
}

/** Copies the shifts of one week into the empty cells of another, as one change. Days off and text are not copied. */
export async function copyWeek(ctx: Context, { locationId, from, to }: z.output<typeof copyWeekInput>): Promise<CopyWeekResult> {
  const { result, changeSet } = await ctx.write(
    ({ copied }: { copied: number; skipped: number }) => `Copy ${copied === 1 ? 'a shift' : `${copied} shifts`} from another week`,
    async (repositories) => {
      const source = await loadWeek(repositories, locationId, from, ctx.clock());
      const target = await loadWeek(repositories, locationId, to, ctx.clock());
      if (source.from === target.from)
        throw new AppError('invalid_input', 'This is the same week. Choose another one to copy from.', {
          fields: { from: 'Choose another week.' },
        });
      const plan = planWeekCopy({ source: stateOf(source), target: stateOf(target) });
      await repositories.rostering.shifts.insert(
        plan.shifts.map(({ source: shiftId, on }) => {
          const row = source.shifts.find((shift) => shift.id === shiftId);
          if (!row) throw new Error('a copied shift has no source');
          const { version: _version, ...fields } = row;
          return { ...fields, id: ctx.newId(), on };
        }),
      );
      return { copied: plan.shifts.length, skipped: plan.skipped };
    },
  );
  return { changeSet, ...result };
}

/** Makes a numbered version, kept as people see it. Refused as `conflict` when somebody published meanwhile. */
export async function publishWeek(
  ctx: Context,
  { locationId, on, replaces }: z.output<typeof publishInput>,
): Promise<Written & { publication: PublicationRef }> {
  const { result, changeSet } = await ctx.write(
    (publication: PublicationRef) => `Publish ${publication.label}`,
    async (repositories) => {
      const { publications, practice } = repositories;
      const week = await loadWeek(repositories, locationId, on, ctx.clock());
      const latest = await publications.findLatest(locationId, week.from);
      if ((latest?.id ?? null) !== replaces) {
        throw new AppError(
          'conflict',
          `${latest ? labelOf(latest) : 'The last version'} was published meanwhile. Look at it, then publish again.`,
        );
      }
      const letter = await practice.computerLetter(ctx.deviceId);
      const number = await publications.nextNumber(letter);
      const publishedAt = ctx.clock();
      const contents = await present(ctx, repositories, week, latest, {
        label: `Version ${letter}-${number}`,
        replaces: latest ? `replaces ${labelOf(latest)}` : '',
      });
      const row = {
        id: ctx.newId(),
        locationId,
        weekOn: week.from,
        number,
        letter,
        publishedAt,
        actorName: ctx.actor.name,
        contents: JSON.stringify(contents),
      };
      await publications.publications.insert([row]);
      return refOf({ ...row, version: 1 });
    },
  );
  return { changeSet, publication: result };
}

/** The week for paper: a version as people saw it, or the present state marked against the last version. */
export function getPrintWeek(ctx: Context, { locationId, on, publicationId }: z.output<typeof printWeekInput>): Promise<PrintWeek> {
  return ctx.read(async (repositories) => {
    const settings = await repositories.practice.find();
    const zone = settings?.timeZone ?? 'UTC';
    if (publicationId !== undefined) {
      const row = await repositories.publications.find(publicationId);
      if (!row || row.locationId !== locationId) throw new AppError('not_found', 'This version is no longer there. Choose another one.');
      return { ...contentsOf(row), printedAt: printedAt(ctx.clock(), zone, settings?.clock === '24' ? '24' : '12') };
    }
    const week = await loadWeek(repositories, locationId, on, ctx.clock());
    const latest = await repositories.publications.findLatest(locationId, week.from);
    const draft = await present(ctx, repositories, week, latest, { label: 'Draft', replaces: '' });
    // Nothing changed since: it is that version, with the note as it is now.
    if (latest && draft.changeCount === 0)
      return { ...contentsOf(latest), note: draft.note, paper: draft.paper, printedAt: draft.printedAt };
    return draft;
  });
}

/** The latest publication of a week as people saw it, and nothing of what was changed since. */
export function getPublishedWeek(ctx: Context, locationId: Id, on: LocalDate): Promise<PublishedWeekView> {
  return ctx.read(async ({ practice, publications }) => {
    const settings = await practice.find();
    const weekOn = weekStart(on, settings?.weekStartsOn ?? 1);
    const latest = await publications.findLatest(locationId, weekOn);
    if (!latest) return { from: weekOn, week: null };
    const printed = printedAt(ctx.clock(), settings?.timeZone ?? 'UTC', settings?.clock === '24' ? '24' : '12');
    return { from: weekOn, week: { ...contentsOf(latest), printedAt: printed } };
  });
}

async function present(
  ctx: Context,
  repositories: Repositories,
  week: RosterWeek,
  latest: PublicationRow | undefined,
  { label, replaces }: Pick<PrintVersion, 'label' | 'replaces'>,
): Promise<PrintWeek> {
  const settings = await repositories.practice.find();
  const note = await repositories.rostering.findWeekNote(week.location.id, week.from);
  return printWeek(week, new CellIndex(week), {
    label,
    replaces,
    changedSince: latest ? labelOf(latest) : null,
    earlier: latest ? wallTexts(contentsOf(latest)) : undefined,
    note: note?.note ?? '',
    printedAt: ctx.clock(),
    timeZone: settings?.timeZone ?? 'UTC',
  });
}

/** The present week for paper inside a unit of work, for the preview of set-up. */
export async function previewWeekOf(ctx: Context, repositories: Repositories, locationId: Id, on: LocalDate): Promise<PrintWeek> {
  const week = await loadWeek(repositories, locationId, on, ctx.clock());
  return present(ctx, repositories, week, undefined, { label: 'Draft', replaces: '' });
}

/** All versions of a week, newest first. */
export function listPublications(ctx: Context, locationId: Id, on: LocalDate): Promise<PublicationRef[]> {
  return ctx.read(async ({ practice, publications }) => {
    const settings = await practice.find();
    return (await publications.list(locationId, weekStart(on, settings?.weekStartsOn ?? 1))).map(refOf);
  });
}

/** Writes the manager's note on a week's print; an empty one takes it away. */
export async function saveWeekNote(ctx: Context, { locationId, on, seen, note }: z.output<typeof saveWeekNoteInput>): Promise<Written> {
  const { changeSet } = await ctx.write(`Note on the week of ${formatDay(on)}`, async (repositories) => {
    const { practice, rostering } = repositories;
    await refuseUnknownLocation(repositories, locationId);
    const settings = await practice.find();
    const weekOn = weekStart(on, settings?.weekStartsOn ?? 1);
    const present = await rostering.findWeekNote(locationId, weekOn);
    if (present && !seen) throw new AppError('conflict', 'Someone wrote a note meanwhile. Look at it; what you typed is kept.');
    if (seen) await rostering.weekNotes.update(seen, { note });
    else if (note !== '') await rostering.weekNotes.insert([{ id: ctx.newId(), locationId, weekOn, note }]);
  });
  return { changeSet };
}
