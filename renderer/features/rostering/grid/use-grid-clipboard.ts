import { useEffect } from 'react';
import type { GridSession } from './grid-session.ts';

/**
 * The real clipboard while the grid has the focus. Listens on the document,
 * because without a text selection browsers send these events to the body.
 */
export function useGridClipboard(session: GridSession): void {
  useEffect(() => {
    const { controller } = session;
    const here = (): boolean => {
      const elements = session.elements();
      return elements !== null && document.activeElement === elements.sheet;
    };
    const copy = (event: ClipboardEvent): void => {
      if (!here()) return;
      const text = controller.copy(event.type === 'cut');
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
    };
    const paste = (event: ClipboardEvent): void => {
      if (!here()) return;
      event.preventDefault();
      controller.paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [session]);
}
