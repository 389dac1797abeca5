import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { chromiumArguments, getChromium } from '../../scripts/support/chromium.ts';
import type { CampaignRow } from '../support/campaign/row.ts';
import { startWeb } from '../support/campaign/web-process.ts';
import { settling } from '../support/settled-page.ts';
import { openTestApp } from '../support/test-app.ts';
import { callFromPage } from './support/page-calls.ts';
import { corpusLength, hostileMarkup } from './support/xss-corpus.ts';
import { forgottenFields, hostileWeek, textFields, type PagePractice } from './support/xss-fields.ts';

/** Texts beyond the fields: their numbers say that they were typed into a screen itself. */
const typedInto = textFields.length * corpusLength;
/** Of those whose names begin alike: the fields and imports that made them. */
const peopleOpened = 6;

/** What the page did that it must not: calls that a text made, and breaches of its policy. */
interface Seen {
  readonly ran: Set<number>;
  readonly breaches: string[];
  readonly shown: Set<number>;
  /** Waits until the page stands still. */
  readonly settled: () => Promise<void>;
}

/**
 * A hundred texts that run where they are taken for more than text, in every text field of the contract: through the router as a screen
 * saves them, and by imports. Every screen that shows them is opened in the built app: none runs, and the policy is not called upon.
 */
export function xss(program: string): CampaignRow {
  return {
    name: 'xss',
    about: `${corpusLength} texts in ${textFields.length} fields, on every screen`,
    full: textFields.length * corpusLength,
    quick: textFields.length * 10,
    run: async (attempts) => {
      const texts = attempts.count / textFields.length;
      const seen = await lookAtEveryScreen(program, texts);
      for (let number = attempts.from; number < attempts.count; number += 1) {
        const field = textFields[number % textFields.length];
        const index = Math.floor(number / textFields.length);
        const id = idOf(number % textFields.length, index);
        const what = `${field?.field}: ${hostileMarkup(index, id)}`;
        const isShown = Array.from({ length: texts }, (_, one) => idOf(number % textFields.length, one)).some((one) => seen.shown.has(one));
        if (seen.ran.has(id)) attempts.done(number, `${what} ran`);
        else if (!isShown) attempts.done(number, `${field?.field} was shown nowhere`);
        else attempts.done(number);
      }
      const typed = [...seen.ran].filter((id) => id >= typedInto);
      if (typed.length > 0) throw new Error(`What was typed into a screen ran: ${typed.join(', ')}`);
      if (seen.breaches.length > 0)
        throw new Error(`${seen.breaches.length} breaches of the policy: ${seen.breaches.slice(0, 3).join(' | ')}`);
    },
  };
}

const idOf = (field: number, index: number): number => field * corpusLength + index;

