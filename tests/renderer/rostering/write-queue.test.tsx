import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CellWrite } from '../../../preload/contract/rostering/rostering.ts';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import { useSchedule } from '../../../renderer/features/rostering/store.ts';
import { createWriteQueue, type WriteQueue, type WriteQueuePorts } from '../../../renderer/features/rostering/write-queue.ts';
import { fixtureId, shiftEntry, weekCell, weekView } from '../../support/week-view.builder.ts';

const untouched = useSchedule.getInitialState();
const person = fixtureId(2, 1);
const mon = { personId: person, on: '2026-11-23' };
const tue = { personId: person, on: '2026-11-24' };

/** The week after main took a write: the cell's shift in its next version. */
function answered(view: WeekView, on: string, text: string, version: number): WeekView {
  const col = view.days.findIndex((day) => day.on === on);
  const cell = weekCell(text, text === '' ? [] : [shiftEntry({ id: fixtureId(8, col), version })]);
  return {
    ...view,
    groups: view.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => (row.personId === person ? { ...row, cells: row.cells.with(col, cell) } : row)),
    })),
  };
}

interface Main {
  view: WeekView;
  /** What the next reads will show. */
  after: WeekView | null;
  refuse: ErrorShape | null;
  /** Whether the one who typed is still here. */
  isTheirs: boolean;
  readonly sent: (readonly CellWrite[])[];
}

function setUp(): { main: Main; queue: WriteQueue; say: ReturnType<typeof vi.fn<WriteQueuePorts['say']>>; ports: WriteQueuePorts } {
  const main: Main = { view: weekView({ people: 5 }), after: null, refuse: null, isTheirs: true, sent: [] };
  const say = vi.fn<WriteQueuePorts['say']>();
  const send = async (): Promise<void> => {
    await Promise.resolve();
    if (main.refuse !== null) throw new Error('refused');
  };
  const ports: WriteQueuePorts = {
    view: () => main.view,
    write: async (writes) => {
      main.sent.push(writes);
      await send();
    },
    move: vi.fn(send),
    refetch: async () => {
      await Promise.resolve();
      main.view = main.after ?? main.view;
    },
    refusal: () => main.refuse ?? { code: 'internal', message: 'unexpected' },
    isTheirs: () => main.isTheirs,
    say,
  };
  return { main, queue: createWriteQueue(ports), say, ports };
}
const conflict: ErrorShape = { code: 'conflict', message: 'Somebody else changed this.' };
const pending = (on: string): string | undefined => useSchedule.getState().pending[person]?.[on];

