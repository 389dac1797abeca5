import { describe, expect, it } from 'vitest';
import { countCampaign, countPlaywright, countVitest, runCheck } from '../../../scripts/support/checks.ts';
import { readFuses, shippedFuseWire } from '../../../scripts/support/fuse-wire.ts';

const node = process.execPath;
const say = (report: unknown, code: number) => [
  '-e',
  `process.stdout.write(${JSON.stringify(JSON.stringify(report))}); process.exitCode = ${code}`,
];

describe('what npm test counts', () => {
  it.each([
    ['all passed', { numPassedTests: 7, numFailedTests: 0, testResults: [] }, { passed: 7, failed: 0 }],
    ['some failed', { numPassedTests: 5, numFailedTests: 2, testResults: [] }, { passed: 5, failed: 2 }],
    [
      'a file that could not be loaded',
      {
        numPassedTests: 5,
        numFailedTests: 0,
        testResults: [
          { status: 'failed', assertionResults: [] },
          { status: 'passed', assertionResults: [] },
        ],
      },
      { passed: 5, failed: 1 },
    ],
    [
      'a failed test is not counted twice',
      { numPassedTests: 0, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{}] }] },
      { passed: 0, failed: 1 },
    ],
  ])('Vitest: %s', (_what, report, expected) => {
    expect(countVitest(report)).toEqual(expected);
  });

  it.each([
    ['all as expected', { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }, { passed: 3, failed: 0 }],
    ['one passed at the second try', { stats: { expected: 3, unexpected: 0, flaky: 1 }, errors: [] }, { passed: 3, failed: 1 }],
    ['a file that could not be loaded', { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, { passed: 0, failed: 1 }],
  ])('Playwright: %s', (_what, report, expected) => {
    expect(countPlaywright(report)).toEqual(expected);
  });

  it.each([
    ['none failed', [{ name: 'undo', tried: 5, failed: 0 }], { passed: 1, failed: 0 }],
    [
      'one failed',
      [
        { name: 'undo', tried: 5, failed: 1 },
        { name: 'pragmas', tried: 1, failed: 0 },
      ],
      { passed: 1, failed: 1 },
    ],
    ['one was not tried', [{ name: 'undo', tried: 0, failed: 0 }], { passed: 0, failed: 1 }],
    ['nothing was tried', [], { passed: 0, failed: 1 }],
  ])('faults and fuzz: %s', (_what, report, expected) => {
    expect(countCampaign(report)).toEqual(expected);
  });

  const all = { numPassedTests: 7, numFailedTests: 0 };

  it.each([
    ['ends well', say(all, 0), countVitest, { passed: 7, failed: 0 }],
    ['ends badly though its report is good', say(all, 1), countVitest, { passed: 7, failed: 1 }],
    ['ends well but reports nothing', ['-e', ''], countVitest, { passed: 0, failed: 1 }],
    ['ends well and has no report', ['-e', ''], undefined, { passed: 1, failed: 0 }],
    ['ends badly and has no report', ['-e', 'process.exitCode = 3'], undefined, { passed: 0, failed: 1 }],
  ])('a check that %s', async (_how, args, count, expected) => {
    expect(await runCheck({ name: 'a check', command: node, args, ...(count ? { count } : {}) })).toMatchObject(expected);
  });

  it('a program that is not there fails', async () => {
    expect(await runCheck({ name: 'a check', command: 'no-such-program-here', args: [] })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the fuse wire', () => {
  it('reads what Electron ships', () => {
    const on = Object.entries(readFuses(Buffer.concat([Buffer.from('program'), shippedFuseWire(), Buffer.from('more')])))
      .filter(([, value]) => value)
      .map(([name]) => name);
    expect(on).toEqual([
      'runAsNode',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'grantFileProtocolExtraPrivileges',
    ]);
  });

  it('is missing from another program', () => {
    expect(() => readFuses(Buffer.from('program'))).toThrow('no fuse wire');
  });
});
