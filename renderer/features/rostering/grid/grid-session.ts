import { createGeometry, type Box, type Geometry } from './geometry.ts';
import { createGridController, type GridController } from './grid-controller.ts';
import type { GridPorts } from './grid-surface.ts';
import type { GridModel } from './grid-model.ts';
import { linesInTurn, type LinesInTurn } from './lines-in-turn.ts';

/** The elements the grid measures and scrolls. */
export interface GridElements {
  readonly scroller: HTMLElement;
  readonly canvas: HTMLElement;
  readonly sheet: HTMLElement;
}

/** What lives as long as one grid on the screen and must not render when it changes. */
export interface GridSession {
  readonly geometry: Geometry;
  readonly controller: GridController;
  model(): GridModel;
  ports(): GridPorts;
  elements(): GridElements | null;
  /** Takes over a new week; what was measured is forgotten. */
  setModel(model: GridModel): void;
  setPorts(ports: GridPorts): void;
  attach(elements: GridElements | null): void;
}

export function createGridSession(firstModel: GridModel, firstPorts: GridPorts): GridSession {
  let model = firstModel;
  let ports = firstPorts;
  let elements: GridElements | null = null;
  let lines: LinesInTurn | null = null;
  const geometry = createGeometry(() => model);
  const controller = createGridController({
    model: () => model,
    ports: () => ports,
    reveal: (spot) => {
      if (elements !== null) reveal(elements, geometry.boxOf(spot));
    },
    pageLines: () => (elements === null ? 10 : pageLines(elements.scroller, geometry.boxOf({ row: 1, col: 0 }).height)),
    focus: () => elements?.sheet.focus({ preventScroll: true }),
  });
  return {
    geometry,
    controller,
    model: () => model,
    ports: () => ports,
    elements: () => elements,
    setModel: (next) => {
      if (next === model) return;
      const isOther = next.view.from !== model.view.from || next.view.locationId !== model.view.locationId;
      model = next;
      if (isOther) lines?.begin();
      geometry.forget();
    },
    setPorts: (next) => {
      ports = next;
    },
    attach: (next) => {
      elements = next;
      lines?.end();
      lines = next === null ? null : linesInTurn(next.scroller, next.sheet);
    },
  };
}

/** Scrolls just so far that the box stands free of the sticky head, foot and names. */
function reveal({ scroller, canvas }: GridElements, box: Box): void {
  const corner = canvas.querySelector<HTMLElement>('[data-corner]');
  const foot = canvas.querySelector<HTMLElement>('[data-foot]');
  const head = corner?.offsetHeight ?? 0;
  const names = corner?.offsetWidth ?? 0;
  const below = foot?.offsetHeight ?? 0;
  if (box.top - head < scroller.scrollTop) scroller.scrollTop = Math.max(0, box.top - head);
  else if (box.top + box.height + below > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = box.top + box.height + below - scroller.clientHeight;
  }
  if (box.left - names < scroller.scrollLeft) scroller.scrollLeft = Math.max(0, box.left - names);
  else if (box.left + box.width > scroller.scrollLeft + scroller.clientWidth) {
    scroller.scrollLeft = box.left + box.width - scroller.clientWidth;
  }
}

function pageLines(scroller: HTMLElement, rowHeight: number): number {
  if (rowHeight === 0) return 10;
  return Math.max(1, Math.floor((scroller.clientHeight - rowHeight * 3) / rowHeight));
}
