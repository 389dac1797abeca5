import * as fc from 'fast-check';
import type { ProcedureDescription } from '../../main/kernel/dispatcher.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';
import { TriedPractice } from './support/tried-practice.ts';

/** Payloads for one procedure in a row. */
const payloadsPerTurn = 25;
/** What is saved by chance makes a practice larger and slower, so it is set up anew now and then. */
const attemptsPerPractice = 2_500;

/**
 * Random and wrongly typed inputs for every procedure that the router has: each answer is a result or a coded refusal, nothing fails inside,
 * and the state moves only where the answer was a result.
 */
export const procedures: CampaignRow = {
  name: 'procedures',
  about: 'random and wrongly typed input for every procedure',
  full: 100_000,
  quick: 4_000,
  run: async (attempts) => {
    const crashes: string[] = [];
    const crash = (error: unknown): void => void crashes.push(messageOf(error));
    process.on('uncaughtException', crash).on('unhandledRejection', crash);
    let tried = await TriedPractice.open(practiceOf(attempts.from));
    let turn: Turn | undefined;
    try {
      await inLanes(attempts, 1, async (number) => {
        if (tried.isSpent || (number % attemptsPerPractice === 0 && number > attempts.from)) {
          await tried.close();
          tried = await TriedPractice.open(practiceOf(number));
          turn = undefined;
        }
        const ofTurn = Math.floor(number / payloadsPerTurn);
        if (turn?.number !== ofTurn) turn = turnOf(tried, attempts.seed, ofTurn);
        await tried.give({ type: turn.type, path: turn.path, input: turn.payloads[number % payloadsPerTurn] });
        const [first] = crashes.splice(0);
        if (first !== undefined) throw new Error(`${turn.path} crashed: ${first}`);
      });
    } finally {
      await tried.close();
      process.off('uncaughtException', crash).off('unhandledRejection', crash);
    }
  },
};

const practiceOf = (attempt: number): number => Math.floor(attempt / attemptsPerPractice);

interface Turn extends Pick<ProcedureDescription, 'path' | 'type'> {
  readonly number: number;
  readonly payloads: readonly unknown[];
}

/** Keys and copies of the whole practice take a while each, so they get a turn where the others get four. */
const slow = /^(?:access|backup|archive)\./;

/** The same payloads for the same seed, whichever was asked for before. */
function turnOf(tried: TriedPractice, seed: number, number: number): Turn {
  const turns = [0, 1, 2, 3].flatMap((round) => tried.procedures.filter(({ path }) => round === 0 || !slow.test(path)));
  const procedure = turns[number % turns.length];
  if (!procedure) throw new Error('The router has no procedures.');
  const { path, type } = procedure;
  const ofTurn = randomFrom(seed, number).between(0, 2 ** 31 - 1);
  return { number, path, type, payloads: fc.sample(tried.payloadsFor(procedure), { numRuns: payloadsPerTurn, seed: ofTurn }) };
}
