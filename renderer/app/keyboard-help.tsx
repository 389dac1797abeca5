import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useId } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { groupOrder, offeredActions, useActionRegistry, type ActionGroup, type AppAction } from './actions.ts';
import styles from './keyboard-help.module.css';
import { useOverlay } from './overlay.store.ts';
import { shortcutsOf, shownShortcut } from './shortcuts.ts';

/** Every shortcut that works on this screen, by what it is for. Opened by `?`. */
export function KeyboardHelp() {
  const isOpen = useOverlay((state) => state.overlay === 'help');
  const close = useOverlay((state) => state.close);
  const sets = useActionRegistry((state) => state.sets);
  const titleId = useId();
  const actions = isOpen ? offeredActions(sets).filter((action) => shortcutsOf(action).length > 0) : [];
  return (
    <Dialog open={isOpen} onClose={close} maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId} className={styles.head}>
        Keyboard
        <IconButton className={styles.close} aria-label="Close keyboard help" onClick={close}>
          <X size={18} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </DialogTitle>
      <DialogContent className={styles.groups}>
        {groupOrder.map((group) => (
          <Group key={group} group={group} actions={actions.filter((action) => action.group === group)} />
        ))}
      </DialogContent>
    </Dialog>
  );
}

function Group({ group, actions }: { readonly group: ActionGroup; readonly actions: readonly AppAction[] }) {
  if (actions.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{group}</h3>
      <dl>
        {actions.map((action) => {
          const keys = shownShortcut(action);
          return (
            keys && (
              <div key={action.id} className={styles.line}>
                <dt>{action.label}</dt>
                <dd>
                  <Kbd keys={keys} spoken />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
