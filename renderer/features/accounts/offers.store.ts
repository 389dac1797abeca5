import { create } from 'zustand';

interface OffersState {
  /** Whether something was printed in this window: then a passphrase is offered. */
  readonly printed: boolean;
}

/** What this window did that makes an offer timely. */
export const useOffers = create<OffersState>()(() => ({ printed: false }));

/** Said after each print. */
export const notePrinted = (): void => useOffers.setState({ printed: true });
