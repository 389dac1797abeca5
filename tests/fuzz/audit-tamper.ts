import { mkdtempSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf, type ChainFault } from '../../db/change-log/chain-fault.ts';
import type { ChainHead } from '../../db/change-log/chain.repository.ts';
import { openDatabase } from '../../db/data-source.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { auditEntry } from '../../main/kernel/audit-entry.ts';
import { auditKinds } from '../../preload/contract/audit/audit.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { sequentialIds, steppingClock } from '../support/ports.ts';
import { tamper, verifyFile, type RawConnection } from '../support/tampered-database.ts';

const key = '7a'.repeat(32);
const sets = 60;

/** What the walk must say: the kind of damage, and the number of the change or the row where it is. */
interface Expected {
  readonly kinds: readonly ChainFault['kind'][];
  readonly change?: number;
  readonly rowId?: string;
}

interface Way {
  readonly name: string;
  /** The head that was kept elsewhere is given to the walk. */
  readonly againstHead?: boolean;
  readonly damage: (file: RawConnection, random: Random) => Expected;
}

interface Target {
  readonly sequence: number;
  readonly setId: string;
  readonly entryId: string;
}

/** A change with an entry of the access record in it, not the first one. */
function targetOf(file: RawConnection, random: Random, fewestRows = 1): Target {
  const targets = file
    .prepare<[number], Target>(
      `SELECT s.sequence, s.id AS setId, l.row_id AS entryId FROM change_set s JOIN change_log l ON l.change_set_id = s.id
       WHERE l.table_name = 'audit_entry' AND (SELECT COUNT(*) FROM change_log r WHERE r.change_set_id = s.id) >= ? ORDER BY l.sequence`,
    )
    .all(fewestRows);
  return random.pick(targets);
}

const entryColumns = ['at', 'actor_id', 'actor_name', 'kind', 'subject_table', 'subject_id', 'detail'] as const;
const setColumns = ['logical_clock', 'actor_id', 'actor_name', 'procedure', 'label', 'at', 'undoes_id', 'hash', 'id'] as const;
const logColumns = ['table_name', 'row_id', 'column_name', 'value', 'replaced_change_set_id'] as const;

/** One thing more, less or another one: never what it was. */
function otherText(text: string | null, random: Random): string {
  const was = text ?? '';
  const place = random.between(0, Math.max(0, was.length - 1));
  const other = was.charAt(place) === 'x' ? 'y' : 'x';
  return random.pick([`${was} `, `${was.slice(0, place)}${other}${was.slice(place + 1)}`, `${other}${was}`, 'x'.repeat(was.length + 1)]);
}

