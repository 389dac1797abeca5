// Gives the app hostile input and counts what got through. Started by `npm run fuzz`.
import { copyBuiltApp } from '../support/campaign/built-app.ts';
import { runCampaign } from '../support/campaign/run-campaign.ts';
import { archives } from './archives.ts';
import { attachmentNames } from './attachment-names.ts';
import { auditTamper } from './audit-tamper.ts';
import { csvExportFormula } from './csv-export-formula.ts';
import { csvImportHostile } from './csv-import-hostile.ts';
import { hostileSqlite } from './hostile-sqlite.ts';
import { procedures } from './procedures.ts';
import { protoPollution } from './proto-pollution.ts';
import { rights } from './rights.ts';
import { signInThrottle } from './signin-throttle.ts';
import { xss } from './xss.ts';

const app = copyBuiltApp();
process.on('exit', () => app.remove());

await runCampaign({
  name: 'fuzz',
  heading: 'input',
  rows: [
    procedures,
    protoPollution,
    csvImportHostile(app.program),
    await rights(),
    signInThrottle,
    hostileSqlite,
    xss(app.program),
    csvExportFormula,
    auditTamper,
    attachmentNames,
    archives,
  ],
  fingerprint: app.fingerprint,
});
