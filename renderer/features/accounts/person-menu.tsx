import MenuItem from '@mui/material/MenuItem';
import { Lock, UserRound } from 'lucide-react';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { useAccess, useMe } from '../../api/access.ts';
import { MenuButton } from '../../app/menu-button.tsx';
import { useLock } from '../../app/use-lock.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './person-menu.module.css';

/** Who is here, with what is theirs: another person, passphrase, PIN, lock. Before there are accounts: how to protect the practice. */
export function PersonMenu() {
  const { protected: isProtected, databaseOpen } = useAccess();
  const me = useMe();
  const navigate = useNavigate();
  const lock = useLock();
  const items = isProtected
    ? [
        ...(databaseOpen ? [{ words: 'Switch person', go: () => lock() }] : []),
        { words: 'Change my passphrase', go: () => void navigate('/settings/security') },
        { words: me.hasPin ? 'Change my PIN' : 'Choose a PIN', go: () => void navigate('/settings/security') },
        { words: 'Lock and close the practice', go: () => lock(true) },
      ]
    : [{ words: 'Protect this practice', go: () => void navigate('/settings/protect') }];
  return (
    <>
      <MenuButton
        label={isProtected ? `Signed in: ${me.name}` : me.name}
        content={
          <>
            <UserRound size={16} strokeWidth={1.5} aria-hidden />
            <span className={styles.name}>{me.name}</span>
          </>
        }
      >
        {(close) =>
          items.map(({ words, go }) => (
            <MenuItem
              key={words}
              onClick={() => {
                close();
                go();
              }}
            >
              {words}
            </MenuItem>
          ))
        }
      </MenuButton>
      {isProtected && (
        <Button variant="text" aria-label="Lock" title="Lock, or switch person (Ctrl+L)" onClick={() => lock()}>
          <Lock size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.words}>Lock</span> <Kbd keys="Ctrl+L" />
        </Button>
      )}
    </>
  );
}
