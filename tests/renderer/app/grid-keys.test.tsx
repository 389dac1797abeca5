import { describe, expect, it } from 'vitest';
import { gridKeys } from '../../../renderer/app/grid-keys.ts';
import { commandOf } from '../../../renderer/features/rostering/grid/keymap.ts';

const kinds: Readonly<Record<string, string>> = {
  '8-5': 'type',
  F2: 'edit',
  Enter: 'advance',
  Tab: 'advance',
  Escape: 'escape',
  Delete: 'clear',
  'Shift+ArrowRight': 'move',
  'Shift+Space': 'select',
  'Ctrl+Space': 'select',
  'Ctrl+R': 'fill',
  'Ctrl+D': 'fill',
};
/** Ctrl+Enter belongs to the open editor, these to the clipboard. */
const elsewhere = new Set(['Ctrl+Enter', 'Ctrl+C', 'Ctrl+V']);

describe('the keys the help names', () => {
  it.each(gridKeys.filter(({ keys }) => !elsewhere.has(keys)).map(({ label, keys }) => [label, keys]))('%s: %s', (_, keys) => {
    const parts = keys.split('+');
    const last = parts.at(-1) ?? '';
    const key = last === 'Space' ? ' ' : last === '8-5' ? '8' : last;
    const held = (name: string) => parts.includes(name);
    const command = commandOf({ key, ctrlKey: held('Ctrl'), metaKey: false, altKey: held('Alt'), shiftKey: held('Shift') });
    expect(kinds[keys]).toBeDefined();
    expect(command?.kind).toBe(kinds[keys]);
  });
});
