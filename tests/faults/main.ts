// Causes faults on purpose and counts what they broke. Started by `npm run faults`.
import { copyBuiltApp } from '../support/campaign/built-app.ts';
import { runCampaign } from '../support/campaign/run-campaign.ts';
import { clock } from './clock.ts';
import { concurrent } from './concurrent.ts';
import { bitFlips, zeroedPages } from './damaged-pages.ts';
import { diskFull, hasSmallDisks } from './disk-full.ts';
import { killBackup } from './kill-backup.ts';
import { diedInMigration, killMigration } from './kill-migration.ts';
import { killRekey } from './kill-rekey.ts';
import { killRestore } from './kill-restore.ts';
import { killSave } from './kill-save.ts';
import { networkPath } from './network-path.ts';
import { newerDatabase } from './newer-database.ts';
import { pragmas } from './pragmas.ts';
import { hasPermissions, readOnly } from './read-only.ts';
import { restoreRefused } from './restore-refused.ts';
import { restoreRoundtrip } from './restore-roundtrip.ts';
import { secondStart } from './second-start.ts';
import { soak } from './soak.ts';
import { undo } from './undo.ts';
import { walDamage } from './wal-damage.ts';

if (await diedInMigration()) process.exit(0);

const app = copyBuiltApp();
process.on('exit', () => app.remove());

if (!hasSmallDisks) {
  console.error(
    'DISK-FULL IS NOT TRIED: it needs Linux and the right to mount a small disk (root). Run it where there is one before a release.',
  );
}

await runCampaign({
  name: 'faults',
  heading: 'fault',
  rows: [
    pragmas,
    concurrent,
    secondStart(app.program),
    undo,
    bitFlips,
    zeroedPages,
    walDamage,
    restoreRefused,
    newerDatabase,
    ...(hasPermissions ? [readOnly] : []),
    networkPath,
    clock,
    soak,
    restoreRoundtrip,
    killBackup(app.program),
    ...(hasSmallDisks ? [diskFull(app.program)] : []),
    killRestore(app.program),
    await killMigration(),
    killRekey(app.program),
    killSave(app.program),
  ],
  fingerprint: app.fingerprint,
});
