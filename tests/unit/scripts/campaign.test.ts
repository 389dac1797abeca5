import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../support/campaign/progress.ts';
import { inLanes, type CampaignRow } from '../../support/campaign/row.ts';
import { chooseRows, isGood, runRow } from '../../support/campaign/run-campaign.ts';

let folder: string;
const file = () => join(folder, 'kept.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const rowOf = (name: string, run: CampaignRow['run'], full = 5): CampaignRow => ({ name, about: name, full, quick: 1, run });
const result = (tried: number, failed: number) => ({ name: 'a', about: '', tried, failed });
const nothing = async (): Promise<void> => {};

describe('a row of a campaign', () => {
  it('counts its tries and what failed of them', async () => {
    const row = rowOf('odd', (attempts) =>
      inLanes(attempts, 2, async (number) => {
        if (number % 2 === 1) throw new Error('is odd');
      }),
    );
    const progress = new Progress(undefined, 'program', 1);
    expect(await runRow(row, progress, 5)).toEqual({ tried: 5, failed: 2, faults: ['attempt 1: is odd', 'attempt 3: is odd'] });
  });

  it('counts what it throws itself as a failure', async () => {
    const row = rowOf('broken', () => Promise.reject(new Error('cannot begin')));
    expect(await runRow(row, new Progress(undefined, 'program', 1), 5)).toEqual({ tried: 0, failed: 1, faults: ['cannot begin'] });
  });

  it('goes on where it was broken off, with the same seed', async () => {
    const before = new Progress(file(), 'program', 7);
    await runRow(
      rowOf('long', async ({ done }) => (done(0), done(1, 'broke'))),
      before,
      5,
    );
    const seen: number[] = [];
    const after = new Progress(file(), 'program', undefined);
    const reached = await runRow(
      rowOf('long', (attempts) => inLanes(attempts, 1, async (number) => void seen.push(number))),
      after,
      5,
    );
    expect(after.seed).toBe(7);
    expect(seen).toEqual([2, 3, 4]);
    expect(reached).toMatchObject({ tried: 5, failed: 1 });
  });

  it.each([
    ['another program', 'other', undefined],
    ['another seed', 'program', 8],
  ])('begins anew with %s', async (_what, program, seed) => {
    await runRow(
      rowOf('long', async ({ done }) => done(0)),
      new Progress(file(), 'program', 7),
      5,
    );
    expect(new Progress(file(), program, seed).row('long').tried).toBe(0);
  });

  it('leaves nothing behind once every row is whole', async () => {
    const progress = new Progress(file(), 'program', 7);
    await runRow(
      rowOf('a', async ({ done }) => done(0)),
      progress,
      1,
    );
    progress.forget(['a']);
    progress.save();
    expect(existsSync(file())).toBe(false);
  });
});

describe('the rows of a campaign', () => {
  const rows = [rowOf('a', nothing), rowOf('b', nothing), rowOf('c', nothing)];

  it.each([
    [undefined, ['a', 'b', 'c']],
    ['c, a', ['a', 'c']],
  ])('chosen by %s', (only, names) => {
    const chosen = chooseRows(rows, only);
    expect(typeof chosen === 'string' ? chosen : chosen.map((row) => row.name)).toEqual(names);
  });

  it('name the ones there are where one is unknown', () => {
    expect(chooseRows(rows, 'a,d')).toBe('There is no d. There are a, b, c.');
  });

  it('are good only when each was tried and none failed', () => {
    expect(isGood([result(1, 0), result(9, 0)])).toBe(true);
    expect(isGood([result(1, 0), result(0, 0)])).toBe(false);
    expect(isGood([result(9, 1)])).toBe(false);
  });
});
