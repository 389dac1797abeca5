import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openDataFolder } from '../../../db/data-folder.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { UnitOfWork } from '../../../db/unit-of-work.ts';
import { addDays } from '../../../main/kernel/local-date.ts';
import { inRepository } from '../../../scripts/support/repository.ts';
import { ask, setUpPractice, type Request, type SmallPractice } from '../../support/campaign/caller.ts';
import { randomFrom } from '../../support/campaign/random.ts';
import { openBenchApp } from './bench-app.ts';

/** 80 people on five days of 260 weeks: 104,000 shifts. */
export const fiveYears = { people: 80, weeks: 260, firstMonday: '2021-12-06' } as const;

/** First day of a week, counted from 0. */
export const mondayOf = (week: number): string => addDays(fiveYears.firstMonday, week * 7);

export interface FiveYears extends SmallPractice {
  /** Nobody opens it here: take a copy. */
  readonly folder: string;
}

const cache = inRepository('.cache');

/** The practice of five years; made once and kept in .cache/ until its maker or the schema changes. */
export async function fiveYearPractice(): Promise<FiveYears> {
  const folder = join(cache, `five-years-${fingerprint()}`);
  const noted = join(folder, 'made.json');
  if (!existsSync(noted)) {
    mkdirSync(cache, { recursive: true });
    for (const name of readdirSync(cache)) {
      if (name.startsWith('five-years-')) rmSync(join(cache, name), { recursive: true, force: true });
    }
    const made = join(cache, `five-years-new-${process.pid}`);
    const practice = await make(made);
    writeFileSync(join(made, 'made.json'), JSON.stringify(practice));
    renameSync(made, folder);
  }
  const practice: SmallPractice = JSON.parse(readFileSync(noted, 'utf8'));
  return { ...practice, folder };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const makers = ['tests/bench/support/five-years.ts', 'tests/support/campaign/caller.ts', 'tests/support/campaign/random.ts'];
  const schema = globSync('db/{migrations,change-log}/*.ts', { cwd: inRepository() });
  for (const file of [...makers, ...schema.toSorted()]) hash.update(file).update(readFileSync(inRepository(file)));
  return hash.digest('hex').slice(0, 16);
}

async function make(folder: string): Promise<SmallPractice> {
  const opened = await openBenchApp(folder);
  const practice = await setUpPractice(opened.request, fiveYears.people);
  await addPeopleNeeded(opened.request, practice);
  await opened.close();
  await addShifts(folder, practice);
  return practice;
}

async function addPeopleNeeded(request: Request, { locationId, positionIds }: SmallPractice): Promise<void> {
  const eachPosition = Math.floor(fiveYears.people / positionIds.length) - 2;
  for (const positionId of positionIds) {
    const input = { locationId, positionId, weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 480, minimum: eachPosition };
    await ask(request, { type: 'mutation', path: 'rostering.requirement.addMany', input });
  }
}

const hours = [
  { startMinute: 480, lengthMinutes: 540 },
  { startMinute: 450, lengthMinutes: 510 },
  { startMinute: 480, lengthMinutes: 510 },
  { startMinute: 540, lengthMinutes: 540 },
] as const;

/** A week at a time through the unit of work, so that the change log holds what it would hold after five years. */
async function addShifts(folder: string, { locationId, positionIds, personIds }: SmallPractice): Promise<void> {
  const random = randomFrom(5);
  const opened = openDataFolder(folder, 'cli');
  const dataSource = await openDatabase({ path: opened.databasePath, key: openKeyOf(opened.keyring).bytes.toString('hex') });
  const unitOfWork = await UnitOfWork.open(dataSource, { clock: () => new Date().toISOString(), newId: () => v7() });
  const intent = { actor: { id: 'local', name: 'This computer' }, procedure: 'bench.make' };
  for (let week = 0; week < fiveYears.weeks; week += 1) {
    const shifts = [0, 1, 2, 3, 4].flatMap((day) =>
      personIds.map((personId, index) => ({
        id: v7(),
        locationId,
        personId,
        positionId: positionIds[index % positionIds.length] ?? '',
        on: addDays(mondayOf(week), day),
        ...random.pick(hours),
        mealMinutes: null,
        mealStartMinute: null,
        note: random.next() < 0.1 ? 'Desk 1' : '',
      })),
    );
    await unitOfWork.write(intent, 'Fill a week', ({ rostering }) => rostering.shifts.insert(shifts));
  }
  await dataSource.destroy();
  opened.release();
}

/** Folders that are gone when the measuring is over. */
export class WorkFolders {
  readonly #made: string[] = [];

  /** An empty one, or a copy. */
  take(copyOf?: string): string {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'bench-'));
    this.#made.push(folder);
    if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
    return folder;
  }

  remove(): void {
    for (const folder of this.#made.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
