import { useState, type DragEvent, type KeyboardEvent } from 'react';

/** What a row of an ordered list carries. */
export interface RowOrdering {
  readonly 'data-dragged': true | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}
/** What its grip carries. */
export interface GripOrdering {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/**
 * Orders a list by dragging its grips, or by Alt+Up and Alt+Down inside a row. `save` gets all ids, first to last.
 * The new order shows at once and stays until the stored one is read again.
 */
export function useOrdering(
  storedIds: readonly string[],
  save: (ids: string[]) => void,
): {
  readonly ids: readonly string[];
  readonly row: (id: string) => RowOrdering;
  readonly grip: (id: string) => GripOrdering;
} {
  const [dragged, setDragged] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly stored: string; readonly ids: readonly string[] } | null>(null);
  const storedText = storedIds.join(' ');
  const ids = wanted?.stored === storedText ? wanted.ids : storedIds;

  const move = (id: string, to: number) => {
    const next = moved(ids, id, to);
    if (next.join(' ') === ids.join(' ')) return;
    setWanted({ stored: storedText, ids: next });
    save(next);
  };

  return {
    ids,
    row: (id) => ({
      'data-dragged': dragged === id || undefined,
      onKeyDown: (event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        move(id, ids.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1));
      },
      onDragOver: (event) => {
        if (dragged !== null) event.preventDefault();
      },
      onDrop: (event) => {
        event.preventDefault();
        if (dragged !== null) move(dragged, ids.indexOf(id));
        setDragged(null);
      },
    }),
    grip: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        setDragged(id);
      },
      onDragEnd: () => setDragged(null),
    }),
  };
}

/** The list with `id` at index `to`, which is kept within it. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, at), id, ...others.slice(at)];
}
