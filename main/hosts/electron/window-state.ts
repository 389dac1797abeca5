import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const area = { x: z.int(), y: z.int(), width: z.int().min(600), height: z.int().min(400) };
const windowState = z.object({ ...area, isMaximized: z.boolean() });

/** Where the window was: its unmaximised bounds in device-independent pixels. */
export type WindowState = z.infer<typeof windowState>;

export type Area = Pick<WindowState, 'x' | 'y' | 'width' | 'height'>;

/** Where the window was when it closed last; undefined when that is unknown or on a screen that is gone. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState | undefined {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((screen) => showsTitle(screen, state)) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the window's place. A place that cannot be kept is forgotten. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The next start uses the usual place.
  }
}

/** Whether enough of the title bar is on the screen to take hold of it. */
function showsTitle(screen: Area, { x, y, width }: Area): boolean {
  const shown = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return shown >= 120 && y >= screen.y - 8 && y <= screen.y + screen.height - 40;
}
