import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export const colourSchemes = ['system', 'light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];
export const densities = ['compact', 'comfortable', 'large'] as const;
export type Density = (typeof densities)[number];
/** Text sizes in percent. */
export const textSizes = [100, 115, 130, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

interface AppearanceState {
  readonly colourScheme: ColourScheme;
  readonly density: Density;
  readonly textSize: TextSize;
  readonly setColourScheme: (colourScheme: ColourScheme) => void;
  readonly setDensity: (density: Density) => void;
  readonly setTextSize: (textSize: TextSize) => void;
}

/** How this computer shows the app; kept in this browser profile, not in the practice's file. */
export const useAppearance = create<AppearanceState>()(
  persist(
    (set) => ({
      colourScheme: 'system',
      density: 'compact',
      textSize: 100,
      setColourScheme: (colourScheme) => set({ colourScheme }),
      setDensity: (density) => set({ density }),
      setTextSize: (textSize) => set({ textSize }),
    }),
    { name: 'appearance', version: 1, storage: createJSONStorage(() => localStorage) },
  ),
);

/** Keeps `<html>` as the person chose, following the system where they chose that. Answers how to stop. */
export function applyAppearance(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { colourScheme, density, textSize } = useAppearance.getState();
    const root = document.documentElement;
    root.dataset['theme'] = colourScheme === 'system' ? (dark.matches ? 'dark' : 'light') : colourScheme;
    root.dataset['density'] = density;
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  };
  apply();
  dark.addEventListener('change', apply);
  const stop = useAppearance.subscribe(apply);
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}
