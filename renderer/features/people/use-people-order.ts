import { useQueryClient } from '@tanstack/react-query';
import { useRef, type DragEvent, type KeyboardEvent } from 'react';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { moveBeside, moveBy } from './move-people.ts';
import { personAttribute } from './people-columns.tsx';

/**
 * Moves people in the practice's own order: Alt+Up and Alt+Down on a row, or dragging its name.
 * Spread the answer on an element around the table. The list shows the new order at once.
 */
export function usePeopleOrder(people: readonly PersonView[]) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const listKey = trpc.people.list.queryKey();
  const { mutate } = useWrite(
    trpc.people.order.mutationOptions({
      onError: () => void queryClient.invalidateQueries({ queryKey: listKey }),
    }),
    { done: null },
  );
  const dragged = useRef<Id | null>(null);

  const put = (ids: readonly Id[]) => {
    const present = people.map(({ id }) => id);
    if (ids.every((id, index) => id === present[index])) return;
    const place = new Map(ids.map((id, index) => [id, index]));
    queryClient.setQueryData(listKey, (stored) => stored?.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0)));
    mutate({ ids: [...ids] });
  };

  const onKeyDownCapture = (event: KeyboardEvent) => {
    const steps = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || steps === 0) return;
    const id = personOf(event.target);
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    const table = event.currentTarget;
    if (isSorted(table)) return;
    put(
      moveBy(
        people.map((person) => person.id),
        id,
        steps,
      ),
    );
    // The moved row keeps the focus; browsers take it from what is moved.
    requestAnimationFrame(() => rowOf(table.querySelector(`[${personAttribute}="${id}"]`))?.focus());
  };

  const onDragStart = (event: DragEvent) => {
    const id = personOf(event.target);
    if (id === null || isSorted(event.currentTarget)) {
      event.preventDefault();
      return;
    }
    dragged.current = id;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', people.find((person) => person.id === id)?.name ?? '');
  };

  const onDragOver = (event: DragEvent) => {
    const row = rowOf(event.target);
    if (dragged.current === null || !row) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    clearMarks(event.currentTarget);
    row.dataset['drop'] = sideOf(event, row);
  };

  const onDrop = (event: DragEvent) => {
    const row = rowOf(event.target);
    const target = personOf(event.target);
    clearMarks(event.currentTarget);
    if (dragged.current === null || !row || target === null) return;
    event.preventDefault();
    const ids = people.map((person) => person.id);
    put(moveBeside(ids, dragged.current, target, sideOf(event, row)));
  };

  const onDragEnd = (event: DragEvent) => {
    dragged.current = null;
    clearMarks(event.currentTarget);
  };

  return { onKeyDownCapture, onDragStart, onDragOver, onDrop, onDragEnd };
}

/** A list in another order than the practice's own has no places to move to. Says so. */
function isSorted(table: Element): boolean {
  if (!table.querySelector('th[aria-sort]')) return false;
  showNotice({ tone: 'refused', text: 'The list is sorted by a column. Press that column until the arrow is gone, then move people.' });
  return true;
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
}

function personOf(target: EventTarget | null): Id | null {
  return rowOf(target)?.querySelector(`[${personAttribute}]`)?.getAttribute(personAttribute) ?? null;
}

function sideOf(event: DragEvent, row: Element): 'before' | 'after' {
  const { top, height } = row.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
}

function clearMarks(table: Element): void {
  for (const row of table.querySelectorAll<HTMLElement>('tr[data-drop]')) delete row.dataset['drop'];
}
