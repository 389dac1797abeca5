import type { CellAddress, EntryExplanation } from '../../../../preload/contract/rostering/rostering.ts';
import type { SeenRow } from '../../../../preload/contract/shared/primitives.ts';
import type { CellEdit } from './block-plans.ts';
import type { GridModel, Spot } from './grid-model.ts';

/** A whole cell on its way: from where, to where. */
export interface CellMove {
  readonly from: CellAddress;
  readonly to: CellAddress;
  /** The rows it held when it was cut, where that may be another week. */
  readonly seenFrom?: readonly SeenRow[];
}

/** What the grid asks of the week around it. */
export interface GridPorts {
  /** False for those who may only look: the grid moves, selects and copies, and nothing else. */
  readonly canWrite: boolean;
  /** Writes texts into cells; shows them at once and settles with main by itself. */
  write(edits: readonly CellEdit[]): void;
  move(moves: readonly CellMove[], copy: boolean): void;
  explain(address: CellAddress, text: string): Promise<EntryExplanation>;
  /** A sentence for the person: what was not done, and why. */
  say(sentence: string): void;
}

/** What the grid's parts need of the screen. */
export interface GridSurface {
  model(): GridModel;
  ports(): GridPorts;
  /** Scrolls a cell out from under head, foot and names. */
  reveal(spot: Spot): void;
  /** Lines a page of the grid shows. */
  pageLines(): number;
  focus(): void;
}
