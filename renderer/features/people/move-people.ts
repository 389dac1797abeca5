import type { Id } from '../../../preload/contract/shared/primitives.ts';

/** The ids with one of them moved by `steps` places, kept within the list. */
export function moveBy(ids: readonly Id[], id: Id, steps: number): readonly Id[] {
  const from = ids.indexOf(id);
  if (from < 0) return ids;
  const to = Math.max(0, Math.min(ids.length - 1, from + steps));
  return from === to ? ids : ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The ids with one of them put before or after another. */
export function moveBeside(ids: readonly Id[], id: Id, target: Id, side: 'before' | 'after'): readonly Id[] {
  if (id === target || !ids.includes(id) || !ids.includes(target)) return ids;
  const others = ids.filter((one) => one !== id);
  const at = others.indexOf(target) + (side === 'after' ? 1 : 0);
  const moved = others.toSpliced(at, 0, id);
  return moved.every((one, index) => one === ids[index]) ? ids : moved;
}
