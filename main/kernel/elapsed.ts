/** How far the computer's clock must have run ahead to count: less is the coarseness of its milliseconds. */
const aheadMilliseconds = 1_000;

/**
 * Milliseconds that only grow, for what ends when nobody is here.
 * The process's own clock may stand still while the computer sleeps, and the computer's own may be set: whichever went on further since
 * the last look counts. So sleep and a clock put forward count as time, and a clock put back takes none away.
 */
export function elapsedTime(steady: () => number = () => performance.now(), wall: () => number = () => Date.now()): () => number {
  let elapsed = 0;
  let lastSteady = steady();
  let lastWall = wall();
  return () => {
    const nowSteady = steady();
    const nowWall = wall();
    const bySteady = Math.max(0, nowSteady - lastSteady);
    const byWall = nowWall - lastWall;
    elapsed += byWall > bySteady + aheadMilliseconds ? byWall : bySteady;
    lastSteady = nowSteady;
    lastWall = nowWall;
    return elapsed;
  };
}
