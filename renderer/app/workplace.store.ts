import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { LocationView } from '../../preload/contract/practice/practice.ts';
import { usePractice } from '../api/practice-queries.ts';

interface WorkplaceState {
  /** The location chosen in the top bar; null until one was. */
  readonly locationId: string | null;
  readonly setLocation: (locationId: string) => void;
}

/** Where this computer looks at; kept in this browser profile. */
export const useWorkplace = create<WorkplaceState>()(
  persist((set) => ({ locationId: null, setLocation: (locationId) => set({ locationId }) }), {
    name: 'workplace',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

/** The location the screens are about: the chosen one, or the practice's first. */
export function useLocationInView(): LocationView {
  const { locations } = usePractice();
  const chosen = useWorkplace((state) => state.locationId);
  const location = locations.find(({ id }) => id === chosen) ?? locations[0];
  if (!location) throw new Error('A practice has at least one location.');
  return location;
}
