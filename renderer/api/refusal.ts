import type { ErrorShape } from '../../preload/contract/shared/errors.ts';

/** A refusal as an exception, as the transport link throws it. */
export class Refusal extends Error {
  readonly shape: ErrorShape;

  constructor(shape: ErrorShape, cause?: unknown) {
    super(shape.message, { cause });
    this.name = 'Refusal';
    this.shape = shape;
  }
}

/** What the person is told when the core itself does not answer. */
export const noAnswer: ErrorShape = {
  code: 'unavailable',
  message: 'The app does not answer. Close it, open it again, and repeat what you did last.',
};

/**
 * The refusal inside whatever a call threw. Always gives one: what is no refusal is a fault of the screen itself
 * and comes as `internal`, without an incident, as nothing in main knows of it.
 */
export function refusalOf(error: unknown): ErrorShape {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refusal) return cause.shape;
  }
  return { code: 'internal', message: 'Something went wrong on this screen. Nothing was saved by it; try again.' };
}
