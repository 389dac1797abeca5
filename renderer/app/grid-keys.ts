/** A key the schedule's grid handles itself; a test holds it against the grid's own table of keys. */
export interface GridKey {
  readonly label: string;
  readonly keys: string;
}

/** What the keyboard help says about the grid. */
export const gridKeys: readonly GridKey[] = [
  { label: 'Type over the cell', keys: '8-5' },
  { label: 'Change what is in it', keys: 'F2' },
  { label: 'Done, and down', keys: 'Enter' },
  { label: 'Done, and to the right', keys: 'Tab' },
  { label: 'Into all marked cells', keys: 'Ctrl+Enter' },
  { label: 'Give up the typing', keys: 'Escape' },
  { label: 'Empty the cells', keys: 'Delete' },
  { label: 'Mark more', keys: 'Shift+ArrowRight' },
  { label: 'Mark the person’s week', keys: 'Shift+Space' },
  { label: 'Mark the day', keys: 'Ctrl+Space' },
  { label: 'Copy', keys: 'Ctrl+C' },
  { label: 'Paste', keys: 'Ctrl+V' },
  { label: 'Fill to the right', keys: 'Ctrl+R' },
  { label: 'Fill down', keys: 'Ctrl+D' },
];
