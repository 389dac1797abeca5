import type { LocationView } from '../../preload/contract/practice/practice.ts';
import { usePractice } from '../api/practice-queries.ts';
import { useComputer } from './computer.store.ts';

/** The location the screens are about: the chosen one, or the practice's first. */
export function useLocationInView(): LocationView {
  const { locations } = usePractice();
  const chosen = useComputer((state) => state.locationId);
  const location = locations.find(({ id }) => id === chosen) ?? locations[0];
  if (!location) throw new Error('A practice has at least one location.');
  return location;
}
