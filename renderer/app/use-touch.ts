import { useEffect } from 'react';
import { useApi } from '../api/api-provider.tsx';

/** Told at most so often, in ms. */
const pause = 60_000;

/** Tells main that somebody is here, at a key or the pointer, so that an idle screen locks and a busy one does not. */
export function useTouch(): void {
  const { client } = useApi();
  useEffect(() => {
    let told = 0;
    const touch = () => {
      const now = performance.now();
      if (told !== 0 && now - told < pause) return;
      told = now;
      // What is not heard is told again with the next key.
      client.access.touch.mutate().catch(() => {
        told = 0;
      });
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [client]);
}