describe('cells on their way to main', () => {
  beforeEach(() => useSchedule.setState(untouched, true));

  it('show their text until main has answered and the week is read again', async () => {
    const { main, queue } = setUp();
    queue.write([{ ...mon, text: '9-5' }]);
    expect(pending(mon.on)).toBe('9-5');
    main.after = answered(main.view, mon.on, '9-5', 1);
    await queue.settled();
    expect(pending(mon.on)).toBeUndefined();
    expect(useSchedule.getState().pending).toEqual({});
  });

  it('name the rows their cell showed', async () => {
    const { main, queue } = setUp();
    main.view = answered(main.view, mon.on, '8-5', 7);
    queue.write([{ ...mon, text: '9-5' }]);
    await queue.settled();
    expect(main.sent).toEqual([[{ ...mon, text: '9-5', seen: [{ id: fixtureId(8, 0), version: 7 }] }]]);
  });

  it('leave out a shift at another location', async () => {
    const { main, queue } = setUp();
    const cell = weekCell('', [shiftEntry({ elsewhere: 'Northside' })]);
    main.view = {
      ...main.view,
      groups: main.view.groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, cells: row.cells.with(0, cell) })) })),
    };
    queue.write([{ ...mon, text: '9-5' }]);
    await queue.settled();
    expect(main.sent[0]?.[0]?.seen).toEqual([]);
  });

  it('typed twice into one cell, the second takes the rows the first left', async () => {
    const { main, queue } = setUp();
    main.after = answered(main.view, mon.on, '9-5', 2);
    queue.write([{ ...mon, text: '9-5' }]);
    queue.write([{ ...mon, text: '9-6' }]);
    expect(pending(mon.on)).toBe('9-6');
    await queue.settled();
    expect(main.sent.map(([write]) => write?.seen)).toEqual([
      [{ id: expect.any(String), version: 1 }],
      [{ id: fixtureId(8, 0), version: 2 }],
    ]);
    expect(pending(mon.on)).toBeUndefined();
  });

  it('a change by somebody else between two own cells is not written over', async () => {
    const { main, queue } = setUp();
    main.view = answered(main.view, tue.on, '8-5', 3);
    queue.write([{ ...mon, text: '9-5' }]);
    queue.write([{ ...tue, text: '9-5' }]);
    main.after = answered(main.view, tue.on, 'off', 4);
    await queue.settled();
    expect(main.sent[1]?.[0]?.seen).toEqual([{ id: fixtureId(8, 1), version: 3 }]);
  });

  it('typed into an open editor, they name the rows it opened on', async () => {
    const { main, queue } = setUp();
    main.view = answered(main.view, mon.on, 'off', 9);
    queue.write([{ ...mon, text: '9-5', seen: [{ id: fixtureId(8, 0), version: 8 }] }]);
    await queue.settled();
    expect(main.sent[0]?.[0]?.seen).toEqual([{ id: fixtureId(8, 0), version: 8 }]);
  });

  it('a conflict opens the editor with the typing and says what the cell holds now', async () => {
    const { main, queue } = setUp();
    main.refuse = conflict;
    main.after = answered(main.view, mon.on, '8-4', 5);
    queue.write([{ ...mon, text: '9-5' }]);
    await queue.settled();
    const { editing, active } = useSchedule.getState();
    expect(editing).toMatchObject({ address: mon, text: '9-5' });
    expect(editing?.refusal).toContain('it now holds “8-4”');
    expect(active).toEqual(mon);
    expect(pending(mon.on)).toBeUndefined();
  });

  it('a conflict does not take an editor away that is open elsewhere', async () => {
    const { main, queue, say } = setUp();
    main.refuse = conflict;
    const editing = { address: tue, text: '7-', mode: 'enter', seen: [], refusal: null } as const;
    useSchedule.setState({ editing });
    queue.write([{ ...mon, text: '9-5' }]);
    await queue.settled();
    expect(useSchedule.getState().editing).toBe(editing);
    expect(useSchedule.getState().kept[person]?.[mon.on]?.text).toBe('9-5');
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('a refused block is said once and nothing of it stays', async () => {
    const { main, queue, say } = setUp();
    main.refuse = conflict;
    queue.write([
      { ...mon, text: '9-5' },
      { ...tue, text: '9-5' },
    ]);
    await queue.settled();
    expect(say).toHaveBeenCalledWith(expect.stringContaining('Nothing was written'));
    expect(useSchedule.getState().editing).toBeNull();
    expect(useSchedule.getState().pending).toEqual({});
  });

  it('what follows a refused write is still sent', async () => {
    const { main, queue } = setUp();
    main.refuse = conflict;
    queue.write([{ ...mon, text: '9-5' }]);
    await queue.settled();
    main.refuse = null;
    queue.write([{ ...tue, text: '9-5' }]);
    await queue.settled();
    expect(main.sent).toHaveLength(2);
  });

  it('a move empties one cell and fills the other while it is on its way', async () => {
    const { main, queue, ports } = setUp();
    main.view = answered(answered(main.view, mon.on, '8-5', 1), tue.on, '', 1);
    queue.move([{ from: mon, to: tue }], false);
    expect([pending(mon.on), pending(tue.on)]).toEqual(['', '8-5']);
    await queue.settled();
    expect(ports.move).toHaveBeenCalledWith([{ from: mon, to: tue, seenFrom: [{ id: fixtureId(8, 0), version: 1 }], seenTo: [] }], false);
    expect(useSchedule.getState().pending).toEqual({});
  });
});
