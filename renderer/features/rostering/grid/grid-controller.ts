import type { CellAddress, EntryExplanation } from '../../../../preload/contract/rostering/rostering.ts';
import type { SeenRow } from '../../../../preload/contract/shared/primitives.ts';
import { keepText, selectCells, useSchedule, type CellEditing } from '../store.ts';
import { planClear, planFill, planHandleFill, planMove, planPaste, planSame, textsOf, type CellEdit } from './block-plans.ts';
import { readBlock, writeBlock } from './clipboard-text.ts';
import { dragTarget } from './drag-target.ts';
import {
  addressAt,
  cellAt,
  lineKey,
  sameCell,
  seenOf,
  spanOf,
  spanSize,
  spotOf,
  spotsOf,
  type GridModel,
  type Span,
  type Spot,
} from './grid-model.ts';
import type { GridCommand } from './keymap.ts';
import { advanceIn, clampSpot, jumpFrom, type Advance } from './movement.ts';

/** A whole cell on its way: from where, to where. */
export interface CellMove {
  readonly from: CellAddress;
  readonly to: CellAddress;
  /** The rows it held when it was cut, where that may be another week. */
  readonly seenFrom?: readonly SeenRow[];
}

/** What the grid asks of the week around it. */
export interface GridPorts {
  /** Writes texts into cells; shows them at once and settles with main by itself. */
  write(edits: readonly CellEdit[]): void;
  move(moves: readonly CellMove[], copy: boolean): void;
  explain(address: CellAddress, text: string): Promise<EntryExplanation>;
  /** A sentence for the person: what was not done, and why. */
  say(sentence: string): void;
}

/** What the controller needs of the screen. */
export interface GridSurface {
  model(): GridModel;
  ports(): GridPorts;
  /** Scrolls a cell out from under head, foot and names. */
  reveal(spot: Spot): void;
  /** Lines a page of the grid shows. */
  pageLines(): number;
  focus(): void;
}

/** Turns commands, clipboard and drags into selection and writes; knows nothing of React or the DOM. */
export interface GridController {
  /** Answers false where the key should do what the browser does with it. */
  run(command: GridCommand): boolean;
  /** Selects a cell, or extends the selection to it. */
  select(spot: Spot, extend: boolean): void;
  selectAddress(address: CellAddress): void;
  selectLine(row: number): void;
  edit(mode: CellEditing['mode'], text?: string): void;
  /** Writes what was typed, into the cell or the whole selection, and moves on. */
  commit(text: string, after: Advance | 'stay' | 'all'): void;
  cancelEdit(): void;
  /** The selection as text for the clipboard; `null` while there is none. */
  copy(cut: boolean): string | null;
  paste(text: string): void;
  drop(): void;
  span(): Span | null;
}

const directions: Readonly<Record<Advance, Spot>> = {
  down: { row: 1, col: 0 },
  up: { row: -1, col: 0 },
  right: { row: 0, col: 1 },
  left: { row: 0, col: -1 },
};

