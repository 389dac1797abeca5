import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAll, unzip } from '../support/archive.builder.ts';
import { setUpPractice } from '../support/campaign/caller.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const known = [
  '../../../../etc/passwd',
  '..\\..\\..\\windows\\system32\\drivers\\etc\\hosts',
  '/etc/shadow',
  'C:\\autoexec.bat',
  'C:evil.txt',
  '\\\\server\\share\\evil.txt',
  '\\\\?\\C:\\evil.txt',
  'file:///etc/passwd',
  'CON',
  'con.txt',
  'PRN.txt',
  'AUX .txt',
  'nul',
  'COM1.txt',
  'COM¹.txt',
  'LPT9',
  'CONIN$',
  'letter.txt:hidden.exe',
  'letter.txt::$DATA',
  'letter.txt\0.exe',
  '\0',
  '',
  ' ',
  '.',
  '..',
  '...',
  '.htaccess',
  'name.',
  'name ',
  'invoice\u202efdp.exe',
  '\u2066\u2067name\u2069.txt',
  'zero\u200bwidth\ufeff.txt',
  'line\r\nSet-Cookie: a=b',
  'tab\tname.txt',
  `${'a'.repeat(300)}.txt`,
  `${'é'.repeat(300)}.txt`,
  `${'👩‍👩‍👧'.repeat(100)}.txt`,
  '\ud800broken\udfff.txt',
  'e\u0301'.repeat(200),
  '<img src=x onerror=alert(1)>.txt',
  '"; rm -rf ~; ".txt',
  '$(reboot).txt',
  '`id`.txt',
  '%2e%2e%2fetc%2fpasswd',
  '=cmd|calc!A1.txt',
  '@SUM(A1).txt',
  '__proto__',
  'constructor',
  'desktop.ini',
  'letter.lnk',
  'letter.txt.exe',
  'letter.html',
  'a/b/c/d.txt',
  '💾'.repeat(80),
] as const;

const pieces = [
  '..',
  '/',
  '\\',
  ':',
  '.',
  ' ',
  'CON',
  'nul',
  '\0',
  '\u202e',
  '\n',
  '"',
  '<',
  '|',
  '*',
  '?',
  '$DATA',
  '.exe',
  'é',
  '👩‍👩‍👧',
  'a'.repeat(60),
  '%2f',
  '~',
  '.txt',
];

const nameOf = (number: number, random: Random): string =>
  known[number] ?? Array.from({ length: random.between(1, 12) }, () => random.pick(pieces)).join('');

interface World {
  readonly test: TestApp;
  readonly folder: string;
  readonly personIds: readonly string[];
}

/** Hostile names of files that are added: each is shown and saved under a plain one, and lies under an id and nowhere else. */
export const attachmentNames: CampaignRow = {
  name: 'attachment-names',
  about: 'names of added files that lead elsewhere',
  full: 400,
  quick: 100,
  run: async (attempts) => {
    const outer = mkdtempSync(join(tmpdir(), 'fuzz-names-'));
    const folder = join(outer, 'a', 'data');
    const test = await openTestApp({ folder });
    try {
      const { personIds } = await setUpPractice((operation) => test.app.transport.request(operation), 1);
      const world = { test, folder, personIds };
      await inLanes(attempts, 1, (number) => addUnder(nameOf(number, randomFrom(attempts.seed, number)), number, world));
      await lookAtExport(test);
      const around = [...readdirSync(outer), ...readdirSync(join(outer, 'a'))].join(' ');
      if (around !== 'a data') throw new Error(`Something lies outside of the data folder: ${around}`);
    } finally {
      await test.close();
      rmSync(outer, { recursive: true, force: true });
    }
  },
};

async function addUnder(given: string, number: number, { test, folder, personIds }: World): Promise<void> {
  const shown = JSON.stringify(given.slice(0, 60));
  const put = await test.app.transport.putFile({ name: given, bytes: Buffer.from(`words of file ${number}`) });
  if (!put.ok) throw new Error(`${shown}: not taken: ${put.error.message}`);
  const subject = { kind: 'person', id: personIds[0] ?? '' } as const;
  const { id } = await test.client.attachments.add.mutate({ subject, file: String(put.data) });
  const { files } = await test.client.attachments.list.query({ subject });
  const name = files.find((file) => file.id === id)?.name ?? '';
  const fault = faultOf(name);
  if (fault !== undefined) throw new Error(`${shown} is shown as ${JSON.stringify(name)}, which ${fault}`);
  await test.client.attachments.saveCopy.mutate({ id });
  const saved = test.desktop.saved.at(-1);
  if (saved?.name !== name || Buffer.from(saved.bytes).toString() !== `words of file ${number}`)
    throw new Error(`${shown}: copied otherwise`);
  const stored = readdirSync(join(folder, 'attachments'));
  const strange = stored.find((one) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one));
  if (strange !== undefined) throw new Error(`${shown}: ${strange} lies among the files`);
}

/** What is wrong with a name, if anything. */
function faultOf(name: string): string | undefined {
  if (name === '' || name.length > 100 || Buffer.byteLength(name) > 200) return 'is empty or too long';
  if (/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u.test(name)) return 'holds what no name may';
  if (/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)/i.test(name)) return 'is a device';
  if (/^[. ]|[. ]$/.test(name)) return 'begins or ends with a dot or blank';
  return /\.(txt|md|csv|tsv)$/i.test(name) ? undefined : 'has the extension of something else';
}

/** Under the same names they go into an export, and each has a place of its own there. */
async function lookAtExport(test: TestApp): Promise<void> {
  const names = Object.keys(await unzip((await exportAll(test)).zip)).filter((name) => name.startsWith('attachments/'));
  const wrong = names.find((name) => !/^attachments\/[0-9a-f-]{36}-[^/\\]+$/.test(name));
  if (wrong !== undefined || names.length === 0) throw new Error(`An export holds ${JSON.stringify(wrong)}`);
}
