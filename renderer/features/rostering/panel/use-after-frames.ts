import { useEffect, useState } from 'react';

/** As many as the lines of 80 people take to be laid out in turn; an eighth of a second. */
const framesAfter = 8;

/**
 * The value, but a changed one only once the screen has drawn a few frames since: for what is long and beside the point of a change, so that
 * it is not laid out in one task with what the person waits for. A deferred value of React's would not do: within a transition it waits for nothing.
 */
export function useAfterFrames<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let frame = 0;
    const wait = (left: number): void => {
      if (left === 0) setShown(() => value);
      else frame = requestAnimationFrame(() => wait(left - 1));
    };
    wait(framesAfter);
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}
