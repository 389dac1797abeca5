import { openDatabase } from '../../db/data-source.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { addDays } from '../../main/kernel/local-date.ts';
import { ask, type Request } from '../support/campaign/caller.ts';
import { sequentialIds, steppingClock } from '../support/ports.ts';
import { compare, type Measure } from './measure.ts';
import { openBenchApp } from './support/bench-app.ts';
import { fiveYearPractice, fiveYears, mondayOf, WorkFolders } from './support/five-years.ts';
import { keyOf, openRaw, type RawDatabase } from './support/raw-database.ts';

const columns = `id, version, location_id AS locationId, person_id AS personId, position_id AS positionId, on_date AS "on",
  start_minute AS startMinute, length_minutes AS lengthMinutes, meal_minutes AS mealMinutes, meal_start_minute AS mealStartMinute, note`;

/** The rows of a week by the driver alone, its statement prepared once. */
function rawWeeks(raw: RawDatabase): (monday: string) => unknown[] {
  const statement = raw.prepare(
    `SELECT ${columns} FROM shift WHERE on_date BETWEEN ? AND ? AND archived_at IS NULL ORDER BY on_date, start_minute, id`,
  );
  return (monday) => {
    const rows = statement.all(monday, addDays(monday, 6));
    if (rows.length !== 400) throw new Error(`A week has ${rows.length} shifts, not 400.`);
    return rows;
  };
}

/** Weeks from all over the five years. */
const anyMonday = (run: number): string => mondayOf((run * 37) % fiveYears.weeks);

/** A week as a host asks for it: the input from JSON, the answer to JSON. */
function weekThroughRouter(request: Request, locationId: string): (monday: string) => Promise<string> {
  return async (monday) => {
    const input: unknown = JSON.parse(JSON.stringify({ locationId, on: monday }));
    return JSON.stringify(await ask(request, { type: 'query', path: 'rostering.week.get', input }));
  };
}

export const weekRead: Measure = {
  name: 'week-read',
  about: 'rows of a week out of 5 years: repository / raw driver',
  bound: 1.5,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const folder = folders.take((await fiveYearPractice()).folder);
      const dataSource = await openDatabase({ path: `${folder}/practice.db`, key: keyOf(folder) });
      const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId: sequentialIds() });
      const raw = openRaw(folder);
      const readRaw = rawWeeks(raw);
      const ratio = await compare({
        ours: (run) => unitOfWork.read(({ rostering }) => rostering.listShifts(anyMonday(run), addDays(anyMonday(run), 6))),
        raw: (run) => readRaw(anyMonday(run)),
        pairs: 120,
        calls: 3,
      });
      raw.close();
      await dataSource.destroy();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};

export const weekView: Measure = {
  name: 'week-view',
  about: 'that week through the router as JSON / raw rows as JSON',
  bound: 4,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const practice = await fiveYearPractice();
      const folder = folders.take(practice.folder);
      const { request, close } = await openBenchApp(folder);
      const raw = openRaw(folder, keyOf(practice.folder));
      const readRaw = rawWeeks(raw);
      const week = weekThroughRouter(request, practice.locationId);
      const ratio = await compare({
        ours: (run) => week(anyMonday(run)),
        raw: (run) => JSON.stringify(readRaw(anyMonday(run))),
        pairs: 200,
      });
      raw.close();
      await close();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};

export const weekAge: Measure = {
  name: 'week-age',
  about: 'a week of year 5 / a week of year 1, through the router',
  bound: 1.2,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const practice = await fiveYearPractice();
      const { request, close } = await openBenchApp(folders.take(practice.folder));
      const week = weekThroughRouter(request, practice.locationId);
      const ratio = await compare({
        ours: (run) => week(mondayOf(fiveYears.weeks - 40 + (run % 30))),
        raw: (run) => week(mondayOf(10 + (run % 30))),
        pairs: 200,
      });
      await close();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};
