import { Keyboard, Lock, Redo2, Search, Contrast, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Appearance } from '../../preload/contract/computer/computer.ts';
import { useActions, type AppAction } from './actions.ts';
import { useComputer } from './computer.store.ts';
import { useMay, useMe } from '../api/access.ts';
import { destinationsOf } from './navigation.ts';
import { useOverlay } from './overlay.store.ts';
import { useLock } from './use-lock.ts';
import { useUndo } from './undo.store.ts';
import { useUndoActions } from './use-write.ts';

/** The actions that can be done on every screen. */
export function useShellActions(): void {
  const navigate = useNavigate();
  const may = useMay();
  const { accountId } = useMe();
  const lock = useLock();
  const { undo, redo } = useUndoActions();
  const open = useOverlay((state) => state.open);
  const actions = useMemo<readonly AppAction[]>(
    () => [
      ...destinationsOf(may).map(({ path, label, icon, shortcut }): AppAction => ({
        id: `go${path.replaceAll('/', '.')}`,
        label: `Go to ${label}`,
        group: 'Go to',
        icon,
        shortcut,
        whileTyping: true,
        perform: () => void navigate(path),
      })),
      {
        id: 'palette',
        label: 'Search or jump to',
        group: 'Go to',
        icon: Search,
        shortcut: 'Ctrl+K',
        whileTyping: true,
        inPalette: false,
        perform: () => open('palette'),
      },
      {
        id: 'new',
        label: 'Open the New menu',
        group: 'Go to',
        shortcut: ['Ctrl+N', 'Alt+N'],
        whileTyping: true,
        inPalette: false,
        perform: () => open('new'),
      },
      {
        id: 'undo',
        label: 'Undo',
        group: 'Edit',
        icon: Undo2,
        shortcut: 'Ctrl+Z',
        when: () => useUndo.getState().done.length > 0,
        perform: () => void undo(),
      },
      {
        id: 'redo',
        label: 'Redo',
        group: 'Edit',
        icon: Redo2,
        shortcut: ['Ctrl+Shift+Z', 'Ctrl+Y'],
        when: () => useUndo.getState().undone.length > 0,
        perform: () => void redo(),
      },
      ...(accountId === null
        ? []
        : ([
            { id: 'lock', label: 'Lock, or switch person', group: 'View', icon: Lock, shortcut: 'Ctrl+L', perform: () => lock() },
          ] as const)),
      ...appearanceActions,
      { id: 'help', label: 'Show keyboard shortcuts', group: 'Help', icon: Keyboard, shortcut: ['?', 'F1'], perform: () => open('help') },
    ],
    [navigate, may, accountId, lock, undo, redo, open],
  );
  useActions(actions);
}

const show = (look: Partial<Appearance>) => useComputer.getState().chooseAppearance(look);

const appearanceActions: readonly AppAction[] = [
  { id: 'view.light', label: 'Light colors', group: 'View', icon: Contrast, perform: () => show({ colourScheme: 'light' }) },
  { id: 'view.dark', label: 'Dark colors', group: 'View', icon: Contrast, perform: () => show({ colourScheme: 'dark' }) },
  { id: 'view.system', label: 'Colors as the computer', group: 'View', icon: Contrast, perform: () => show({ colourScheme: 'system' }) },
  { id: 'view.compact', label: 'Compact rows', group: 'View', perform: () => show({ density: 'compact' }) },
  { id: 'view.comfortable', label: 'Comfortable rows', group: 'View', perform: () => show({ density: 'comfortable' }) },
  { id: 'view.large', label: 'Large rows, for touch', group: 'View', perform: () => show({ density: 'large' }) },
];
