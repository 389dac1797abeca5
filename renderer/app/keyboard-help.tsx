import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useLocation } from 'react-router';
import { Kbd } from '../ui/kbd.tsx';
import { groupOrder, offeredActions, useActionRegistry, type ActionGroup, type AppAction } from './actions.ts';
import styles from './keyboard-help.module.css';
import { gridKeys, type GridKey } from './grid-keys.ts';
import { useOverlay } from './overlay.store.ts';
import { shownShortcut } from './shortcuts.ts';

/** Every shortcut that works on this screen, by what it is for. Opened by `?`. */
export function KeyboardHelp() {
  const isOpen = useOverlay((state) => state.overlay === 'help');
  const close = useOverlay((state) => state.close);
  const sets = useActionRegistry((state) => state.sets);
  const titleId = useId();
  const inSchedule = useLocation().pathname === '/schedule';
  const actions = isOpen ? offeredActions(sets) : [];
  return (
    <Dialog open={isOpen} onClose={close} maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId} className={styles.head}>
        Keyboard
        <IconButton className={styles.close} aria-label="Close keyboard help" onClick={close}>
          <X size={18} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </DialogTitle>
      <DialogContent className={styles.groups} tabIndex={0}>
        {inSchedule && <Group title="In the grid" lines={gridKeys} />}
        {groupOrder.map((group) => (
          <Group key={group} title={group} lines={linesOf(actions, group)} />
        ))}
      </DialogContent>
    </Dialog>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly GridKey[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ label, keys }) => (
          <div key={label} className={styles.line}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} spoken />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The actions of a group that have a shortcut here, as lines. */
function linesOf(actions: readonly AppAction[], group: ActionGroup): readonly GridKey[] {
  return actions
    .filter((action) => action.group === group)
    .flatMap((action) => {
      const keys = shownShortcut(action);
      return keys === undefined ? [] : [{ label: action.label, keys }];
    });
}
