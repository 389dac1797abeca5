import { useEffect, type RefObject } from 'react';

/**
 * Takes pictures and files that are pasted while the keyboard is inside the same panel as `inside`, or nowhere.
 * Pasted text stays with the field it goes into: a spreadsheet puts a picture beside its text.
 */
export function usePastedFiles(inside: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain') || event.defaultPrevented) return;
      const panel = inside.current?.closest('aside') ?? inside.current;
      if (event.target !== document.body && !(event.target instanceof Node && panel?.contains(event.target))) return;
      event.preventDefault();
      onFiles(files.map(renamed));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [inside, onFiles]);
}

/** Every picture on the clipboard is called "image.png". */
function renamed(file: File): File {
  return /^image\.\w+$/.test(file.name) ? new File([file], `Pasted picture.${file.name.slice(6)}`, { type: file.type }) : file;
}
