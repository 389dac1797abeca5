import { beforeEach, vi } from 'vitest';

/** jsdom lays nothing out, so nothing ever resizes. */
export function standInForLayout(): void {
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      },
    );
  });
}
