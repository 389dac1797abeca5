import { useEffect, useState } from 'react';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';
import { refusalOf } from '../../api/refusal.ts';

export interface Refused {
  /** The sentence for a field; a refusal of no field stands at `main`. */
  readonly sentence: (field: string, main?: boolean) => string | undefined;
  /** True while the next try does not count yet. */
  readonly waiting: boolean;
  readonly take: (error: unknown) => void;
  readonly clear: () => void;
}

/** What main refused, by field; after wrong tries the sentence counts the wait down. */
export function useRefused(): Refused {
  const [refusal, setRefusal] = useState<ErrorShape | null>(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => {
      setLeft(left - 1);
      if (left === 1) setRefusal(null);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return {
    sentence: (field, main = false) => {
      if (!refusal) return undefined;
      if (left > 0) return main ? waitSentence(left) : undefined;
      const own = refusal.fields?.[field];
      if (own !== undefined) return own;
      return main && refusal.fields === undefined ? refusal.message : undefined;
    },
    waiting: left > 0,
    take: (error) => {
      const shape = refusalOf(error);
      setRefusal(shape);
      setLeft(shape.waitSeconds ?? 0);
    },
    clear: () => {
      setRefusal(null);
      setLeft(0);
    },
  };
}

const waitSentence = (seconds: number): string =>
  `Too many wrong tries. You can try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
