import type { Advance } from './movement.ts';

/** What a key means while no cell is being edited. */
export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly cols: number; readonly extend: boolean; readonly jump: boolean }
  | { readonly kind: 'page'; readonly pages: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly to: 'line_start' | 'line_end' | 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'advance'; readonly toward: Advance }
  | { readonly kind: 'edit' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'compose' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill'; readonly toward: 'right' | 'down' }
  | { readonly kind: 'select'; readonly what: 'all' | 'line' | 'day' }
  | { readonly kind: 'escape' };

/** The part of a keyboard event the table reads. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const arrows: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The command of a key press, by Excel's habits; `null` leaves the key to others (Ctrl+Z is the shell's, Ctrl+C the clipboard's). */
export function commandOf(press: KeyPress): GridCommand | null {
  const control = press.ctrlKey || press.metaKey;
  const extend = press.shiftKey;
  if (press.altKey) return null;
  const arrow = arrows[press.key];
  if (arrow !== undefined) return { kind: 'move', rows: arrow[0], cols: arrow[1], extend, jump: control };
  switch (press.key) {
    case 'PageUp':
      return control ? null : { kind: 'page', pages: -1, extend };
    case 'PageDown':
      return control ? null : { kind: 'page', pages: 1, extend };
    case 'Home':
      return { kind: 'edge', to: control ? 'first' : 'line_start', extend };
    case 'End':
      return { kind: 'edge', to: control ? 'last' : 'line_end', extend };
    case 'Enter':
      return control ? null : { kind: 'advance', toward: extend ? 'up' : 'down' };
    case 'Tab':
      return control ? null : { kind: 'advance', toward: extend ? 'left' : 'right' };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'escape' };
    case 'Dead':
    case 'Process':
      return { kind: 'compose' };
    case ' ':
      if (control) return { kind: 'select', what: 'day' };
      return extend ? { kind: 'select', what: 'line' } : { kind: 'type', text: ' ' };
    default:
      break;
  }
  if (control) {
    const letter = press.key.toLowerCase();
    if (letter === 'a') return { kind: 'select', what: 'all' };
    if (letter === 'r' && !extend) return { kind: 'fill', toward: 'right' };
    if (letter === 'd' && !extend) return { kind: 'fill', toward: 'down' };
    return null;
  }
  // One user-perceived character: letters, digits, signs; names of keys ("F5", "Shift") are longer.
  return [...press.key].length === 1 ? { kind: 'type', text: press.key } : null;
}