export function createGridController(surface: GridSurface): GridController {
  const state = useSchedule.getState;
  const model = surface.model;

  const activeSpot = (): Spot => {
    const { active } = state();
    return (active === null ? null : spotOf(model(), active)) ?? { row: Math.min(1, model().size.rows - 1), col: 0 };
  };
  const headSpot = (): Spot => {
    const { head } = state();
    return (head === null ? null : spotOf(model(), head)) ?? activeSpot();
  };
  const span = (): Span | null => {
    const { anchor, head } = state();
    const from = anchor === null ? null : spotOf(model(), anchor);
    const to = head === null ? null : spotOf(model(), head);
    return from === null || to === null ? null : spanOf(from, to);
  };
  const selectSpan = (active: Spot, anchor: Spot, head: Spot): void => {
    const places = [active, anchor, head].map((spot) => addressAt(model(), spot));
    const [one, two, three] = places;
    if (one && two && three) selectCells(one, two, three);
  };

  const select = (spot: Spot, extend: boolean): void => {
    const to = clampSpot(spot, model().size);
    const from = activeSpot();
    selectSpan(extend ? from : to, extend ? from : to, to);
    surface.reveal(to);
  };
  const move = (from: Spot, to: Spot, extend: boolean): void => {
    // The first key in a fresh grid only shows where the person is.
    if (state().active === null) select(from, false);
    else select(to, extend);
  };

  const advance = (toward: Advance): boolean => {
    const selected = span();
    const spot = activeSpot();
    const inside = selected === null ? null : advanceIn(selected, spot, toward);
    if (inside !== null) {
      const { anchor, head } = state();
      const active = addressAt(model(), inside);
      if (active !== null) useSchedule.setState({ active, anchor, head });
      surface.reveal(inside);
      return true;
    }
    const { tabFrom } = state();
    const { size, days } = model();
    const sideways = toward === 'right' || toward === 'left';
    if (sideways) {
      const began = tabFrom ?? days[spot.col]?.on ?? null;
      const flat = spot.row * size.cols + spot.col + (toward === 'right' ? 1 : -1);
      // At the grid's very end Tab goes on to what follows it.
      if (flat < 0 || flat >= size.rows * size.cols) return false;
      select({ row: Math.floor(flat / size.cols), col: flat % size.cols }, false);
      useSchedule.setState({ tabFrom: began });
      return true;
    }
    const backTo = tabFrom === null ? undefined : model().dayOf.get(tabFrom);
    const step = directions[toward];
    select({ row: spot.row + step.row, col: backTo ?? spot.col }, false);
    return true;
  };

  const edit = (mode: CellEditing['mode'], text?: string): void => {
    const spot = activeSpot();
    const address = addressAt(model(), spot);
    if (address === null) return;
    if (state().active === null) select(spot, false);
    surface.reveal(spot);
    const kept = state().kept[lineKey(address.personId)]?.[address.on];
    const pending = state().pending[lineKey(address.personId)]?.[address.on];
    useSchedule.setState({
      editing: {
        address,
        text: text ?? kept?.text ?? pending ?? cellAt(model(), spot).text,
        mode,
        seen: pending === undefined ? seenOf(model(), spot) : null,
        refusal: kept?.refusal ?? null,
      },
    });
  };

  const write = (edits: readonly CellEdit[]): void => {
    for (const one of edits) keepText(lineKey(one.personId), one.on, null);
    if (edits.length > 0) surface.ports().write(edits);
  };

  const unchanged = (address: CellAddress, text: string): boolean => {
    const spot = spotOf(model(), address);
    const { pending, kept } = state();
    const key = lineKey(address.personId);
    if (kept[key]?.[address.on] !== undefined) return false;
    const shown = pending[key]?.[address.on] ?? (spot === null ? '' : cellAt(model(), spot).text);
    return shown.trim() === text.trim();
  };

  const commit = (text: string, after: Advance | 'stay' | 'all'): void => {
    const { editing } = state();
    if (editing === null) return;
    useSchedule.setState({ editing: null });
    // A refused text is written again only when the person says so, not because they looked elsewhere.
    if (after === 'stay' && editing.refusal !== null) {
      keepText(lineKey(editing.address.personId), editing.address.on, { text, refusal: editing.refusal });
      return;
    }
    if (after !== 'stay') surface.focus();
    const selected = span();
    const typed = { ...editing.address, text: text.trim(), ...(editing.seen === null ? {} : { seen: editing.seen }) };
    if (after === 'all' && selected !== null) {
      write(planSame(model(), selected, typed.text).map((one) => (sameCell(one, typed) ? typed : one)));
    } else if (!unchanged(editing.address, text)) write([typed]);
    if (after !== 'stay' && after !== 'all') advance(after);
  };

  const clear = (): void => {
    const selected = span();
    if (selected === null) return;
    const refused = spotsOf(selected).flatMap((spot) => addressAt(model(), spot) ?? []);
    for (const address of refused) keepText(lineKey(address.personId), address.on, null);
    write(planClear(model(), selected));
  };

  const escape = (): boolean => {
    const { clip, drag } = state();
    if (drag !== null) useSchedule.setState({ drag: null });
    else if (clip !== null) useSchedule.setState({ clip: null });
    else return false;
    return true;
  };

  const run = (command: GridCommand): boolean => {
    const { size } = model();
    const selected = span();
    switch (command.kind) {
      case 'move': {
        const from = command.extend ? headSpot() : activeSpot();
        const filled = (spot: Spot): boolean => cellAt(model(), spot).entries.length > 0;
        const to = command.jump
          ? jumpFrom(from, command.rows, command.cols, size, filled)
          : { row: from.row + command.rows, col: from.col + command.cols };
        move(from, to, command.extend);
        return true;
      }
      case 'page': {
        const from = command.extend ? headSpot() : activeSpot();
        move(from, { row: from.row + command.pages * surface.pageLines(), col: from.col }, command.extend);
        return true;
      }
      case 'edge': {
        const from = command.extend ? headSpot() : activeSpot();
        const row = command.to === 'first' ? 0 : command.to === 'last' ? size.rows - 1 : from.row;
        const col = command.to === 'first' || command.to === 'line_start' ? 0 : size.cols - 1;
        move(from, { row, col }, command.extend);
        return true;
      }
      case 'advance':
        return advance(command.toward);
      case 'edit':
        edit('edit');
        return true;
      case 'type':
        edit('enter', command.text);
        return true;
      case 'compose':
        // The editor is there before the composed sign arrives and takes it.
        edit('enter', '');
        return false;
      case 'clear':
        clear();
        return true;
      case 'fill':
        if (selected !== null) write(planFill(model(), selected, command.toward));
        return true;
      case 'select': {
        const { row, col } = activeSpot();
        if (command.what === 'all') selectSpan({ row, col }, { row: 0, col: 0 }, { row: size.rows - 1, col: size.cols - 1 });
        else if (command.what === 'line') selectSpan({ row, col }, { row, col: 0 }, { row, col: size.cols - 1 });
        else selectSpan({ row, col }, { row: 0, col }, { row: size.rows - 1, col });
        return true;
      }
      case 'escape':
        return escape();
    }
  };

  const copy = (cut: boolean): string | null => {
    const selected = span();
    if (selected === null) return null;
    const text = writeBlock(textsOf(model(), selected));
    const cells = spotsOf(selected).flatMap((spot) => {
      const address = addressAt(model(), spot);
      return address === null ? [] : [{ address, seen: seenOf(model(), spot) }];
    });
    const { rows, cols } = spanSize(selected);
    useSchedule.setState({ clip: { cut, text, cells, rows, cols } });
    return text;
  };

  const pasteCut = (selected: Span): void => {
    const { clip } = state();
    if (clip === null) return;
    const moves = clip.cells.flatMap(({ address, seen }, at) => {
      const to = addressAt(model(), { row: selected.top + Math.floor(at / clip.cols), col: selected.left + (at % clip.cols) });
      return to === null ? [] : [{ from: address, to, seenFrom: seen }];
    });
    if (moves.length < clip.cells.length) {
      surface.ports().say('The cut block does not fit from this cell on. Nothing was moved.');
      return;
    }
    useSchedule.setState({ clip: null });
    surface.ports().move(moves, false);
    const first = { row: selected.top, col: selected.left };
    selectSpan(first, first, { row: selected.top + clip.rows - 1, col: selected.left + clip.cols - 1 });
  };

  const paste = (text: string): void => {
    const selected = span();
    if (selected === null) return;
    const { clip } = state();
    if (clip !== null && clip.cut && clip.text === text.replaceAll('\r\n', '\n').replace(/\n$/, '')) {
      pasteCut(selected);
      return;
    }
    const plan = planPaste(model(), selected, readBlock(text));
    if (!plan.fits) {
      surface.ports().say(plan.message);
      return;
    }
    write(plan.edits);
    const first = { row: plan.span.top, col: plan.span.left };
    selectSpan(first, first, { row: plan.span.bottom, col: plan.span.right });
  };

  const drop = (): void => {
    const { drag } = state();
    const selected = span();
    useSchedule.setState({ drag: null });
    if (drag === null || selected === null) return;
    const target = dragTarget(model(), selected, drag);
    if (target === null) return;
    const rows = target.top - selected.top;
    const cols = target.left - selected.left;
    const first = { row: target.top, col: target.left };
    const last = { row: target.bottom, col: target.right };
    if (drag.kind === 'fill') {
      write(planHandleFill(model(), selected, target));
      selectSpan(first, first, last);
      return;
    }
    const moves = rows === 0 && cols === 0 ? null : planMove(model(), selected, rows, cols);
    if (moves === null) return;
    surface.ports().move(moves, drag.kind === 'copy');
    selectSpan(first, first, last);
  };

  return {
    run,
    select,
    selectAddress: (address) => {
      const spot = spotOf(model(), address);
      if (spot !== null) select(spot, false);
    },
    selectLine: (row) => {
      selectSpan({ row, col: 0 }, { row, col: 0 }, { row, col: model().size.cols - 1 });
    },
    edit,
    commit,
    cancelEdit: () => {
      const { editing } = state();
      if (editing === null) return;
      // Esc lets a refused text go and shows what the cell holds now.
      keepText(lineKey(editing.address.personId), editing.address.on, null);
      useSchedule.setState({ editing: null });
      surface.focus();
    },
    copy,
    paste,
    drop,
    span,
  };
}
