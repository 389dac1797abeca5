import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultDataFolder } from '../../../main/hosts/data-folder-path.ts';
import { keepWindowState, readWindowState } from '../../../main/hosts/electron/window-state.ts';
import { fileNameFrom } from '../../../main/hosts/file-name.ts';
import { openerFor } from '../../../main/hosts/web/open-browser.ts';

describe('defaultDataFolder', () => {
  it.each([
    ['linux', {}, '/home/a/.config/Medical Office Manager'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Medical Office Manager'],
    ['darwin', { XDG_CONFIG_HOME: '/cfg' }, '/home/a/Library/Application Support/Medical Office Manager'],
    ['win32', { APPDATA: '/Roaming' }, '/Roaming/Medical Office Manager'],
    ['win32', {}, '/home/a/AppData/Roaming/Medical Office Manager'],
  ] as const)('%s %o: %s', (platform, env, expected) => {
    expect(defaultDataFolder(platform, env, '/home/a')).toBe(join(expected));
  });
});

describe('fileNameFrom', () => {
  it.each([
    ['Week of Nov 23', '.pdf', 'Week of Nov 23.pdf'],
    ['Week.pdf', '.pdf', 'Week.pdf'],
    ['../../etc/passwd', '', 'etc passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', '', 'a b c d e f g h i j'],
    ['  ...  ', '.pdf', 'Medical Office Manager.pdf'],
    ['NUL', '', 'Medical Office Manager'],
    ['line\nbreak\u202Etxt', '', 'line break txt'],
  ])('%s', (suggested, extension, expected) => {
    expect(fileNameFrom(suggested, extension)).toBe(expected);
  });

  it('is never a path and never empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '.', '/', '\\', '\0', ':', '\u202E', 'é', '\n', 'con', '🩺') }),
        (suggested) => {
          const name = fileNameFrom(suggested);
          expect(name).not.toMatch(/[\\/\0]/);
          expect(name.replaceAll('.', '').trim()).not.toBe('');
          expect(name.length).toBeLessThanOrEqual(120);
        },
      ),
    );
  });
});

describe('openerFor', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
    ['linux', {}, undefined],
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
  ] as const)('%s %o: %s', (platform, env, expected) => {
    expect(openerFor('http://127.0.0.1:1/', platform, env)?.command).toBe(expected);
  });
});

describe('the place of the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  const file = join(folder, 'state.json');
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept', () => {
    const state = { x: 40, y: 20, width: 1200, height: 800, isMaximized: true };
    keepWindowState(file, state);
    expect(readWindowState(file, [screen])).toEqual(state);
  });

  it.each([
    ['on a screen that is gone', { x: 2500, y: 20, width: 1200, height: 800, isMaximized: false }],
    ['above the screen', { x: 40, y: -900, width: 1200, height: 800, isMaximized: false }],
    ['too small to use', { x: 40, y: 20, width: 20, height: 20, isMaximized: false }],
  ])('is not taken %s', (_where, state) => {
    keepWindowState(file, state);
    expect(readWindowState(file, [screen])).toBeUndefined();
  });

  it('is not taken from a file that says something else', () => {
    writeFileSync(file, '{"x":');
    expect(readWindowState(file, [screen])).toBeUndefined();
    expect(readWindowState(join(folder, 'missing.json'), [screen])).toBeUndefined();
  });
});
