import { create } from 'zustand';

interface ConfirmationState {
  /** True while something on the screen can ask. */
  readonly canAsk: boolean;
  /** Set while the passphrase is asked for. Called with whether it was given. */
  readonly answer: ((given: boolean) => void) | null;
}

/** The passphrase asked for once more, because something must not happen at a screen that was left alone. */
export const useConfirmation = create<ConfirmationState>()(() => ({ canAsk: false, answer: null }));

let asking: Promise<boolean> | undefined;

/** Asks for the passphrase; several calls at once ask once. Answers whether it was given and was right, and false where nothing can ask. */
export async function askForPassphrase(): Promise<boolean> {
  if (!useConfirmation.getState().canAsk) return false;
  asking ??= new Promise<boolean>((resolve) => {
    useConfirmation.setState({
      answer: (given) => {
        useConfirmation.setState({ answer: null });
        asking = undefined;
        resolve(given);
      },
    });
  });
  return asking;
}
