import type { CellAddress } from '../../../../preload/contract/rostering/rostering.ts';
import { useSchedule, type CellEditing } from '../store.ts';
import { planFill } from './block-plans.ts';
import { createGridBlocks } from './grid-blocks.ts';
import { cellAt, spotOf, type Span, type Spot } from './grid-model.ts';
import { createGridSelection } from './grid-selection.ts';
import type { GridSurface } from './grid-surface.ts';
import { createGridTyping, type After } from './grid-typing.ts';
import type { GridCommand } from './keymap.ts';
import { jumpFrom } from './movement.ts';

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
  commit(text: string, after: After): void;
  cancelEdit(): void;
  /** Opens the editor as it stood before, with the selection it had. */
  resume(editing: CellEditing, selected: { readonly anchor: CellAddress; readonly head: CellAddress } | null): void;
  /** The selection as text for the clipboard; `null` while there is none. */
  copy(cut: boolean): string | null;
  paste(text: string): void;
  drop(): void;
  span(): Span | null;
}

export function createGridController(surface: GridSurface): GridController {
  const state = useSchedule.getState;
  const model = surface.model;
  const selection = createGridSelection(surface);
  const typing = createGridTyping(surface, selection);
  const { copy, paste, drop } = createGridBlocks(surface, selection, typing);

  const escape = (): boolean => {
    const { clip, drag } = state();
    if (drag !== null) useSchedule.setState({ drag: null });
    else if (clip !== null) useSchedule.setState({ clip: null });
    else return false;
    return true;
  };

  const run = (command: GridCommand): boolean => {
    const { size } = model();
    const selected = selection.span();
    switch (command.kind) {
      case 'move': {
        const from = command.extend ? selection.headSpot() : selection.activeSpot();
        const filled = (spot: Spot): boolean => cellAt(model(), spot).entries.length > 0;
        const to = command.jump
          ? jumpFrom(from, command.rows, command.cols, size, filled)
          : { row: from.row + command.rows, col: from.col + command.cols };
        selection.move(from, to, command.extend);
        return true;
      }
      case 'page': {
        const from = command.extend ? selection.headSpot() : selection.activeSpot();
        selection.move(from, { row: from.row + command.pages * surface.pageLines(), col: from.col }, command.extend);
        return true;
      }
      case 'edge': {
        const from = command.extend ? selection.headSpot() : selection.activeSpot();
        const row = command.to === 'first' ? 0 : command.to === 'last' ? size.rows - 1 : from.row;
        const col = command.to === 'first' || command.to === 'line_start' ? 0 : size.cols - 1;
        selection.move(from, { row, col }, command.extend);
        return true;
      }
      case 'advance':
        return selection.advance(command.toward);
      case 'edit':
        typing.edit('edit');
        return true;
      case 'type':
        typing.edit('enter', command.text);
        return true;
      case 'compose':
        // The editor is there before the composed sign arrives and takes it.
        typing.edit('enter', '');
        return false;
      case 'clear':
        typing.clear();
        return true;
      case 'fill':
        if (selected !== null) typing.write(planFill(model(), selected, command.toward));
        return true;
      case 'select': {
        const { row, col } = selection.activeSpot();
        if (command.what === 'all') selection.selectSpan({ row, col }, { row: 0, col: 0 }, { row: size.rows - 1, col: size.cols - 1 });
        else if (command.what === 'line') selection.selectSpan({ row, col }, { row, col: 0 }, { row, col: size.cols - 1 });
        else selection.selectSpan({ row, col }, { row: 0, col }, { row: size.rows - 1, col });
        return true;
      }
      case 'escape':
        return escape();
    }
  };

  return {
    run,
    select: selection.select,
    selectAddress: (address) => {
      const spot = spotOf(model(), address);
      if (spot !== null) selection.select(spot, false);
    },
    selectLine: (row) => {
      selection.selectSpan({ row, col: 0 }, { row, col: 0 }, { row, col: model().size.cols - 1 });
    },
    edit: typing.edit,
    commit: typing.commit,
    cancelEdit: typing.cancel,
    resume: typing.resume,
    copy,
    paste,
    drop,
    span: selection.span,
  };
}
