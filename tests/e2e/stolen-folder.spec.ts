import { expect, test } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { repository } from '../../scripts/support/repository.ts';
import { buildPng } from '../support/picture.builder.ts';
import { TextSearch } from '../support/text-search.ts';
import { AccessPage } from './pages/access.page.ts';
import { FilesPart } from './pages/files.page.ts';
import { PeoplePage } from './pages/people.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { ask, follow } from './support/ask.ts';
import { hosts, launch, type RunningApp } from './support/launch.ts';
import { textsOfPractice } from './support/texts-of-practice.ts';

const owner = { name: 'Dorothea Vandermeer', passphrase: 'river lamp orange nine', pin: '829164' };
const clerk = { name: 'Ignatius Plumley', passphrase: 'first day for Ignatius', pin: '570283' };
const wrong = { name: 'Absalom Nobody', passphrase: 'a wrong guess typed aloud' };
const sheet = ['Name\tPosition\tMon\tTue', 'Odalys Quimby\tFront desk\t8-5\toff', 'Thaddeus Vexley\tNurses\t8-5 Perdita wing\t7-4'].join(
  '\n',
);
const unsaved = 'Wilhelmina-not-saved';
const left = 'Mrs. Pettibone called about the Hollyhock form';
const leftLater = 'Lightbulb of the Juniper room is gone';
const letter = 'Dear Odalys, your contract begins at Whitsuntide.\n';

/** Words of the practice that are also words of the program, and so the names of its files and of what is in them. */
const wordsOfTheProgram = new Set(
  'about account attachment attempts backup backups computer device keyring kind letter location lock made name open owner passphrase practice program recovery restore'.split(
    ' ',
  ),
);

/** Of those that are invented and nothing else. */
const names = ['Odalys', 'Quimby', 'Thaddeus', 'Marchbanks', 'Bartholomew', 'Grimsditch', 'Pettibone', 'Cloverfield', 'Phlebotomists'];
const untyped = 'before anything was typed';

/** Every file below a folder; links and what else is none are left out. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

let root: string;
test.beforeEach(() => {
  test.setTimeout(240_000);
  root = mkdtempSync(join(tmpdir(), 'stolen-'));
});
test.afterEach(() => {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
});

/** Puts something into every table that a screen fills. */
async function fillPractice({ page }: RunningApp): Promise<void> {
  const start = new StartPage(page);
  await start.staff.fill(sheet);
  await start.setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
  const shell = new ShellPage(page);
  await expect(shell.rail).toBeVisible();
  const { locations, positions, today } = Object(await ask(page, 'query', 'practice.get', undefined));
  const [{ id: locationId }] = locations;
  const [{ id: positionId }] = positions;
  const person = {
    givenName: 'Ezekiel',
    familyName: 'Marchbanks',
    nickname: 'Zeke',
    phone: '555-0173 ext. 42',
    positions: [{ positionId, level: 'primary' }],
  };
  const { id: personId } = Object(await ask(page, 'mutation', 'people.save', { person }));
  await ask(page, 'mutation', 'people.payRate.save', { personId, payRate: { effectiveOn: '2026-01-05', centsPerHour: 2875 } });
  const location = { name: 'Cloverfield annex', timeZone: 'America/Chicago', openingHours: [] };
  await ask(page, 'mutation', 'practice.location.save', { location });
  await ask(page, 'mutation', 'practice.position.save', { position: { name: 'Phlebotomists', code: 'PH', colour: 'lb' } });
  await ask(page, 'mutation', 'practice.closure.save', {
    closure: { on: '2027-03-04', name: 'Founders’ picnic', locationId: null, credited: false },
  });
  const shift = { locationId, positionId, personId, on: today, startMinute: 480, lengthMinutes: 480, note: 'brings the Peregrine keys' };
  await ask(page, 'mutation', 'rostering.shift.save', { shift });
  await ask(page, 'mutation', 'rostering.cells.write', {
    locationId,
    writes: [{ personId, on: '2026-12-09', text: 'swap w/ Bartholomew?', seen: [] }],
  });
  await ask(page, 'mutation', 'rostering.week.saveNote', { locationId, on: today, note: 'Elevator inspection with Mr. Grimsditch' });
  await ask(page, 'mutation', 'rostering.week.publish', { locationId, on: today, replaces: null });
  await ask(page, 'mutation', 'capture.leave', { text: left, initials: 'QXZ' });
  await shell.goTo('People');
  await new PeoplePage(page).person('Marchbanks').first().click();
  const files = new FilesPart(page);
  await expect(files.section).toContainText('No files yet.');
  await files.add('Marchbanks contract.txt', 'text/plain', Buffer.from(letter));
  await expect(files.list).toHaveCount(1);
  await files.add('Badge of Ezekiel.png', 'image/png', Buffer.from(buildPng({ width: 300, height: 200 })));
  await expect(files.list).toHaveCount(2);
}

