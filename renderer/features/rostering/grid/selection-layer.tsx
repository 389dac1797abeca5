import { useLayoutEffect, useRef } from 'react';
import { useSchedule } from '../store.ts';
import { dragTarget } from './drag-target.ts';
import type { Box } from './geometry.ts';
import { addressAt, cellDomId, selectedSpan, spanCount, spotOf, spotsOf, type GridModel, type Span } from './grid-model.ts';
import type { GridSession } from './grid-session.ts';
import styles from './layer.module.css';

function place(element: HTMLElement | null, box: Box | null, grow = 0): void {
  if (element === null) return;
  if (box === null) {
    element.style.display = 'none';
    return;
  }
  element.style.display = '';
  element.style.transform = `translate(${box.left - grow}px, ${box.top - grow}px)`;
  element.style.width = `${box.width + grow}px`;
  element.style.height = `${box.height + grow}px`;
}

/**
 * Selection, active cell, copied block and drag ghost, drawn over the cells without React's help:
 * an arrow key sets a few styles and renders nothing.
 */
export function SelectionLayer({
  model,
  session,
  canWrite,
}: {
  readonly model: GridModel;
  readonly session: GridSession;
  /** False for those who may only look: a selection has nothing to be dragged by. */
  readonly canWrite: boolean;
}) {
  const tint = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const outline = useRef<HTMLDivElement>(null);
  const activeBox = useRef<HTMLDivElement>(null);
  const clipBox = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    session.setModel(model);
    const { geometry } = session;
    let said: readonly HTMLElement[] = [];
    const unsay = (): void => {
      for (const cell of said) cell.removeAttribute('aria-selected');
    };
    const draw = (): void => {
      const { active, anchor, head, clip, drag } = useSchedule.getState();
      const span = selectedSpan(model, anchor, head);
      const spot = active === null ? null : spotOf(model, active);
      const many = span !== null && spanCount(span) > 1;
      place(outline.current, span === null ? null : geometry.spanBox(span), 1);
      place(tint.current, many ? geometry.spanBox(span) : null);
      place(ground.current, many && spot !== null ? geometry.boxOf(spot) : null);
      place(activeBox.current, many && spot !== null ? geometry.boxOf(spot) : null);
      const target = drag === null || span === null ? null : dragTarget(model, span, drag);
      place(ghost.current, target === null ? null : geometry.spanBox(target));
      if (ghost.current !== null) ghost.current.dataset['kind'] = drag?.kind ?? '';
      const clipSpan = clip === null ? null : selectedSpan(model, clip.cells[0]?.address ?? null, clip.cells.at(-1)?.address ?? null);
      place(clipBox.current, clipSpan === null ? null : geometry.spanBox(clipSpan));
      // Said to screen readers on the elements themselves; React does not manage these attributes.
      const id = active === null || spot === null ? null : cellDomId(active);
      const sheet = session.elements()?.sheet;
      if (id === null) sheet?.removeAttribute('aria-activedescendant');
      else sheet?.setAttribute('aria-activedescendant', id);
      unsay();
      said = span === null ? [] : elementsOf(model, span);
      for (const cell of said) cell.setAttribute('aria-selected', 'true');
    };
    draw();
    const stopDrawing = session.geometry.onForget(draw);
    const stopFollowing = useSchedule.subscribe((state, before) => {
      const same =
        state.active === before.active &&
        state.anchor === before.anchor &&
        state.head === before.head &&
        state.clip === before.clip &&
        state.drag === before.drag;
      if (!same) draw();
    });
    return () => {
      stopDrawing();
      stopFollowing();
      unsay();
    };
  }, [model, session]);

  return (
    <>
      <div className={styles['layer']} data-under="" aria-hidden="true">
        <div ref={tint} className={styles['tint']} />
        <div ref={ground} className={styles['activeGround']} />
      </div>
      <div className={styles['layer']} data-over="" aria-hidden="true">
        <div ref={activeBox} className={styles['activeBox']} />
        <div ref={clipBox} className={styles['clip']} />
        <div ref={outline} className={styles['outline']} data-part="selection">
          {canWrite && sides.map((side) => <div key={side} className={styles['edge']} data-side={side} data-part="edge" />)}
          {canWrite && <div className={styles['handle']} data-part="handle" title="Drag to fill" />}
        </div>
        <div ref={ghost} className={styles['ghost']} data-part="ghost" />
      </div>
    </>
  );
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** The cells of a block; of a very large one the first 200, to stay within a frame. */
function elementsOf(model: GridModel, span: Span): HTMLElement[] {
  return spotsOf(span)
    .slice(0, 200)
    .flatMap((spot) => {
      const address = addressAt(model, spot);
      const element = address === null ? null : document.getElementById(cellDomId(address));
      return element === null ? [] : [element];
    });
}
