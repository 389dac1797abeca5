import type { LucideIcon } from 'lucide-react';
import { useEffect, useId } from 'react';
import { create } from 'zustand';

/** Where an action stands in the keyboard help; those of `New` also stand in the New menu. */
export type ActionGroup = 'New' | 'Go to' | 'Schedule' | 'Supplies' | 'People' | 'Edit' | 'View' | 'Help';

/**
 * Something a person can do, said once and reached from toolbar, menu, shortcut and palette.
 * `shortcut` is written as `Ctrl+Shift+Z`, `Alt+1`, `F2` or `?`; several when any of them will do, the best one first.
 */
export interface AppAction {
  /** Stable: `people.new`. */
  readonly id: string;
  /** What it does, as a command: "New person". */
  readonly label: string;
  readonly group: ActionGroup;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | readonly string[];
  /** The shortcut also works in a text field. Off by default: there Ctrl+Z is the field's own. */
  readonly whileTyping?: boolean;
  /** False leaves it out of the palette and the help, and switches the shortcut off. */
  readonly when?: () => boolean;
  /** False leaves it out of the palette: what only opens something to choose from. */
  readonly inPalette?: false;
  readonly perform: () => void;
}

/** The groups in the order of palette and help: what is about this screen first. */
export const groupOrder: readonly ActionGroup[] = ['Schedule', 'Supplies', 'People', 'Edit', 'New', 'Go to', 'View', 'Help'];

interface ActionState {
  readonly sets: ReadonlyMap<string, readonly AppAction[]>;
  readonly put: (owner: string, actions: readonly AppAction[]) => void;
  readonly drop: (owner: string) => void;
}

export const useActionRegistry = create<ActionState>()((set, get) => ({
  sets: new Map(),
  put: (owner, actions) => set({ sets: new Map(get().sets).set(owner, actions) }),
  drop: (owner) => {
    const sets = new Map(get().sets);
    sets.delete(owner);
    set({ sets });
  },
}));

/** Offers actions while the component is mounted. Keep the array stable (`useMemo`). */
export function useActions(actions: readonly AppAction[]): void {
  const owner = useId();
  const put = useActionRegistry((state) => state.put);
  const drop = useActionRegistry((state) => state.drop);
  useEffect(() => {
    put(owner, actions);
    return () => drop(owner);
  }, [owner, actions, put, drop]);
}

/** Every action that can be done now. */
export function availableActions(sets: ReadonlyMap<string, readonly AppAction[]>): readonly AppAction[] {
  return offeredActions(sets).filter(({ when }) => when?.() ?? true);
}

/** Every action of this screen, also those that cannot be done just now; of two with one id the later offered one stands. */
export function offeredActions(sets: ReadonlyMap<string, readonly AppAction[]>): readonly AppAction[] {
  const byId = new Map<string, AppAction>();
  for (const actions of sets.values()) {
    for (const action of actions) byId.set(action.id, action);
  }
  return [...byId.values()];
}
