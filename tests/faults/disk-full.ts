import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import type { Operation } from '../../preload/contract/shared/transport.ts';
import { addDays } from '../../main/kernel/local-date.ts';
import { ask, setUpPractice, type Inputs, type Outputs, type SmallPractice } from '../support/campaign/caller.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { openWebDoor, type WebDoor } from '../support/campaign/web-door.ts';
import { inFolder } from './support/filled-database.ts';
import { Rewritings } from './support/full-disk-rewriting.ts';
import { fill, followPlainly, makeRoom, plainly, startWebOnSmallDisk } from './support/small-disk.ts';

/** Room of the disk, in bytes: the practice, its backups and what is tried fit in it. */
const diskBytes = 48 * 2 ** 20;

/** True where a small disk can be had: a mount that only one process sees, which goes with it. */
export const hasSmallDisks = process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0;

/**
 * A disk that is nearly full, at many points of fullness: a plain message or success, nothing acknowledged is lost, and all works again
 * with room. Every second attempt rewrites the file or changes who can open it, each on a disk of its own.
 */
export function diskFull(program: string): CampaignRow {
  return {
    name: 'disk-full',
    about: 'saves, backups, files, exports, protecting and restoring on a full disk',
    full: 104,
    quick: 8,
    run: (attempts) =>
      inFolder('disk-full', async (folder) => {
        const rewritings = await Rewritings.prepare(program, folder);
        const disk = startWebOnSmallDisk(program, diskBytes);
        try {
          const outcome = await disk.host.outcome;
          if (outcome.kind === 'ended') throw new Error(`The host did not start (${outcome.code}): ${outcome.said}`);
          const door = await openWebDoor(outcome.address);
          const practice = await setUpPractice(door.request, 6);
          const tried = new Tried(door, practice);
          const refused: string[] = [];
          await inLanes(attempts, 1, async (number) => {
            const random = randomFrom(attempts.seed, number);
            const nth = Math.floor(number / 2);
            if (number % 2 === 1) {
              refused.push(...(await rewritings.attempt(nth, random)));
              return;
            }
            fill(disk.folder(), random.between(0, 900) * 1024);
            try {
              const message = await tried.when(nth, random);
              if (message !== undefined) refused.push(message);
            } finally {
              makeRoom(disk.folder());
            }
            const after = await tried.when(nth, random);
            if (after !== undefined) throw new Error(`With room again it was refused: ${after}`);
            await tried.look();
          });
          console.error(`disk-full: ${refused.length} were refused; with ${[...new Set(refused)].join(' / ')}`);
        } finally {
          await disk.host.kill();
        }
      }),
  };
}

const savesInARow = 60;

/** What is done on the disk, and what of it was acknowledged. */
class Tried {
  readonly #door: WebDoor;
  readonly #practice: SmallPractice;
  readonly #saved = new Map<string, string>();
  #files = 0;
  #day = 0;

  constructor(door: WebDoor, practice: SmallPractice) {
    this.#door = door;
    this.#practice = practice;
  }

  /** Does the kind of work of this attempt. The message of its refusal; undefined when it succeeded. Throws what is no plain refusal. */
  when(number: number, random: Random): Promise<string | undefined> {
    const kinds = [
      () => this.#saves(random),
      () => followPlainly(this.#door, 'backup.make', undefined),
      () => this.#file(random),
      () => followPlainly(this.#door, 'archive.export', undefined),
    ];
    return (kinds[number % kinds.length] ?? kinds[0])?.() ?? Promise.resolve(undefined);
  }

  async #saves(random: Random): Promise<string | undefined> {
    for (let made = 0; made < savesInARow; made += 1) {
      const on = addDays('2027-01-04', this.#day++);
      const personId = random.pick(this.#practice.personIds);
      const input: Inputs['rostering']['cells']['write'] = {
        locationId: this.#practice.locationId,
        writes: [{ personId, on, text: '8-5', seen: [] }],
      };
      const message = plainly(await this.#door.request({ type: 'mutation', path: 'rostering.cells.write', input }));
      if (message !== undefined) return message;
      this.#saved.set(on, personId);
    }
    return undefined;
  }

  async #file(random: Random): Promise<string | undefined> {
    // Random bytes under the head of a PDF: no two are the same.
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 60_000 }, () => random.between(0, 255)))]);
    const put = await this.#door.putFile('contract.pdf', Readable.from([bytes]), bytes.length);
    if (!put.ok) return plainly(put);
    const input = { subject: { kind: 'person', id: this.#practice.personIds[0] }, file: put.data };
    const message = plainly(await this.#door.request({ type: 'mutation', path: 'attachments.add', input }));
    if (message === undefined) this.#files += 1;
    return message;
  }

  /** Every save and file that was acknowledged is there. */
  async look(): Promise<void> {
    const { locationId, personIds } = this.#practice;
    const weeks = new Map<string, Outputs['rostering']['week']['get']>();
    for (const [on, personId] of this.#saved) {
      const week = weeks.get(on) ?? (await this.#ask<Outputs['rostering']['week']['get']>('rostering.week.get', { locationId, on }));
      for (const day of week.days) weeks.set(day.on, week);
      const row = week.groups.flatMap((group) => group.rows).find((one) => one.personId === personId);
      const cell = row?.cells[week.days.findIndex((day) => day.on === on)];
      if (cell?.entries.length !== 1) throw new Error(`The acknowledged save of ${on} is lost`);
    }
    const { files } = await this.#ask<Outputs['attachments']['list']>('attachments.list', {
      subject: { kind: 'person', id: personIds[0] },
    });
    if (files.length !== this.#files) throw new Error(`${files.length} files are there where ${this.#files} were acknowledged`);
  }

  #ask<Result>(path: string, input: unknown): Promise<Result> {
    const operation: Operation = { type: 'query', path, input };
    return ask<Result>(this.#door.request, operation);
  }
}
