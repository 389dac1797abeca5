import { useEffect } from 'react';
import { availableActions, useActionRegistry, type AppAction } from './actions.ts';

/** What of a key press decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A browser keeps these to itself; where the app runs in one, the next shortcut of the action is meant. */
const keptByBrowser = new Set(['Ctrl+N', 'Ctrl+T', 'Ctrl+W', 'Ctrl+Shift+N', 'Ctrl+Shift+T', 'Ctrl+Shift+W']);

/** The shortcuts of an action, best first. */
export function shortcutsOf(action: AppAction): readonly string[] {
  return typeof action.shortcut === 'string' ? [action.shortcut] : (action.shortcut ?? []);
}

/** The shortcut to show for an action, or undefined; `inBrowser` leaves out what a browser keeps to itself. */
export function shownShortcut(action: AppAction, inBrowser = !window.bridge): string | undefined {
  return shortcutsOf(action).find((shortcut) => !(inBrowser && keptByBrowser.has(shortcut)));
}

/** Whether a key press is this shortcut. `Ctrl` is also the Mac's command key; a sign such as `?` needs no Shift said. */
export function matchesShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const control = press.ctrlKey || press.metaKey;
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    control === parts.includes('Ctrl') &&
    press.altKey === parts.includes('Alt') &&
    (isSign || press.shiftKey === parts.includes('Shift'))
  );
}

/** Whether keys typed there are text. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'color'].includes(target.type);
}

/** Performs the actions' shortcuts, unless the key was used already or a dialog or menu has it. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('[aria-modal="true"], [role="menu"]')) return;
      const action = availableActions(useActionRegistry.getState().sets).find((candidate) =>
        shortcutsOf(candidate).some((shortcut) => matchesShortcut(event, shortcut)),
      );
      if (!action || (isTextField(event.target) && !action.whileTyping)) return;
      event.preventDefault();
      action.perform();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
