import type { TroubleKind } from '../../../preload/contract/accounts/access.ts';

interface TroubleWords {
  readonly title: string;
  /** What to do, one step each. */
  readonly steps: readonly string[];
}

/** For each reason why a practice does not open: what it is called, and what to do. The first sentence comes from main. */
export const troubleWords: Readonly<Record<TroubleKind, TroubleWords>> = {
  damaged: {
    title: 'The practice file is damaged',
    steps: [
      'Nothing was changed. The file is kept as it is for at least 14 days.',
      'Look first whether the disk is full or was unplugged, then try again.',
      'If it stays, restore the newest backup.',
    ],
  },
  newer: {
    title: 'The practice file is from a newer version',
    steps: ['Nothing was changed. Install the newest version of this program on this computer, then try again.'],
  },
  key_missing: {
    title: 'The key of the practice is missing',
    steps: [
      'The file keyring.json lies beside practice.db in the data folder. Without it nothing opens the practice.',
      'Put it back from where it was moved, then try again. Each backup holds a copy of it.',
    ],
  },
  key_damaged: {
    title: 'The key of the practice is damaged',
    steps: [
      'The file keyring.json in the data folder cannot be read. Nothing was changed.',
      'Put an undamaged copy in its place, then try again. Each backup holds one.',
    ],
  },
  read_only: {
    title: 'The data folder cannot be written',
    steps: ['Nothing was changed. Free some space, or ask whoever looks after this computer for the right to write there. Then try again.'],
  },
  migration: {
    title: 'The practice file could not be brought up to date',
    steps: [
      'The file is as it was before, and a copy was made.',
      'Free some space and try again. If it stays, go on with the version you had before.',
    ],
  },
  network: {
    title: 'The data folder lies on a network share',
    steps: [
      'Nothing was opened. Move the folder to this computer’s own disk, start the program on it there, and keep only backups on the share.',
    ],
  },
  held: {
    title: 'The practice is open elsewhere',
    steps: ['Another window of this program has it. Close that one, then try again.'],
  },
};
