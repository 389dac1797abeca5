import type { CellAddress } from '../../../../preload/contract/rostering/rostering.ts';
import { keepText, selectCells, useSchedule, type CellEditing } from '../store.ts';
import { planClear, planSame, type CellEdit } from './block-plans.ts';
import { addressAt, cellAt, lineKey, sameCell, seenOf, spotOf, spotsOf } from './grid-model.ts';
import type { GridSelection } from './grid-selection.ts';
import type { GridSurface } from './grid-surface.ts';
import type { Advance } from './movement.ts';

/** Where typing goes once it is taken: as Enter and Tab lead, a step of an arrow key, nowhere, or into every selected cell. */
export type After = Advance | 'stay' | 'all' | { readonly rows: number; readonly cols: number };

/** The editor over a cell, and what is written from it. */
export interface GridTyping {
  edit(mode: CellEditing['mode'], text?: string): void;
  /** Writes what was typed, into the cell or the whole selection, and moves on. */
  commit(text: string, after: After): void;
  cancel(): void;
  /** Opens the editor as it stood before, with the selection it had. */
  resume(editing: CellEditing, selected: { readonly anchor: CellAddress; readonly head: CellAddress } | null): void;
  /** Writes into cells; what was refused in them before is let go. */
  write(edits: readonly CellEdit[]): void;
  /** Empties the selected cells. */
  clear(): void;
}

export function createGridTyping(surface: GridSurface, selection: GridSelection): GridTyping {
  const state = useSchedule.getState;
  const model = surface.model;

  const edit = (mode: CellEditing['mode'], text?: string): void => {
    const spot = selection.activeSpot();
    const address = addressAt(model(), spot);
    if (address === null || !surface.ports().canWrite) return;
    if (state().active === null) selection.select(spot, false);
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
    if (!surface.ports().canWrite) return;
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

  const leave = (after: After): void => {
    if (after === 'stay' || after === 'all') return;
    if (typeof after === 'string') {
      selection.advance(after);
      return;
    }
    // An arrow goes one step, also out of a selected block; Enter after it returns nowhere.
    const { row, col } = selection.activeSpot();
    selection.select({ row: row + after.rows, col: col + after.cols }, false);
  };

  const commit = (text: string, after: After): void => {
    const { editing } = state();
    if (editing === null) return;
    useSchedule.setState({ editing: null });
    // A refused text is written again only when the person says so, not because they looked elsewhere.
    if (after === 'stay' && editing.refusal !== null) {
      keepText(lineKey(editing.address.personId), editing.address.on, { text, refusal: editing.refusal });
      return;
    }
    if (after !== 'stay') surface.focus();
    const selected = selection.span();
    const typed = { ...editing.address, text: text.trim(), ...(editing.seen === null ? {} : { seen: editing.seen }) };
    if (after === 'all' && selected !== null) {
      write(planSame(model(), selected, typed.text).map((one) => (sameCell(one, typed) ? typed : one)));
    } else if (!unchanged(editing.address, text)) write([typed]);
    leave(after);
  };

  const clear = (): void => {
    const selected = selection.span();
    if (selected === null) return;
    const refused = spotsOf(selected).flatMap((spot) => addressAt(model(), spot) ?? []);
    for (const address of refused) keepText(lineKey(address.personId), address.on, null);
    write(planClear(model(), selected));
  };

  const cancel = (): void => {
    const { editing } = state();
    if (editing === null) return;
    // Esc lets a refused text go and shows what the cell holds now.
    keepText(lineKey(editing.address.personId), editing.address.on, null);
    useSchedule.setState({ editing: null });
    surface.focus();
  };

  const resume: GridTyping['resume'] = (editing, selected) => {
    const spot = spotOf(model(), editing.address);
    if (spot === null || !surface.ports().canWrite) return;
    selectCells(editing.address, selected?.anchor, selected?.head);
    surface.reveal(spot);
    useSchedule.setState({ editing });
  };

  return { edit, commit, cancel, resume, write, clear };
}
