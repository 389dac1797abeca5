import { useComputer } from './computer.store.ts';

/** Keeps `<html>` as the person chose, following the system where they chose that. Answers how to stop. */
export function applyAppearance(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { colourScheme, density, textSize } = useComputer.getState().appearance;
    const root = document.documentElement;
    root.dataset['theme'] = colourScheme === 'system' ? (dark.matches ? 'dark' : 'light') : colourScheme;
    root.dataset['density'] = density;
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  };
  apply();
  dark.addEventListener('change', apply);
  const stop = useComputer.subscribe(apply);
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}
