import { useSchedule } from '../store.ts';
import { planHandleFill, planMove, planPaste, textsOf } from './block-plans.ts';
import { readBlock, writeBlock } from './clipboard-text.ts';
import { dragTarget } from './drag-target.ts';
import { addressAt, seenOf, spanSize, spotsOf, type Span } from './grid-model.ts';
import type { GridSelection } from './grid-selection.ts';
import type { GridSurface } from './grid-surface.ts';
import type { GridTyping } from './grid-typing.ts';

/** Whole blocks of cells: by the clipboard and by dragging. */
export interface GridBlocks {
  /** The selection as text for the clipboard; `null` while there is none. */
  copy(cut: boolean): string | null;
  paste(text: string): void;
  /** Ends the drag under way: moves, copies or fills. */
  drop(): void;
}

export function createGridBlocks(surface: GridSurface, selection: GridSelection, typing: GridTyping): GridBlocks {
  const state = useSchedule.getState;
  const model = surface.model;

  const copy = (asked: boolean): string | null => {
    const cut = asked && surface.ports().canWrite;
    const selected = selection.span();
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
    selection.selectSpan(first, first, { row: selected.top + clip.rows - 1, col: selected.left + clip.cols - 1 });
  };

  const paste = (text: string): void => {
    const selected = selection.span();
    if (selected === null || !surface.ports().canWrite) return;
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
    typing.write(plan.edits);
    const first = { row: plan.span.top, col: plan.span.left };
    selection.selectSpan(first, first, { row: plan.span.bottom, col: plan.span.right });
  };

  const drop = (): void => {
    const { drag } = state();
    const selected = selection.span();
    useSchedule.setState({ drag: null });
    if (drag === null || selected === null || !surface.ports().canWrite) return;
    const target = dragTarget(model(), selected, drag);
    if (target === null) return;
    const rows = target.top - selected.top;
    const cols = target.left - selected.left;
    const first = { row: target.top, col: target.left };
    const last = { row: target.bottom, col: target.right };
    if (drag.kind === 'fill') {
      typing.write(planHandleFill(model(), selected, target));
      selection.selectSpan(first, first, last);
      return;
    }
    const moves = rows === 0 && cols === 0 ? null : planMove(model(), selected, rows, cols);
    if (moves === null) return;
    surface.ports().move(moves, drag.kind === 'copy');
    selection.selectSpan(first, first, last);
  };

  return { copy, paste, drop };
}
