import { addDays, weekStart } from '../../../main/kernel/local-date.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { ask, type Inputs, type Outputs, type Request, type SmallPractice } from '../../support/campaign/caller.ts';
import type { Random } from '../../support/campaign/random.ts';

/** What is typed, and how many rows each makes. */
const samples = [
  { text: '8-5', rows: 1 },
  { text: '7:30-12, 1-5', rows: 2 },
  { text: '8a-430p', rows: 1 },
  { text: '7p-7a', rows: 1 },
  { text: '8-12, pto 4h', rows: 2 },
  { text: 'pto', rows: 1 },
  { text: 'off', rows: 1 },
  { text: '8-5 (Phones)', rows: 1 },
  { text: 'ask Tim', rows: 1 },
] as const;

const firstDay = '2027-01-04';

interface SavedCell {
  readonly personId: string;
  readonly on: string;
  readonly text: string;
}

/** One save: several cells in one call. */
interface Save {
  readonly cells: readonly SavedCell[];
  readonly rows: number;
}

/** Knows what was sent and what was acknowledged, and compares it with what is there. */
export class SaveBook {
  readonly #practice: SmallPractice;
  /** What a cell shows after a sample was typed into it. */
  readonly #shown: ReadonlyMap<string, string>;
  #nextDay = 14;
  #acknowledged: Save[] = [];
  #unsure: Save[] = [];
  #entries: number;

  private constructor(practice: SmallPractice, shown: ReadonlyMap<string, string>, entries: number) {
    this.#practice = practice;
    this.#shown = shown;
    this.#entries = entries;
  }

  /** Types every sample once, to see how it is shown. */
  static async open(request: Request, practice: SmallPractice): Promise<SaveBook> {
    const { locationId, personIds } = practice;
    const writes = samples.map(({ text }, index) => ({ personId: personIds[index] ?? '', on: firstDay, text, seen: [] }));
    const input: Inputs['rostering']['cells']['write'] = { locationId, writes };
    await ask(request, { type: 'mutation', path: 'rostering.cells.write', input });
    const texts = await textsOfWeek(request, locationId, firstDay);
    const shown = new Map(samples.map(({ text }, index) => [text, texts.get(`${personIds[index]} ${firstDay}`) ?? '']));
    if ([...shown.values()].includes('')) throw new Error('A sample is not shown after it was typed.');
    return new SaveBook(practice, shown, rowsOf(samples));
  }

  /** How many rows of shifts, days off and texts everything acknowledged makes. Right after `look`. */
  get entries(): number {
    return this.#entries;
  }

  /** Sends one save of several cells on days nobody used before. False when the host was gone before it answered. */
  async save(request: Request, random: Random): Promise<boolean> {
    const days = random.between(1, 2);
    const first = addDays(firstDay, this.#nextDay);
    this.#nextDay += days;
    const writes = Array.from({ length: days }, (_, day) => addDays(first, day)).flatMap((on) =>
      random.some(this.#practice.personIds, random.between(3, 8)).map((personId) => ({ personId, on, sample: random.pick(samples) })),
    );
    const save: Save = {
      cells: writes.map(({ personId, on, sample }) => ({ personId, on, text: this.#shown.get(sample.text) ?? '' })),
      rows: rowsOf(writes.map(({ sample }) => sample)),
    };
    const input: Inputs['rostering']['cells']['write'] = {
      locationId: this.#practice.locationId,
      writes: writes.map(({ personId, on, sample }) => ({ personId, on, text: sample.text, seen: [] })),
    };
    let answer: Answer;
    try {
      answer = await request({ type: 'mutation', path: 'rostering.cells.write', input });
    } catch {
      this.#unsure.push(save);
      return false;
    }
    if (!answer.ok) throw new Error(`A save was refused: ${answer.error.message}`);
    this.#acknowledged.push(save);
    return true;
  }

  /** Compares what was sent since the last look: each sentence is something that is not as it should be. */
  async look(request: Request): Promise<string[]> {
    const weeks = new Map<string, Map<string, string>>();
    const holds = async ({ personId, on, text }: SavedCell): Promise<'whole' | 'nothing' | 'other'> => {
      const monday = weekStart(on, 1);
      let week = weeks.get(monday);
      if (!week) weeks.set(monday, (week = await textsOfWeek(request, this.#practice.locationId, on)));
      const found = week.get(`${personId} ${on}`) ?? '';
      return found === text ? 'whole' : found === '' ? 'nothing' : 'other';
    };
    const faults: string[] = [];
    const check = async (save: Save, isAcknowledged: boolean): Promise<void> => {
      const found: string[] = [];
      for (const cell of save.cells) found.push(await holds(cell));
      const isWhole = found.every((state) => state === 'whole');
      const isAbsent = found.every((state) => state === 'nothing');
      if (isWhole) this.#entries += save.rows;
      else if (isAcknowledged || !isAbsent) {
        const what = isAbsent ? 'lost' : `half there (${found.join(', ')})`;
        faults.push(`${isAcknowledged ? 'An acknowledged' : 'An unanswered'} save of ${save.cells[0]?.on} is ${what}`);
      }
    };
    for (const save of this.#acknowledged) await check(save, true);
    for (const save of this.#unsure) await check(save, false);
    this.#acknowledged = [];
    this.#unsure = [];
    return faults;
  }
}

function rowsOf(written: readonly { readonly rows: number }[]): number {
  return written.reduce((sum, { rows }) => sum + rows, 0);
}

/** The texts of the cells of a week, by person and day. */
async function textsOfWeek(request: Request, locationId: string, on: string): Promise<Map<string, string>> {
  const view = await ask<Outputs['rostering']['week']['get']>(request, {
    type: 'query',
    path: 'rostering.week.get',
    input: { locationId, on },
  });
  const texts = new Map<string, string>();
  for (const { personId, cells } of view.groups.flatMap((group) => group.rows)) {
    for (const [index, day] of view.days.entries()) texts.set(`${personId} ${day.on}`, cells[index]?.text ?? '');
  }
  return texts;
}
