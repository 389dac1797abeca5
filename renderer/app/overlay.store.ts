import { create } from 'zustand';

/** What lies over the page. */
export type Overlay = 'palette' | 'help' | 'new';

interface OverlayState {
  readonly overlay: Overlay | null;
  /** What the palette's field begins with. */
  readonly paletteText: string;
  readonly open: (overlay: Overlay, paletteText?: string) => void;
  readonly close: () => void;
}

export const useOverlay = create<OverlayState>()((set) => ({
  overlay: null,
  paletteText: '',
  open: (overlay, paletteText = '') => set({ overlay, paletteText }),
  close: () => set({ overlay: null }),
}));
