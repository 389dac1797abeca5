import type { CellAddress, CellWrite } from '../../../preload/contract/rostering/rostering.ts';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import type { SeenRow } from '../../../preload/contract/shared/primitives.ts';
import type { CellEdit } from './grid/block-plans.ts';
import { cellAt, gridModel, lineKey, seenOf, spotOf } from './grid/grid-model.ts';
import type { CellMove } from './grid/grid-surface.ts';
import { dropPending, keepText, selectCells, showPending, useSchedule } from './store.ts';

/** A move with the rows both cells showed. */
export interface SeenMove extends CellMove {
  readonly seenFrom: readonly SeenRow[];
  readonly seenTo: readonly SeenRow[];
}

/** What the queue needs of the world. */
export interface WriteQueuePorts {
  /** The week as it was last read. */
  view(): WeekView | undefined;
  /** Writes cells in main; rejects with a refusal. */
  write(writes: readonly CellWrite[]): Promise<unknown>;
  move(moves: readonly SeenMove[], copy: boolean): Promise<unknown>;
  /** Reads the week again; resolves when the screen has it. */
  refetch(): Promise<void>;
  refusal(error: unknown): ErrorShape;
  /** Whether the one who typed is still the one this window is open for. */
  isTheirs(): boolean;
  say(sentence: string): void;
}

/** Cells on their way to main, one change after the other. */
export interface WriteQueue {
  write(edits: readonly CellEdit[]): void;
  move(moves: readonly CellMove[], copy: boolean): void;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
}

const keyOf = ({ personId, on }: CellAddress): string => `${lineKey(personId)} ${on}`;

/** What stands at an editor whose cell holds something else than when it was opened. */
export const changedMeanwhile = (now: string): string =>
  `Somebody changed this cell meanwhile: ${now === '' ? 'it is empty now' : `it now holds “${now}”`}. Enter writes yours, Esc keeps theirs.`;

/**
 * Sends what was typed, keeps it on the screen meanwhile, and gives it back to the person when it is refused.
 * Each write names the rows its cell showed when it was typed; where an own write to the same cell
 * is still on its way, the rows as that one leaves them.
 */
export function createWriteQueue(ports: WriteQueuePorts): WriteQueue {
  let last: Promise<void> = Promise.resolve();
  const underWay = new Map<string, number>();

  const count = (cells: readonly CellAddress[], by: 1 | -1): void => {
    for (const cell of cells) underWay.set(keyOf(cell), (underWay.get(keyOf(cell)) ?? 0) + by);
  };
  const seenNow = (address: CellAddress): SeenRow[] => {
    const view = ports.view();
    if (view === undefined) return [];
    const model = gridModel(view);
    const spot = spotOf(model, address);
    return spot === null ? [] : seenOf(model, spot);
  };
  const textNow = (address: CellAddress): string => {
    const view = ports.view();
    if (view === undefined) return '';
    const model = gridModel(view);
    const spot = spotOf(model, address);
    return spot === null ? '' : cellAt(model, spot).text;
  };
  /** The rows seen, unless an own change to the cell is still on its way. */
  const seenIfSettled = (address: CellAddress): SeenRow[] | null => ((underWay.get(keyOf(address)) ?? 0) > 0 ? null : seenNow(address));

  const giveBack = (edits: readonly CellEdit[], refused: ErrorShape): void => {
    const [edit] = edits;
    if (edit === undefined) return;
    if (edits.length > 1) {
      const conflict = 'Somebody changed one of these cells meanwhile. Nothing was written; do it again to write over it.';
      ports.say(refused.code === 'conflict' ? conflict : refused.message);
      return;
    }
    const now = textNow(edit);
    const refusal = refused.code === 'conflict' ? changedMeanwhile(now) : refused.message;
    const address = { personId: edit.personId, on: edit.on };
    if (useSchedule.getState().editing === null) {
      selectCells(address);
      useSchedule.setState({ editing: { address, text: edit.text, mode: 'edit', seen: seenNow(address), refusal } });
    } else {
      keepText(lineKey(edit.personId), edit.on, { text: edit.text, refusal });
      ports.say(refusal);
    }
  };

  const run = (
    edits: readonly CellEdit[],
    send: () => Promise<unknown>,
    refused: (refusal: ErrorShape) => void,
    cells: readonly CellAddress[],
  ): void => {
    const pending = edits.map(({ personId, on, text }) => ({ key: lineKey(personId), on, text }));
    showPending(pending);
    count(cells, 1);
    const settle = async (): Promise<void> => {
      let refusal: ErrorShape | null = null;
      try {
        await send();
      } catch (error) {
        refusal = ports.refusal(error);
      }
      try {
        await ports.refetch();
      } catch (error) {
        refusal ??= ports.refusal(error);
      }
      count(cells, -1);
      dropPending(pending);
      if (refusal !== null && ports.isTheirs()) refused(refusal);
    };
    last = last.then(settle);
  };

  return {
    write: (edits) => {
      const seen = edits.map((edit) => edit.seen ?? seenIfSettled(edit));
      run(
        edits,
        () =>
          ports.write(
            edits.map(({ personId, on, text }, at) => ({ personId, on, text, seen: [...(seen[at] ?? seenNow({ personId, on }))] })),
          ),
        (refusal) => giveBack(edits, refusal),
        edits,
      );
    },
    move: (moves, copy) => {
      const seen = moves.map(({ from, to, seenFrom }) => ({ from: seenFrom ?? seenIfSettled(from), to: seenIfSettled(to) }));
      const texts = new Map<string, CellEdit>();
      if (!copy) for (const { from } of moves) texts.set(keyOf(from), { ...from, text: '' });
      for (const { from, to } of moves) texts.set(keyOf(to), { ...to, text: textNow(from) });
      run(
        [...texts.values()],
        () =>
          ports.move(
            moves.map(({ from, to }, at) => ({
              from,
              to,
              seenFrom: seen[at]?.from ?? seenNow(from),
              seenTo: seen[at]?.to ?? seenNow(to),
            })),
            copy,
          ),
        (refusal) =>
          ports.say(
            refusal.code === 'conflict'
              ? 'Somebody changed one of these cells meanwhile. Nothing was moved; look at it and move it again.'
              : refusal.message,
          ),
        moves.flatMap(({ from, to }) => [from, to]),
      );
    },
    settled: () => last,
  };
}
