import { create } from 'zustand';
import type { CellAddress } from '../../../preload/contract/rostering/rostering.ts';
import type { LocalDate, SeenRow } from '../../../preload/contract/shared/primitives.ts';

/** What the side panel shows. */
export const panelTabs = ['problems', 'changes', 'shift'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** The editor over a cell. `enter`: opened by typing, arrows leave it; `edit`: opened by F2, arrows move in the text. */
export interface CellEditing {
  readonly address: CellAddress;
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  /** The rows the cell showed when the editor opened; `null` while an own write to it was on its way. */
  readonly seen: readonly SeenRow[] | null;
  /** Why the text was not taken, when it was not. */
  readonly refusal: string | null;
}

/** What was copied or cut here, so that a paste can move whole cells and the block stays marked. */
export interface ClipMark {
  readonly cut: boolean;
  readonly text: string;
  readonly cells: readonly { readonly address: CellAddress; readonly seen: readonly SeenRow[] }[];
  readonly rows: number;
  readonly cols: number;
}

/** A drag under way: whole cells by their edge, or the fill handle. Both name the corner cells of the target. */
export interface DragMark {
  readonly kind: 'move' | 'copy' | 'fill';
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** A text that could not be written, kept for the person to take up again. */
export interface KeptText {
  readonly text: string;
  readonly refusal: string;
}

interface ScheduleState {
  /** The cell the keyboard acts on. */
  readonly active: CellAddress | null;
  /** Opposite corners of the selection; the active cell lies in it. */
  readonly anchor: CellAddress | null;
  readonly head: CellAddress | null;
  /** Day at which a run of Tab began: Enter returns to it, as in Excel. */
  readonly tabFrom: LocalDate | null;
  readonly editing: CellEditing | null;
  /** Texts on their way to main, by line key and day; shown until the week comes back with them. */
  readonly pending: Readonly<Record<string, Readonly<Record<LocalDate, string>>>>;
  /** Texts refused by main, by line key and day. */
  readonly kept: Readonly<Record<string, Readonly<Record<LocalDate, KeptText>>>>;
  readonly clip: ClipMark | null;
  readonly drag: DragMark | null;
  readonly markedProblem: string | null;
  readonly tab: PanelTab;
  /** `null`: open where there is room for it. */
  readonly panelOpen: boolean | null;
}

/** Selection, editor and panel of the schedule: what this window looks at, nothing that main owns. */
export const useSchedule = create<ScheduleState>()(() => ({
  active: null,
  anchor: null,
  head: null,
  tabFrom: null,
  editing: null,
  pending: {},
  kept: {},
  clip: null,
  drag: null,
  markedProblem: null,
  tab: 'problems',
  panelOpen: null,
}));

/** Selects one cell, or the block from `active` to `head`. */
export function selectCells(active: CellAddress, anchor: CellAddress = active, head: CellAddress = anchor): void {
  useSchedule.setState({ active, anchor, head, tabFrom: null });
}

/** Shows texts in their cells before main has answered. */
export function showPending(edits: readonly { readonly key: string; readonly on: LocalDate; readonly text: string }[]): void {
  const pending: Record<string, Readonly<Record<LocalDate, string>>> = { ...useSchedule.getState().pending };
  for (const { key, on, text } of edits) pending[key] = { ...pending[key], [on]: text };
  useSchedule.setState({ pending });
}

/** Takes texts back that main has answered for, unless the cell shows a newer one by now. */
export function dropPending(edits: readonly { readonly key: string; readonly on: LocalDate; readonly text: string }[]): void {
  const pending: Record<string, Readonly<Record<LocalDate, string>>> = { ...useSchedule.getState().pending };
  for (const { key, on, text } of edits) {
    const line = pending[key];
    if (line?.[on] !== text) continue;
    const rest = Object.fromEntries(Object.entries(line).filter(([day]) => day !== on));
    if (Object.keys(rest).length > 0) pending[key] = rest;
    else delete pending[key];
  }
  useSchedule.setState({ pending });
}

/** Keeps a refused text in its cell until it is taken up again; `null` lets it go. */
export function keepText(key: string, on: LocalDate, kept: KeptText | null): void {
  const all = useSchedule.getState().kept;
  if (kept === null && all[key]?.[on] === undefined) return;
  const others = Object.entries(all[key] ?? {}).filter(([day]) => day !== on);
  const line = Object.fromEntries(kept === null ? others : [...others, [on, kept] as const]);
  useSchedule.setState({ kept: { ...all, [key]: line } });
}

const isArrived = (): boolean => Object.keys(useSchedule.getState().pending).length === 0;

/** Resolves when nothing that was typed is on its way to main. */
export function typingArrived(): Promise<void> {
  return new Promise((resolve) => {
    if (isArrived()) return resolve();
    const stop = useSchedule.subscribe(() => {
      if (!isArrived()) return;
      stop();
      resolve();
    });
  });
}
