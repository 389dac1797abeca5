import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import {
  appearance,
  computerPatch,
  computerSettings,
  defaultComputerSettings,
  patched,
  type Appearance,
  type ComputerPatch,
  type ComputerSettings,
} from '../../preload/contract/computer/computer.ts';

/** What is shown at once at the next start, before main has said how it is. */
const lastKnown = computerSettings.pick({ locationId: true }).extend({ appearance, unsaved: computerPatch });

interface ComputerState {
  readonly appearance: Appearance;
  /** The location chosen in the top bar; null until one was. */
  readonly locationId: string | null;
  /** What was chosen in this window and main has not kept yet. */
  readonly unsaved: ComputerPatch;
  /** Whether main has said how it is since this window opened. */
  readonly heard: boolean;
  readonly chooseAppearance: (look: Partial<Appearance>) => void;
  readonly chooseLocation: (locationId: string) => void;
  /** Takes over what main keeps, under what was chosen since. */
  readonly follow: (settings: ComputerSettings) => void;
  /** Main has kept this. */
  readonly kept: (patch: ComputerPatch) => void;
}

/** How this computer shows the app and where it looks at. Main keeps it; this browser profile remembers it for the first moment of a start. */
export const useComputer = create<ComputerState>()(
  persist(
    (set) => {
      const choose = (patch: ComputerPatch) =>
        set((state) => {
          const shown = patched({ ...defaultComputerSettings, ...state }, patch);
          const look = { ...state.unsaved.appearance, ...patch.appearance };
          const unsaved = { ...state.unsaved, ...patch, ...(Object.keys(look).length === 0 ? {} : { appearance: look }) };
          return { appearance: shown.appearance, locationId: shown.locationId, unsaved };
        });
      return {
        appearance: defaultComputerSettings.appearance,
        locationId: null,
        unsaved: {},
        heard: false,
        chooseAppearance: (look) => choose({ appearance: look }),
        chooseLocation: (locationId) => choose({ locationId }),
        follow: (settings) =>
          set(({ unsaved }) => {
            const shown = patched(settings, unsaved);
            return { appearance: shown.appearance, locationId: shown.locationId, heard: true };
          }),
        kept: (patch) => set(({ unsaved }) => (unsaved === patch ? { unsaved: {} } : {})),
      };
    },
    {
      name: 'computer',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ appearance: look, locationId, unsaved }) => ({ appearance: look, locationId, unsaved }),
      merge: (stored, state) => ({ ...state, ...lastKnown.safeParse(stored).data }),
    },
  ),
);
