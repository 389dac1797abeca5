import { Component, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal.ts';
import { ErrorScreen } from './error-screen.tsx';

/** An eight-digit number for what went wrong on this side, in the form of main's own. */
export function newIncident(): string {
  return crypto.randomUUID().slice(0, 8).toUpperCase();
}

interface Caught {
  readonly error: unknown;
  readonly incident: string;
}

interface Props {
  /** When it changes, the children are tried again: the route, for one. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface State {
  readonly caught: Caught | null;
  readonly resetKey: string | undefined;
}

/** Keeps the rest of the window alive when a screen fails, and gives the failure a number. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { caught: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { caught: { error, incident: refusalOf(error).incident ?? newIncident() } };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { caught: null, resetKey };
  }

  override componentDidCatch(error: unknown): void {
    // The console is the renderer's log: the host keeps it.
    reportError(new Error(`incident ${this.state.caught?.incident ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (!caught) return this.props.children;
    const refusal = refusalOf(caught.error);
    return (
      <ErrorScreen
        message={
          refusal.incident
            ? refusal.message
            : 'Something went wrong on this screen. What was saved is safe. Reload; if it stays, report the incident below.'
        }
        incident={caught.incident}
        detail={`${location.hash}\n${caught.error instanceof Error ? caught.error.name : 'Error'}`}
      />
    );
  }
}