/** Types into a person and does not save it. */
async function typeAndLock(app: RunningApp, access: AccessPage): Promise<void> {
  await new ShellPage(app.page).goTo('People');
  await new PeoplePage(app.page).person('Odalys').first().click();
  await app.page.getByRole('complementary').getByRole('textbox', { name: 'Called' }).fill(unsaved);
  await access.lock();
}

for (const host of hosts) {
  test(`${host}: a stolen copy of the folder yields no readable byte of any text in it`, async () => {
    const folder = join(root, 'data');
    const second = join(root, 'usb');
    mkdirSync(second);
    const steal = (when: string) => cpSync(folder, join(root, 'stolen', when), { recursive: true });

    const app = await launch(host, { folder });
    const { page } = app;
    await expect(new StartPage(page).heading).toBeVisible();
    steal(untyped);
    const access = new AccessPage(page);
    await fillPractice(app);
    await follow(page, 'backup.make');
    const key = await access.protect(owner.name, owner.passphrase, owner.pin);
    await page.getByRole('button', { name: 'Compare later' }).click();
    await access.addAccount(clerk.name, 'staff', clerk.passphrase);
    await ask(page, 'mutation', 'backup.settings', { folder: second });
    await follow(page, 'backup.make');
    await ask(page, 'mutation', 'access.confirm', { passphrase: owner.passphrase });
    await app.electron?.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      },
      join(root, 'export.zip'),
    );
    await follow(page, 'archive.export');
    steal('while somebody works');

    const { backups } = Object(await ask(page, 'query', 'backup.list', undefined));
    await follow(page, 'backup.restore', { source: { kind: 'listed', place: 'here', name: backups[0].name } });
    await access.comeInByPin(owner.name, owner.pin);
    expect(readdirSync(join(folder, 'aside'))).toHaveLength(1);
    await typeAndLock(app, access);
    expect(readdirSync(join(folder, 'drafts'))).toHaveLength(1);
    await ask(page, 'mutation', 'capture.leave', { text: leftLater, initials: 'QXZ' });
    steal('while nobody is signed in');

    await access.comeInByPin(owner.name, owner.pin);
    await ask(page, 'mutation', 'access.lock', { close: true });
    await access.signIn(wrong.name, wrong.passphrase);
    await expect(page.getByText(/name or the passphrase is not right/)).toBeVisible({ timeout: 20_000 });
    await ask(page, 'mutation', 'capture.leave', { text: leftLater, initials: 'QXZ' });
    expect(readdirSync(join(folder, 'capture')).length).toBeGreaterThan(0);
    steal('while the practice is closed');
    await access.signIn(owner.name, owner.passphrase);
    await expect(page.getByRole('button', { name: `Signed in: ${owner.name}` })).toBeVisible({ timeout: 20_000 });
    await app.close();
    steal('after the program ended');
    cpSync(second, join(root, 'stolen', 'the second place'), { recursive: true });

    const { whole, words: single } = await textsOfPractice(folder, owner.name, owner.passphrase);
    for (const text of [
      'Odalys',
      'brings the Peregrine keys',
      left,
      leftLater,
      'swap w/ Bartholomew?',
      'Marchbanks contract.txt',
      clerk.name,
    ]) {
      expect(whole, 'the practice holds what was put into it').toContain(text);
    }
    const secrets = [owner, clerk, wrong].flatMap(({ name, passphrase }) => [name, passphrase]);
    const looked = [...whole, ...single, ...secrets, owner.pin, key, ...key.split('-'), unsaved, letter, letter.trim(), sheet];
    const search = new TextSearch(looked.filter((text) => !wordsOfTheProgram.has(text.toLowerCase())));
    const dump = Buffer.from(JSON.stringify([...whole]));
    expect(search.in(dump).length, 'the search finds what lies open').toBeGreaterThan(whole.size / 2);

    const stolen = join(root, 'stolen');
    const inFile = (path: string) => search.in(readFileSync(path));
    // Chromium keeps files of its own in `window`: full of its words and of those of the page it was given, before anybody typed a thing.
    const ofThePage = [...filesIn(join(stolen, untyped)), ...filesIn(join(repository, 'out/renderer'))].flatMap(inFile);
    const words = new Set(ofThePage.map(({ text }) => text));
    for (const name of names) expect(words, 'a name of the practice is no word of the page').not.toContain(name);
    const found = filesIn(stolen).flatMap((path) => {
      const name = relative(stolen, path);
      const isWindow = name.split(sep)[1] === 'window';
      const hits = [...search.in(Buffer.from(name.split(sep).slice(1).join('/').padEnd(20))), ...inFile(path)];
      return hits.filter(({ text }) => !isWindow || !words.has(text)).map(({ text, as }) => `${name}: "${text}" as ${as}`);
    });
    expect(found).toEqual([]);
    expect(app.problems).toEqual([]);
  });
}
