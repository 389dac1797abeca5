import { describe, expect, it } from 'vitest';
import { matchesShortcut, shownShortcut, type KeyPress } from '../../../renderer/app/shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('matchesShortcut', () => {
  it.each<[string, KeyPress, boolean]>([
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+K', press('k', { metaKey: true }), true],
    ['Ctrl+K', press('k'), false],
    ['Ctrl+K', press('K', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['Alt+1', press('1', { altKey: true }), true],
    ['Alt+1', press('1', { altKey: true, ctrlKey: true }), false],
    ['F2', press('F2'), true],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?', { shiftKey: true, ctrlKey: true }), false],
    ['?', press('/'), false],
  ])('%s and %j: %s', (shortcut, key, expected) => {
    expect(matchesShortcut(key, shortcut)).toBe(expected);
  });
});

describe('shownShortcut', () => {
  const action = { id: 'new', label: 'New', group: 'New', perform: () => {} } as const;
  it.each<[string | readonly string[] | undefined, boolean, string | undefined]>([
    [['Ctrl+N', 'Alt+N'], true, 'Alt+N'],
    [['Ctrl+N', 'Alt+N'], false, 'Ctrl+N'],
    ['Ctrl+K', true, 'Ctrl+K'],
    [undefined, true, undefined],
  ])('of %j in a browser (%s): %s', (shortcut, inBrowser, expected) => {
    expect(shownShortcut({ ...action, ...(shortcut === undefined ? {} : { shortcut }) }, inBrowser)).toBe(expected);
  });
});
