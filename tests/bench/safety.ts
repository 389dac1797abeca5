import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { openDatabase } from '../../db/data-source.ts';
import { passphraseCost } from '../../db/keyring/passphrase-key.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { addDays } from '../../main/kernel/local-date.ts';
import type { Operation, StreamMessage } from '../../preload/contract/shared/transport.ts';
import { ask, type Request } from '../support/campaign/caller.ts';
import { compare, median, type Measure } from './measure.ts';
import { openBenchApp, type BenchApp } from './support/bench-app.ts';
import { fiveYearPractice, fiveYears, mondayOf, WorkFolders, type FiveYears } from './support/five-years.ts';
import { keyOf, openRaw } from './support/raw-database.ts';

const person = { name: 'Dana Ortiz', passphrase: 'seventeen green kettles' } as const;

export const unlock: Measure = {
  name: 'unlock',
  about: 'signing in to the closed practice of 5 years by passphrase / bare Argon2id',
  bound: 1.3,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const practice = await fiveYearPractice();
      const { request, close } = await openBenchApp(folders.take(practice.folder));
      await ask(request, { type: 'mutation', path: 'access.protect', input: person });
      const { memoryKiB, passes, lanes } = passphraseCost;
      const cost = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: 32 };
      const ratio = await compare({
        prepare: () => ask(request, { type: 'mutation', path: 'access.lock', input: { close: true } }),
        ours: () => ask(request, { type: 'mutation', path: 'access.signIn', input: person }),
        raw: () => hashRaw(person.passphrase, { ...cost, salt: randomBytes(16) }),
        pairs: 30,
        warm: 5,
      });
      await close();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};

/** Runs `work` on two copies of the practice: as it is, and the same without encryption. */
async function inBoth(work: (encrypted: UnitOfWork, plain: UnitOfWork, practice: FiveYears) => Promise<number>): Promise<number> {
  const folders = new WorkFolders();
  try {
    const practice = await fiveYearPractice();
    const key = keyOf(practice.folder);
    const plainFolder = folders.take(practice.folder);
    decrypt(plainFolder, key);
    const places = [
      { path: `${folders.take(practice.folder)}/practice.db`, key },
      { path: `${plainFolder}/practice.db`, key: null },
    ] as const;
    const [encrypted, plain] = [await openDatabase(places[0]), await openDatabase(places[1])];
    const ports = { clock: () => new Date().toISOString(), newId: () => v7() };
    const ratio = await work(await UnitOfWork.open(encrypted, ports), await UnitOfWork.open(plain, ports), practice);
    await encrypted.destroy();
    await plain.destroy();
    return ratio;
  } finally {
    folders.remove();
  }
}

/** Takes the key off a copy. Not in WAL, which keeps pages of the old key. */
function decrypt(folder: string, key: string): void {
  const connection = openRaw(folder, key);
  connection.pragma('journal_mode = DELETE');
  connection.pragma(`rekey=''`);
  connection.close();
}

export const weekReadEncrypted: Measure = {
  name: 'week-read-encrypted',
  about: 'rows of a week out of 5 years / the same read of an unencrypted file',
  bound: 1.2,
  run: () =>
    inBoth((encrypted, plain) =>
      compare({ ours: (run) => readWeek(encrypted, run), raw: (run) => readWeek(plain, run), pairs: 200, calls: 3 }),
    ),
};

function readWeek(unitOfWork: UnitOfWork, run: number): Promise<unknown> {
  const monday = mondayOf((run * 37) % fiveYears.weeks);
  return unitOfWork.read(({ rostering }) => rostering.listShifts(monday, addDays(monday, 6)));
}

export const saveEncrypted: Measure = {
  name: 'save-encrypted',
  about: 'one shift with its history / the same save into an unencrypted file',
  bound: 1.3,
  run: () =>
    inBoth((encrypted, plain, practice) => {
      const intent = { actor: { id: 'local', name: 'This computer' }, procedure: 'rostering.shift.save' };
      const save = (unitOfWork: UnitOfWork, run: number) =>
        unitOfWork.write(intent, 'Save a shift', ({ rostering }) => rostering.shifts.insert([{ id: v7(), ...shiftOf(practice, run) }]));
      return compare({ ours: (run) => save(encrypted, run), raw: (run) => save(plain, run), pairs: 400 });
    }),
};

const backups = 3;

export const backupStall: Measure = {
  name: 'backup-stall',
  about: 'longest wait of a request while the practice of 5 years is backed up',
  bound: 100,
  unit: 'ms',
  run: async () => {
    const folders = new WorkFolders();
    try {
      const practice = await fiveYearPractice();
      const opened = await openBenchApp(folders.take(practice.folder));
      const longest: number[] = [];
      // Once without a backup, so that everything is compiled.
      await keepAsking(opened.request, practice, wait(1500));
      for (let run = 0; run < backups; run += 1) longest.push(await keepAsking(opened.request, practice, makeBackup(opened.app)));
      process.stderr.write(`  longest waits ${longest.map((time) => time.toFixed(0)).join(', ')} ms\n`);
      await opened.close();
      return median(longest);
    } finally {
      folders.remove();
    }
  },
};

/** Reads weeks and saves shifts, one after the other as a person does, until `end`; answers the longest wait in ms. */
async function keepAsking(request: Request, practice: FiveYears, end: Promise<unknown>): Promise<number> {
  const state = { isOver: false };
  const over = end.finally(() => (state.isOver = true));
  const longest = { read: 0, save: 0 };
  for (let run = 0; !state.isOver; run += 1) {
    const kind = run % 3 === 0 ? 'save' : 'read';
    const started = performance.now();
    await ask(request, kind === 'save' ? saveOf(practice, run) : readOf(practice, run));
    longest[kind] = Math.max(longest[kind], performance.now() - started);
    await wait(5);
  }
  await over;
  process.stderr.write(`  longest read ${longest.read.toFixed(0)} ms, longest save ${longest.save.toFixed(0)} ms\n`);
  return Math.max(longest.read, longest.save);
}

function readOf({ locationId }: FiveYears, run: number): Operation {
  return { type: 'query', path: 'rostering.week.get', input: { locationId, on: mondayOf((run * 37) % fiveYears.weeks) } };
}

function saveOf(practice: FiveYears, run: number): Operation {
  return { type: 'mutation', path: 'rostering.shift.save', input: { shift: shiftOf(practice, run) } };
}

/** A shift after the last of the five years. */
const shiftOf = ({ locationId, personIds, positionIds }: FiveYears, run: number) => ({
  locationId,
  personId: personIds[run % personIds.length] ?? '',
  positionId: positionIds[0] ?? '',
  on: addDays(mondayOf(fiveYears.weeks), run % 70),
  startMinute: 480,
  lengthMinutes: 540,
  mealMinutes: null,
  mealStartMinute: null,
  note: '',
});

function makeBackup({ transport }: BenchApp['app']): Promise<void> {
  return new Promise((resolve, reject) => {
    transport.subscribe({ type: 'subscription', path: 'backup.make', input: undefined }, (message: StreamMessage) => {
      if ('done' in message) resolve();
      else if (!message.ok) reject(new Error(message.error.message));
    });
  });
}
