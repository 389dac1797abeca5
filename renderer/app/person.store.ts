import { create } from 'zustand';
import type { Id } from '../../preload/contract/shared/primitives.ts';

/** Stands for whoever is here while there are no accounts. */
export const nobodyNamed = 'local';

interface PersonState {
  /** Whose answers this window holds: an account, `nobodyNamed`, or null while nobody is here. */
  readonly shown: Id | typeof nobodyNamed | null;
  /** The account that was here last, in this window. */
  readonly last: Id | null;
}

/** For whom this window holds something. */
export const usePerson = create<PersonState>()(() => ({ shown: null, last: null }));

/** For whom this window holds something now. */
export const whoIsHere = (): PersonState['shown'] => usePerson.getState().shown;

/** Someone came in, or left. */
export function admit(person: PersonState['shown']): void {
  usePerson.setState({ shown: person, ...(person === null ? {} : { last: person === nobodyNamed ? null : person }) });
}
