import { useEffect, useMemo } from 'react';
import { createGridPointer, type GridPointer } from './grid-pointer.ts';
import type { GridSession } from './grid-session.ts';

/** The mouse on the grid: select, drag a selection, move or copy it by its edge, fill by its corner, double-click to edit. */
export function useGridPointer(session: GridSession): GridPointer {
  const pointer = useMemo(() => createGridPointer(session), [session]);
  useEffect(() => () => pointer.stop(), [pointer]);
  return pointer;
}
