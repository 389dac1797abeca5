import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { PublishButton } from './publish-button.tsx';
import styles from '../week-screen.module.css';

/** What the page head can start. */
export interface WeekHeadActions {
  /** Shows another week: -1 the one before, 1 the one after, 0 this week. */
  goTo(step: -1 | 0 | 1): void;
  copyLastWeek(): void;
  openNeeded(): void;
  openSheet(): void;
  openNote(): void;
  print(): void;
  /** Publishes; resolves when main has answered. */
  publish(): Promise<void>;
}

interface WeekHeadProps {
  readonly view: WeekView;
  /** False for those who may only look. */
  readonly canWrite: boolean;
  readonly actions: WeekHeadActions;
  /** Narrow windows keep the two main buttons and put the rest into the menu. */
  readonly narrow: boolean;
  readonly onChanges: () => void;
  /** The button that opens the folded panel, or nothing. */
  readonly panelButton: React.ReactNode;
}

const icon = { size: '1rem', strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Title, state and actions of the week. */
export function WeekHead({ view, canWrite, actions, narrow, onChanges, panelButton }: WeekHeadProps) {
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const choose = (action: () => void) => () => {
    setMenuAt(null);
    action();
  };
  const today = view.days.some((day) => day.today);
  return (
    <header className={styles['head']}>
      <IconButton
        sx={{ border: '1px solid var(--line-strong)' }}
        aria-label="Week before"
        aria-keyshortcuts="Alt+ArrowLeft"
        title="Week before (Alt+Left)"
        onClick={() => actions.goTo(-1)}
      >
        <ChevronLeft {...icon} />
      </IconButton>
      <IconButton
        sx={{ border: '1px solid var(--line-strong)' }}
        aria-label="Week after"
        aria-keyshortcuts="Alt+ArrowRight"
        title="Week after (Alt+Right)"
        onClick={() => actions.goTo(1)}
      >
        <ChevronRight {...icon} />
      </IconButton>
      <h1 className={styles['title']}>
        {view.title} <small>week {view.weekNumber}</small>
      </h1>
      <VersionLine view={view} onChanges={onChanges} />
      <span className={styles['gap']} />
      {panelButton}
      {!today && <Button onClick={() => actions.goTo(0)}>This week</Button>}
      {canWrite && !narrow && (
        <>
          <Button onClick={actions.copyLastWeek}>Copy last week</Button>
          <Button onClick={actions.openNeeded}>People needed</Button>
        </>
      )}
      {canWrite && (
        <IconButton
          aria-label="More"
          aria-haspopup="menu"
          sx={{ border: '1px solid var(--line-strong)' }}
          onClick={(event) => setMenuAt(event.currentTarget)}
        >
          <Ellipsis {...icon} />
        </IconButton>
      )}
      <Menu anchorEl={menuAt} open={menuAt !== null} onClose={() => setMenuAt(null)}>
        {narrow && <MenuItem onClick={choose(actions.copyLastWeek)}>Copy last week</MenuItem>}
        {narrow && <MenuItem onClick={choose(actions.openNeeded)}>People needed</MenuItem>}
        <MenuItem onClick={choose(actions.openSheet)}>Paste last week’s sheet</MenuItem>
        <MenuItem onClick={choose(actions.openNote)}>Note on the printed week</MenuItem>
      </Menu>
      <Button onClick={actions.print}>Print</Button>
      {canWrite && <PublishButton view={view} publish={actions.publish} />}
    </header>
  );
}

const countOfChanges = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

function VersionLine({ view, onChanges }: { readonly view: WeekView; readonly onChanges: () => void }) {
  if (view.published === null) {
    return (
      <span className={styles['version']}>
        <b>Draft</b>
      </span>
    );
  }
  if (view.changes.length === 0) {
    return (
      <span className={styles['version']}>
        <b>Published {view.published.label}</b>
      </span>
    );
  }
  return (
    <span className={styles['version']}>
      <b>Draft {view.nextLabel}</b>,{' '}
      <button type="button" className={styles['link']} onClick={onChanges}>
        {countOfChanges(view.changes.length)}
      </button>{' '}
      since {view.published.label}
    </span>
  );
}
