// npm test: every check there is, one after the other. The last line says how many tests passed and failed.
import { countCampaign, countPlaywright, countVitest, reportPlace, runCheck, type Check } from './support/checks.ts';
import { obtainChromium } from './support/obtain-chromium.ts';
import { inRepository } from './support/repository.ts';

const node = process.execPath;
const script = (name: string): readonly string[] => [inRepository('scripts/run.cjs'), name];

const withoutBrowser: readonly Check[] = [
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'prettier', args: ['--check', '.'] },
  { name: 'lock file', command: node, args: script('check-lock') },
  { name: 'build', command: node, args: script('build') },
  {
    name: 'unit, integration and screens',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPlace}`],
    count: countVitest,
  },
  { name: 'faults', command: node, args: [...script('faults'), '--quick', '--json'], count: countCampaign },
];

const withBrowser: readonly Check[] = [
  { name: 'fuzz', command: node, args: [...script('fuzz'), '--quick', '--json'], count: countCampaign },
  {
    name: 'journeys',
    command: 'playwright',
    args: ['test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPlace },
    count: countPlaywright,
  },
  { name: 'package', command: node, args: script('pack-check') },
];

let passed = 0;
let failed = 0;

async function runAll(checks: readonly Check[]): Promise<void> {
  for (const check of checks) {
    const outcome = await runCheck(check);
    passed += outcome.passed;
    failed += outcome.failed;
    const tests = outcome.passed + outcome.failed;
    const counts = check.count ? `: ${outcome.passed} of ${tests}` : '';
    console.log(`${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${check.name}${counts} (${outcome.seconds} s)`);
    if (outcome.failed > 0) console.log(outcome.output);
  }
}

await runAll(withoutBrowser);
const chromium = obtainChromium();
if (chromium === undefined) {
  console.log('There is no Chromium and none could be fetched: install Chromium or Google Chrome and run npm test again.');
  failed += 1;
} else {
  process.env['CHROMIUM'] = chromium;
  await runAll(withBrowser);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