async function lookAtEveryScreen(program: string, texts: number): Promise<Seen> {
  const { app, close } = await openTestApp();
  const forgotten = forgottenFields(app.transport.procedures());
  await close();
  if (forgotten.length > 0) throw new Error(`Nothing is put into ${forgotten.join(', ')}: see xss-fields.ts`);
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-xss-'));
  const host = startWeb(program, folder);
  const browser = await chromium.launch({ executablePath: getChromium(), args: [...chromiumArguments] });
  try {
    const outcome = await host.outcome;
    if (outcome.kind === 'ended') throw new Error(`The host did not start: ${outcome.said}`);
    const page = await browser.newPage({ viewport: { width: 1600, height: 6000 } });
    const seen: Seen = { ran: new Set(), breaches: [], shown: new Set(), settled: settling(page) };
    await watch(page, seen);
    await page.goto(outcome.address);
    await look(page, '/start', seen);
    const practice = await setUp(page);
    for (const [field, { put }] of textFields.entries()) {
      await put(
        practice,
        Array.from({ length: texts }, (_, index) => hostileMarkup(index, idOf(field, index))),
      );
      await note(page, seen);
    }
    await walk(practice, seen);
    return seen;
  } finally {
    await browser.close();
    await host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `x1` is what every text calls; the policy tells of what it stopped, and the console of what it said. */
async function watch(page: Page, seen: Seen): Promise<void> {
  await page.exposeFunction('x1', (id: unknown) => void seen.ran.add(Number(id)));
  await page.exposeFunction('tellBreach', (breach: unknown) => void seen.breaches.push(String(breach)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'tellBreach');
      if (typeof tell === 'function') tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => seen.breaches.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    seen.breaches.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

async function setUp(page: Page): Promise<PagePractice> {
  const input = {
    practice: { name: 'Elm Street Clinic', timeZone: 'UTC', weekStartsOn: 1, workweekStartsOn: 1 },
    hours: 'Mon-Sun 8-5',
    positions: [{ name: 'Staff', code: 'AA', colour: 'fd' }],
  };
  const [made, view] = await callFromPage(page, [
    { type: 'mutation', path: 'practice.setUp', input },
    { type: 'query', path: 'practice.get' },
  ]);
  const { locationId } = z.looseObject({ locationId: z.string() }).parse(made);
  const { positions } = z.looseObject({ positions: z.array(z.looseObject({ id: z.string() })) }).parse(view);
  return { page, locationId, positionId: positions[0]?.id ?? '', places: [] };
}

async function walk({ page, locationId, places }: PagePractice, seen: Seen): Promise<void> {
  await callFromPage(page, [{ type: 'mutation', path: 'rostering.week.publish', input: { locationId, on: hostileWeek, replaces: null } }]);
  for (const place of [
    `/schedule?on=${hostileWeek}`,
    `/schedule/print?on=${hostileWeek}`,
    '/people',
    '/people/new',
    '/notes',
    '/settings/practice',
    '/settings/locations',
    '/settings/positions',
    '/settings/closures',
    '/settings/security',
    '/settings/backups',
    '/settings/history',
    '/settings/access-record',
    '/settings/archive',
    '/settings/appearance',
    '/settings/about',
    '/supplies/items',
    '/supplies/vendors',
    '/supplies/count',
    ...places,
  ]) {
    await look(page, place, seen);
  }
  const [list] = await callFromPage(page, [{ type: 'query', path: 'people.list' }]);
  const people = z.array(z.looseObject({ id: z.string(), givenName: z.string() })).parse(list);
  for (const start of ['', 'Field', 'Import', 'Sheet']) {
    const some = people.filter(({ givenName }) => givenName.startsWith(start));
    const step = Math.max(1, Math.floor(some.length / peopleOpened));
    for (const { id } of some.filter((_, index) => index % step === 0)) await look(page, `/people/${id}`, seen);
  }
  await typeIntoScreens(page, seen);
}

/** What is typed into the palette and pasted into the import, which show it before it is kept. */
async function typeIntoScreens(page: Page, seen: Seen): Promise<void> {
  await look(page, '/people/import', seen);
  const list = Array.from({ length: corpusLength }, (_, index) => hostileMarkup(index, typedInto + index).replaceAll(/[\r\n\t]/g, ' '));
  await page
    .getByRole('textbox', { name: /^Paste the staff list here/ })
    .fill(`Name\tPosition\n${list.map((text) => `${text}\t${text}`).join('\n')}`);
  await settle(page, seen);
  for (const text of ['<img src=x onerror=x1(9998)>', '<script>x1(9999)</script>', 'x1(']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill(text);
    await settle(page, seen);
    await page.keyboard.press('Escape');
  }
}

async function look(page: Page, place: string, seen: Seen): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await settle(page, seen);
}

/** Until the page stands still; then what it shows is kept. */
async function settle(page: Page, seen: Seen): Promise<void> {
  await seen.settled();
  await note(page, seen);
}

/** Keeps which of the texts the page shows, as text or in a field. */
async function note(page: Page, seen: Seen): Promise<void> {
  const shown = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => String(Reflect.get(field, 'value')));
    return [document.title, document.body.textContent, ...fields].join('\n');
  });
  // Codes are kept in capitals.
  for (const [, id] of shown.matchAll(/x1\((\d+)\)/gi)) seen.shown.add(Number(id));
}
