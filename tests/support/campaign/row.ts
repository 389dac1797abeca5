/** One line of the table: something that is tried many times. */
export interface CampaignRow {
  readonly name: string;
  /** What is done, in a few words. */
  readonly about: string;
  readonly full: number;
  /** For `npm test`. */
  readonly quick: number;
  /** Makes the attempts and tells the end of each. What it throws is a fault of the attempt that ran. */
  run(attempts: Attempts): Promise<void>;
}

export interface Attempts {
  readonly seed: number;
  /** Number of the first attempt that is still to be made: as many were told as done before; the last one is `count - 1`. */
  readonly from: number;
  readonly count: number;
  /** Whether times are judged: in the full run; in the few attempts of `npm test`, which shares its machine, they are only told. */
  readonly judgesTimes: boolean;
  /** An attempt is over; `fault` says what differed. */
  done(attempt: number, fault?: string): void;
}

/** Runs the attempts in `lanes` at once, each lane one after the other. What an attempt throws is its fault. */
export async function inLanes(
  { from, count, done }: Attempts,
  lanes: number,
  attempt: (number: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = from;
  const lane = async (_unused: unknown, number: number): Promise<void> => {
    while (next < count) {
      const mine = next++;
      try {
        await attempt(mine, number);
        done(mine);
      } catch (error) {
        done(mine, messageOf(error));
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The kind that an attempt tries, where there are as many attempts as kinds. */
export function kindOf<Kind>(kinds: readonly Kind[], number: number): Kind {
  const kind = kinds[number];
  if (kind === undefined) throw new Error(`There is no kind ${number}.`);
  return kind;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
