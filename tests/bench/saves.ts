import { v7 } from 'uuid';
import { addDays } from '../../main/kernel/local-date.ts';
import type { StreamMessage } from '../../preload/contract/shared/transport.ts';
import { ask, fullTimer, setUpPractice } from '../support/campaign/caller.ts';
import { compare, ratioOf, type Measure } from './measure.ts';
import { openBenchApp } from './support/bench-app.ts';
import { fiveYearPractice, fiveYears, mondayOf, WorkFolders } from './support/five-years.ts';
import { dropTriggers, keyOf, openRaw, type RawDatabase } from './support/raw-database.ts';

const afterTheLast = mondayOf(fiveYears.weeks);

export const shiftSave: Measure = {
  name: 'shift-save',
  about: 'one shift through the router with history / one raw durable insert',
  bound: 6,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const practice = await fiveYearPractice();
      const { request, close } = await openBenchApp(folders.take(practice.folder));
      const rawFolder = folders.take(practice.folder);
      const raw = openRaw(rawFolder, keyOf(practice.folder));
      dropTriggers(raw);
      const insert = raw.prepare(
        `INSERT INTO shift (id, location_id, person_id, position_id, on_date, start_minute, length_minutes, meal_minutes, meal_start_minute, note)
         VALUES (@id, @locationId, @personId, @positionId, @on, @startMinute, @lengthMinutes, @mealMinutes, @mealStartMinute, @note)`,
      );
      const shiftOf = (run: number) => ({
        locationId: practice.locationId,
        personId: practice.personIds[run % practice.personIds.length] ?? '',
        positionId: practice.positionIds[0] ?? '',
        on: addDays(afterTheLast, run % 70),
        startMinute: 480,
        lengthMinutes: 540,
        mealMinutes: null,
        mealStartMinute: null,
        note: '',
      });
      const ratio = await compare({
        ours: (run) => ask(request, { type: 'mutation', path: 'rostering.shift.save', input: { shift: shiftOf(run) } }),
        // A statement of its own is a transaction of its own.
        raw: (run) => insert.run({ id: v7(), ...shiftOf(run) }),
        pairs: 400,
      });
      raw.close();
      await close();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};

const people = 10_000;
const runs = 5;

export const peopleImport: Measure = {
  name: 'people-import',
  about: '10,000 people through the import / raw bulk insert of the same rows',
  bound: 12,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const template = folders.take();
      const opened = await openBenchApp(template);
      await setUpPractice(opened.request, 0);
      await opened.close();
      const text = staffList();
      const times = { ours: [] as number[], raw: [] as number[] };
      for (let run = 0; run < runs; run += 1) {
        const folder = folders.take(template);
        times.ours.push(await timeImport(folder, text));
        times.raw.push(timeRawInsert(folder, folders.take(template)));
      }
      return ratioOf(times);
    } finally {
      folders.remove();
    }
  },
};

/** As a payroll program writes it. */
function staffList(): string {
  const positions = ['Front desk', 'Medical assistant', 'Nurse'];
  const rows = Array.from({ length: people }, (_, number) => {
    const { givenName, familyName, phone } = fullTimer(number, '', '');
    return `${familyName}${number},${givenName},${positions[number % positions.length]},Full time,${phone},40,21.50,01/05/2026`;
  });
  return ['Last Name,First Name,Position,Type,Phone,Hours,Pay Rate,Hire Date', ...rows].join('\r\n');
}

async function timeImport(folder: string, text: string): Promise<number> {
  const { app, close } = await openBenchApp(folder);
  try {
    const put = await app.transport.putFile({ name: 'staff.csv', bytes: new TextEncoder().encode(text) });
    if (!put.ok) throw new Error(put.error.message);
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      const hear = (message: StreamMessage): void => {
        if ('done' in message) resolve();
        else if (!message.ok) reject(new Error(`The import was refused: ${message.error.message}`));
      };
      app.transport.subscribe({ type: 'subscription', path: 'people.import.commit', input: { source: { file: put.data } } }, hear);
    });
    return performance.now() - started;
  } finally {
    await close();
  }
}

const importedTables = ['position', 'person', 'person_position', 'pay_rate'] as const;

/** Puts the rows that the import made into another practice of the same kind, in one transaction. */
function timeRawInsert(imported: string, folder: string): number {
  const source = openRaw(imported);
  const target = openRaw(folder);
  dropTriggers(target);
  try {
    const there = target.prepare('SELECT id FROM position').pluck().all();
    const tables = importedTables.map((table) => {
      const rows = source.prepare(`SELECT * FROM "${table}"`).raw().all();
      const fresh = table === 'position' ? rows.filter((row) => Array.isArray(row) && !there.includes(row[0])) : rows;
      return { rows: fresh, insert: insertInto(target, table) };
    });
    const count = tables[1]?.rows.length;
    if (count !== people) throw new Error(`${count} people were imported, not ${people}.`);
    const all = target.transaction(() => {
      for (const { rows, insert } of tables) for (const row of rows) insert.run(row);
    });
    const started = performance.now();
    all();
    return performance.now() - started;
  } finally {
    source.close();
    target.close();
  }
}

function insertInto(target: RawDatabase, table: string) {
  const columns = target.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table);
  return target.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`);
}
