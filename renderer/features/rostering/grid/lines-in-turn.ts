/** Lines that are laid out in one frame, besides those in view. */
const linesPerFrame = 12;

/** Lays lines out one after the other where all of them change at once. */
export interface LinesInTurn {
  /** To be called after the lines were changed and before they are laid out. */
  begin(): void;
  /** Ends watching and waiting. */
  end(): void;
}

/**
 * Another week changes every cell. The lines in view are laid out with the next frame and the others a few per frame, so that no task is long:
 * until its turn a line keeps its place, and what it holds is skipped. Which lines are in view is watched, as asking would have them laid out.
 */
export function linesInTurn(scroller: HTMLElement, sheet: HTMLElement): LinesInTurn {
  const inView = new Set<Element>();
  let waiting: HTMLElement[] = [];
  let frame = 0;
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      release(waiting.filter((line) => inView.has(line)));
    },
    { root: scroller },
  );
  const release = (lines: readonly HTMLElement[]): void => {
    for (const line of lines) line.removeAttribute('data-waits');
    waiting = waiting.filter((line) => !lines.includes(line));
  };
  const next = (): void => {
    release(waiting.slice(0, linesPerFrame));
    if (waiting.length > 0) frame = requestAnimationFrame(next);
  };
  const linesOf = (): HTMLElement[] => [...sheet.querySelectorAll<HTMLElement>('[data-contained]')];
  const watch = (lines: readonly HTMLElement[]): void => {
    // People come and go with the week.
    observer.disconnect();
    for (const line of lines) observer.observe(line);
  };
  watch(linesOf());
  return {
    begin: () => {
      cancelAnimationFrame(frame);
      const lines = linesOf();
      waiting = lines.filter((line) => !inView.has(line));
      for (const line of waiting) line.dataset['waits'] = '';
      inView.clear();
      watch(lines);
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(next)));
    },
    end: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      release(waiting);
    },
  };
}
