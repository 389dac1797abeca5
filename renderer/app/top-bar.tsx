import MenuItem from '@mui/material/MenuItem';
import { Check, ChevronDown, Plus, Search } from 'lucide-react';
import { usePractice } from '../api/practice-queries.ts';
import { Kbd } from '../ui/kbd.tsx';
import { availableActions, useActionRegistry } from './actions.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import { useComputer } from './computer.store.ts';
import { useLocationInView } from './location-in-view.ts';
import { MenuButton } from './menu-button.tsx';
import { PersonMenu } from '../features/accounts/person-menu.tsx';
import { useOverlay } from './overlay.store.ts';
import { shownShortcut } from './shortcuts.ts';
import styles from './top-bar.module.css';

/** The bar at the top: search everything, the location, what can be made new, and how it looks. */
export function TopBar() {
  const open = useOverlay((state) => state.open);
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.find} aria-haspopup="dialog" onClick={() => open('palette')}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.words}>Search or jump to...</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <LocationSwitch />
      <NewMenu />
      <PersonMenu />
      <AppearanceMenu />
    </header>
  );
}

function LocationSwitch() {
  const { locations } = usePractice();
  const current = useLocationInView();
  const chooseLocation = useComputer((state) => state.chooseLocation);
  if (locations.length < 2) return null;
  return (
    <MenuButton
      label={`Location: ${current.name}`}
      content={current.name}
      endIcon={<ChevronDown size={16} strokeWidth={1.5} aria-hidden />}
    >
      {(close) =>
        locations.map(({ id, name }) => (
          <MenuItem
            key={id}
            role="menuitemradio"
            aria-checked={id === current.id}
            selected={id === current.id}
            onClick={() => {
              chooseLocation(id);
              close();
            }}
          >
            {name}
            {id === current.id && <Check className={styles.tick} size={16} strokeWidth={1.5} aria-hidden />}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}

function NewMenu() {
  const sets = useActionRegistry((state) => state.sets);
  const overlay = useOverlay((state) => state.overlay);
  const open = useOverlay((state) => state.open);
  const close = useOverlay((state) => state.close);
  const actions = availableActions(sets).filter(({ group }) => group === 'New');
  const shortcut = window.bridge ? 'Ctrl+N' : 'Alt+N';
  if (actions.length === 0) return null;
  return (
    <MenuButton
      label="New"
      open={overlay === 'new'}
      onOpenChange={(next) => (next ? open('new') : close())}
      content={
        <>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          New <Kbd keys={shortcut} />
        </>
      }
    >
      {(closeMenu) =>
        actions.map((action) => {
          const keys = shownShortcut(action);
          const Icon = action.icon;
          return (
            <MenuItem
              key={action.id}
              onClick={() => {
                closeMenu();
                action.perform();
              }}
            >
              {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
              {action.label}
              {keys && (
                <span className={styles.keys}>
                  <Kbd keys={keys} />
                </span>
              )}
            </MenuItem>
          );
        })
      }
    </MenuButton>
  );
}
