// Causes faults on purpose and counts what they broke. Started by `npm run faults`.
import { copyBuiltApp } from '../support/campaign/built-app.ts';
import { runCampaign } from '../support/campaign/run-campaign.ts';
import { concurrent } from './concurrent.ts';
import { killSave } from './kill-save.ts';
import { pragmas } from './pragmas.ts';
import { secondStart } from './second-start.ts';
import { undo } from './undo.ts';

const app = copyBuiltApp();
process.on('exit', () => app.remove());

await runCampaign({
  name: 'faults',
  heading: 'fault',
  rows: [pragmas, concurrent, secondStart(app.program), undo, killSave(app.program)],
  fingerprint: app.fingerprint,
});
