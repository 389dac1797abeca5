import { useSchedule, type DragMark } from '../store.ts';
import { addressAt, inSpan, type Spot } from './grid-model.ts';
import type { GridSession } from './grid-session.ts';

/** The grid's handlers for the mouse. */
export interface GridPointer {
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onDoubleClick: (event: React.MouseEvent) => void;
  /** Ends a drag under way without effect. */
  readonly stop: () => void;
}

/** Near this many px of the edge a drag scrolls. */
const scrollZone = 28;

type Pointing = PointerEvent | React.PointerEvent | React.MouseEvent;

/** Follows the mouse from press to release; Esc cancels a drag. */
export function createGridPointer(session: GridSession): GridPointer {
  const { controller, geometry, model } = session;
  let stopFollowing: (() => void) | null = null;

  const spotUnder = (event: Pointing): Spot | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null;
    const line = cell?.closest<HTMLElement>('[data-line]');
    const row = model().lineOf.get(line?.dataset['line'] ?? '');
    const col = model().dayOf.get(cell?.dataset['day'] ?? '');
    return row === undefined || col === undefined ? null : { row, col };
  };
  const nearest = (event: Pointing): Spot => {
    const origin = session.elements()?.canvas.getBoundingClientRect();
    return spotUnder(event) ?? geometry.spotAt(event.clientX - (origin?.left ?? 0), event.clientY - (origin?.top ?? 0));
  };

  const stop = (): void => {
    stopFollowing?.();
    stopFollowing = null;
  };

  const follow = (moved: (event: PointerEvent) => void, ended: (cancelled: boolean) => void): void => {
    stop();
    const end = (cancelled: boolean): void => {
      stop();
      ended(cancelled);
    };
    const onMove = (event: PointerEvent): void => {
      const scroller = session.elements()?.scroller;
      if (scroller !== undefined) scrollAtEdge(scroller, event);
      moved(event);
    };
    const onUp = (): void => end(false);
    const onCancel = (): void => end(true);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(true);
    };
    const canvas = session.elements()?.canvas;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, true);
    canvas?.setAttribute('data-dragging', '');
    stopFollowing = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, true);
      canvas?.removeAttribute('data-dragging');
    };
  };

  const startDrag = (kind: DragMark['kind'], event: React.PointerEvent): void => {
    const span = controller.span();
    if (span === null) return;
    const grabbed = nearest(event);
    // The edge may lie over a neighbour: what is grabbed is the selection.
    const inside = inSpan(span, grabbed)
      ? grabbed
      : { row: Math.min(Math.max(grabbed.row, span.top), span.bottom), col: Math.min(Math.max(grabbed.col, span.left), span.right) };
    const from = addressAt(model(), inside);
    if (from === null) return;
    useSchedule.setState({ drag: { kind, from, to: from } });
    follow(
      (moved) => {
        const to = addressAt(model(), nearest(moved));
        if (to === null || useSchedule.getState().drag === null) return;
        const now = kind === 'fill' ? 'fill' : moved.ctrlKey || moved.metaKey ? 'copy' : 'move';
        useSchedule.setState({ drag: { kind: now, from, to } });
      },
      (cancelled) => {
        if (cancelled) useSchedule.setState({ drag: null });
        else controller.drop();
      },
    );
  };

  const startSelecting = (spot: Spot, extend: boolean): void => {
    controller.select(spot, extend);
    let last = spot;
    follow(
      (moved) => {
        const at = nearest(moved);
        if (at.row === last.row && at.col === last.col) return;
        last = at;
        controller.select(at, true);
      },
      () => {},
    );
  };

  return {
    stop,
    onPointerDown: (event) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('input') !== null) return;
      const part = event.target.closest<HTMLElement>('[data-part]')?.dataset['part'];
      const line = event.target.closest<HTMLElement>('th[scope="row"]')?.closest<HTMLElement>('[data-line]');
      const lineRow = model().lineOf.get(line?.dataset['line'] ?? '');
      const spot = spotUnder(event);
      const drags = part === 'edge' || part === 'handle';
      if (!drags && spot === null && lineRow === undefined) return;
      event.preventDefault();
      session.elements()?.sheet.focus({ preventScroll: true });
      if (drags) startDrag(part === 'handle' ? 'fill' : event.ctrlKey || event.metaKey ? 'copy' : 'move', event);
      else if (spot !== null) startSelecting(spot, event.shiftKey);
      else if (lineRow !== undefined) controller.selectLine(lineRow);
    },
    onDoubleClick: (event) => {
      if (spotUnder(event) !== null) controller.edit('edit');
    },
  };
}

function scrollAtEdge(scroller: HTMLElement, event: PointerEvent): void {
  const box = scroller.getBoundingClientRect();
  if (event.clientY > box.bottom - scrollZone * 2) scroller.scrollTop += scrollZone / 2;
  else if (event.clientY < box.top + scrollZone * 2) scroller.scrollTop -= scrollZone / 2;
  if (event.clientX > box.right - scrollZone) scroller.scrollLeft += scrollZone / 2;
}