function alter(file: RawConnection, random: Random, table: string, column: string, where: string, id: string): void {
  const before = file.prepare<[string], string | null>(`SELECT "${column}" FROM "${table}" WHERE ${where} = ?`).pluck().get(id) ?? null;
  file.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${where} = ?`).run(otherText(before, random), id);
}

/** Everything from a change on, with its rows and entries: nothing is left that could tell. */
function cutFrom(file: RawConnection, sequence: number): void {
  const those = `SELECT id FROM change_set WHERE sequence >= ${sequence}`;
  file.exec(
    `DELETE FROM audit_entry WHERE id IN (SELECT row_id FROM change_log WHERE table_name = 'audit_entry' AND change_set_id IN (${those}))`,
  );
  file.exec(`DELETE FROM change_log WHERE change_set_id IN (${those})`);
  file.exec(`DELETE FROM change_set WHERE sequence >= ${sequence}`);
}

const copySet = `INSERT INTO change_set SELECT ?, device_id, ?, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash FROM change_set WHERE id = ?`;

const ways: readonly Way[] = [
  {
    name: 'an entry edited',
    damage: (file, random) => {
      const { sequence, entryId } = targetOf(file, random);
      alter(file, random, 'audit_entry', random.pick(entryColumns), 'id', entryId);
      return { kinds: ['entry_altered'], change: sequence, rowId: entryId };
    },
  },
  {
    name: 'an entry deleted',
    damage: (file, random) => {
      const { sequence, entryId } = targetOf(file, random);
      file.prepare('DELETE FROM audit_entry WHERE id = ?').run(entryId);
      return { kinds: ['entry_missing'], change: sequence, rowId: entryId };
    },
  },
  {
    name: 'an entry inserted',
    damage: (file, random) => {
      const { entryId } = targetOf(file, random);
      const rowId = `put-in-${random.between(0, 1e9)}`;
      file
        .prepare(
          `INSERT INTO audit_entry SELECT ?, at, actor_id, actor_name, kind, subject_table, subject_id, detail FROM audit_entry WHERE id = ?`,
        )
        .run(rowId, entryId);
      return { kinds: ['entry_inserted'], rowId };
    },
  },
  {
    name: 'an entry given another id',
    damage: (file, random) => {
      const { sequence, entryId } = targetOf(file, random);
      file.prepare('UPDATE audit_entry SET id = ? WHERE id = ?').run(`${entryId}x`, entryId);
      return { kinds: ['entry_missing'], change: sequence, rowId: entryId };
    },
  },
  {
    name: 'an entry edited with what was logged of it',
    damage: (file, random) => {
      const { sequence, setId, entryId } = targetOf(file, random);
      const detail = `Nothing ${random.between(0, 1e9)}`;
      file.prepare('UPDATE audit_entry SET detail = ? WHERE id = ?').run(detail, entryId);
      file
        .prepare(`UPDATE change_log SET value = json_set(value, '$.detail', ?) WHERE change_set_id = ? AND row_id = ?`)
        .run(detail, setId, entryId);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'a logged row edited',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      const row = random.pick(file.prepare<[string], string>('SELECT sequence FROM change_log WHERE change_set_id = ?').pluck().all(setId));
      alter(file, random, 'change_log', random.pick(logColumns), 'sequence', row);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'logged rows in another order',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random, 2);
      const last = file.prepare<[string], number>('SELECT MAX(sequence) FROM change_log WHERE change_set_id = ?').pluck().get(setId) ?? 0;
      const first = file.prepare<[string], number>('SELECT MIN(sequence) FROM change_log WHERE change_set_id = ?').pluck().get(setId) ?? 0;
      const renumber = file.prepare('UPDATE change_log SET sequence = ? WHERE sequence = ?');
      renumber.run(-1, first);
      renumber.run(first, last);
      renumber.run(last, -1);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'a logged row deleted',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      const row = random.pick(file.prepare<[string], number>('SELECT sequence FROM change_log WHERE change_set_id = ?').pluck().all(setId));
      file.prepare('DELETE FROM change_log WHERE sequence = ?').run(row);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'a logged row inserted',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      const value = random.pick(['{}', 'null', '"x"']);
      file.prepare(`INSERT INTO change_log (change_set_id, table_name, row_id, value) VALUES (?, 'position', 'x', ?)`).run(setId, value);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'a logged row of no change inserted',
    damage: (file, random) => {
      const rowId = `row-${random.between(0, 1e9)}`;
      file.prepare(`INSERT INTO change_log (change_set_id, table_name, row_id, value) VALUES ('nothing', 'position', ?, '{}')`).run(rowId);
      return { kinds: ['row_without_set'], rowId };
    },
  },
  {
    name: 'a logged row given to another change',
    damage: (file, random) => {
      const { sequence, setId, entryId } = targetOf(file, random);
      const other = file.prepare<[number], { id: string; sequence: number }>(
        'SELECT id, sequence FROM change_set WHERE sequence <> ? LIMIT 1 OFFSET 5',
      );
      const to = other.get(sequence);
      file.prepare('UPDATE change_log SET change_set_id = ? WHERE change_set_id = ? AND row_id = ?').run(to?.id, setId, entryId);
      return { kinds: ['set_altered'], change: Math.min(sequence, to?.sequence ?? sequence) };
    },
  },
  {
    name: 'a change edited',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      alter(file, random, 'change_set', random.pick(setColumns), 'id', setId);
      return { kinds: ['set_altered'], change: sequence };
    },
  },
  {
    name: 'a change deleted, alone or with its rows',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      file.prepare('DELETE FROM change_set WHERE id = ?').run(setId);
      if (random.next() < 0.5) file.prepare('DELETE FROM change_log WHERE change_set_id = ?').run(setId);
      // Of the last change nothing follows: what is left of it tells.
      const last = file.prepare('SELECT MAX(sequence) FROM change_set').pluck().get();
      return Number(last) > sequence ? { kinds: ['set_missing'], change: sequence } : { kinds: ['row_without_set', 'entry_inserted'] };
    },
  },
  {
    name: 'a change deleted and the later ones numbered anew',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      file.prepare('DELETE FROM audit_entry WHERE id IN (SELECT row_id FROM change_log WHERE change_set_id = ?)').run(setId);
      file.prepare('DELETE FROM change_log WHERE change_set_id = ?').run(setId);
      file.prepare('DELETE FROM change_set WHERE id = ?').run(setId);
      const moved = file.prepare('UPDATE change_set SET sequence = sequence - 1 WHERE sequence > ?').run(sequence);
      // Taken out at the very end it is a cut tail, which nothing but the head shows.
      return moved.changes > 0 ? { kinds: ['set_altered'], change: sequence } : { kinds: ['cut'], change: sequence };
    },
    againstHead: true,
  },
  {
    name: 'a change inserted',
    damage: (file, random) => {
      const { sequence, setId } = targetOf(file, random);
      file.prepare(copySet).run(`put-in-${random.between(0, 1e9)}`, sequence, setId);
      return { kinds: ['set_inserted'], change: sequence };
    },
  },
  {
    name: 'a change inserted at the end',
    damage: (file, random) => {
      const { setId } = targetOf(file, random);
      const last = Number(file.prepare('SELECT MAX(sequence) FROM change_set').pluck().get());
      const id = `put-in-${random.between(0, 1e9)}`;
      file.prepare(copySet).run(id, last + 1, setId);
      file.prepare(`INSERT INTO change_log (change_set_id, table_name, row_id, value) VALUES (?, 'position', 'x', '{}')`).run(id);
      return { kinds: ['set_altered'], change: last + 1 };
    },
  },
  {
    name: 'two changes swapped',
    damage: (file, random) => {
      const { sequence } = targetOf(file, random);
      const other = sequence === 2 ? 3 : sequence - 1;
      const renumber = file.prepare('UPDATE change_set SET sequence = ? WHERE sequence = ?');
      renumber.run(-1, sequence);
      renumber.run(sequence, other);
      renumber.run(other, -1);
      return { kinds: ['set_altered'], change: Math.min(sequence, other) };
    },
  },
  {
    name: 'changes of an unknown computer',
    damage: (file, random) => {
      const { setId } = targetOf(file, random);
      file
        .prepare(
          `INSERT INTO change_set SELECT 'put-in', 'zz', 1, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash FROM change_set WHERE id = ?`,
        )
        .run(setId);
      return { kinds: ['unknown_device'], change: 1 };
    },
  },
  {
    name: 'the end cut',
    againstHead: true,
    damage: (file, random) => {
      const { sequence } = targetOf(file, random);
      cutFrom(file, sequence);
      return { kinds: ['cut'], change: sequence };
    },
  },
  {
    name: 'the end cut, its entries left',
    damage: (file, random) => {
      const { sequence } = targetOf(file, random);
      file.exec(`DELETE FROM change_log WHERE change_set_id IN (SELECT id FROM change_set WHERE sequence >= ${sequence})`);
      file.exec(`DELETE FROM change_set WHERE sequence >= ${sequence}`);
      return { kinds: ['entry_inserted'] };
    },
  },
];

/** A record of changes of data, of entries, and of both; closed. */
async function makeRecord(path: string): Promise<readonly ChainHead[]> {
  const dataSource = await openDatabase({ path, key });
  const ports = { clock: steppingClock(), newId: sequentialIds() };
  const unitOfWork = await UnitOfWork.open(dataSource, ports);
  const actor = { id: 'local', name: 'Dana', role: 'owner' } as const;
  for (let number = 0; number < sets; number += 1) {
    const kind = auditKinds[number % auditKinds.length] ?? 'print';
    await unitOfWork.write({ actor, procedure: 'fuzz.write' }, `Change ${number}`, async ({ practice, audit }) => {
      if (number % 3 !== 0) {
        await practice.positions.insert([{ id: ports.newId(), name: `P${number}`, code: 'PP', colour: 'fd', sortOrder: number }]);
      }
      if (number % 3 !== 1) {
        const entry = auditEntry({ actor, ...ports }, kind, `What happened ${number}`, { table: 'position', id: ports.newId() });
        await audit.add(entry);
        if (number % 6 === 5) await audit.add({ ...entry, id: ports.newId(), detail: `And more ${number}`, subject: null });
      }
    });
  }
  const heads = await unitOfWork.read(({ chain }) => chain.heads());
  await dataSource.destroy();
  return heads;
}

/** What is wrong with what the walk says, or undefined. */
function differs(way: Way, expected: Expected, fault: ChainFault | null): string | undefined {
  if (!fault) return `${way.name} was not seen`;
  const place = placeOf(fault);
  const said = `${way.name} was called ${fault.kind} at change ${place.change}, row ${place.rowId}`;
  if (!expected.kinds.includes(fault.kind)) return `${said}, not ${expected.kinds.join(' or ')}`;
  if (expected.change !== undefined && place.change !== expected.change) return `${said}, not at change ${expected.change}`;
  if (expected.rowId !== undefined && place.rowId !== expected.rowId) return `${said}, not at row ${expected.rowId}`;
  return undefined;
}

export const auditTamper: CampaignRow = {
  name: 'audit-tamper',
  about: 'rows of the record edited, deleted, inserted, cut past the triggers: the walk names the first bad one',
  full: 400,
  quick: 20,
  run: async (attempts) => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-tamper-'));
    try {
      const whole = join(folder, 'whole.db');
      const heads = await makeRecord(whole);
      const untouched = await verifyFile(whole, key, heads);
      if (untouched.fault) throw new Error(`The untouched record is called ${untouched.fault.kind}.`);
      await inLanes(attempts, 1, async (attempt) => {
        const random = randomFrom(attempts.seed, attempt);
        const way = ways[attempt % ways.length];
        if (!way) throw new Error('There is no way to damage it.');
        const path = join(folder, `damaged-${attempt}.db`);
        copyFileSync(whole, path);
        try {
          const expected = tamper(path, key, (file) => way.damage(file, random));
          const { fault } = await verifyFile(path, key, way.againstHead ? heads : []);
          const difference = differs(way, expected, fault);
          if (difference !== undefined) throw new Error(difference);
        } finally {
          for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
        }
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
