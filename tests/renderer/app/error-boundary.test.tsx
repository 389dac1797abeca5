import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../renderer/api/refusal.ts';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';

const reported = vi.fn<(error: unknown) => void>();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('reportError', reported);
  reported.mockClear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Broken({ error }: { readonly error: Error }): never {
  throw error;
}

describe('the error boundary', () => {
  it('gives a failure of the screen a number, and logs it under that number', () => {
    const error = new TypeError('cannot read Ana Ruiz');
    render(
      <ErrorBoundary>
        <Broken error={error} />
      </ErrorBoundary>,
    );
    const text = screen.getByRole('alert').textContent;
    const [, incident] = /Incident ([0-9A-F]{8})/.exec(text) ?? [];
    expect(incident).toBeDefined();
    expect(text).not.toContain('Ana Ruiz');
    expect(reported).toHaveBeenCalledWith(expect.objectContaining({ message: `incident ${incident}`, cause: error }));
  });

  it('shows the number main gave', () => {
    const shape = { code: 'internal', message: 'Nothing was changed.', incident: 'A1B2C3D4' } as const;
    render(
      <ErrorBoundary>
        <Broken error={new Refusal(shape)} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain('A1B2C3D4');
  });

  it('tries the screen again when one goes elsewhere', () => {
    const { rerender } = render(
      <ErrorBoundary resetKey="/people">
        <Broken error={new Error('x')} />
      </ErrorBoundary>,
    );
    rerender(<ErrorBoundary resetKey="/settings">fine</ErrorBoundary>);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('fine')).toBeTruthy();
  });
});
