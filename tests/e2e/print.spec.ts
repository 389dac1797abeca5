import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintRow, PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { chromiumArguments, getChromium } from '../../scripts/support/chromium.ts';
import { servePrintPage, type PrintPage } from '../support/print-page/serve.ts';
import { buildPrintWeek, type PrintWeekOptions } from '../support/print-week.builder.ts';

const pointsPerPixel = 72 / 96;

interface Case extends PrintWeekOptions {
  readonly title: string;
  readonly pages: number;
}
const a4 = { over: { paper: 'a4' } } as const;
const cases: readonly Case[] = [
  { title: '5 people', people: 5, pages: 1 },
  { title: '20 people', people: 20, pages: 1 },
  { title: '24 people', people: 24, pages: 1 },
  { title: '40 people', people: 40, pages: 1 },
  { title: '80 people', people: 80, pages: 2 },
  { title: '5 people on A4', people: 5, pages: 1, ...a4 },
  { title: '20 people on A4', people: 20, pages: 1, ...a4 },
  { title: '40 people on A4', people: 40, pages: 1, ...a4 },
  { title: '80 people on A4', people: 80, pages: 2, ...a4 },
  { title: '20 people with split shifts', people: 20, splitShifts: true, pages: 1 },
  { title: '40 people, every second with split shifts', people: 40, plainSplits: true, pages: 1 },
  { title: '20 people, seven days, 24-hour times', people: 20, wide: true, pages: 1 },
  { title: '24 people with long names and text', people: 24, longNames: true, longText: true, pages: 2 },
  { title: '40 people with everything at once', people: 40, longNames: true, longText: true, splitShifts: true, wide: true, pages: 2 },
];

let browser: Browser;
let served: PrintPage;
test.beforeAll(async () => {
  served = await servePrintPage();
  browser = await chromium.launch({ executablePath: getChromium(), args: [...chromiumArguments] });
});
test.afterAll(async () => {
  await browser.close();
  await served.close();
});

async function openWeek(options: PrintWeekOptions, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${served.address(options)}&theme=${theme}`);
  await page.locator('[data-sheet]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

for (const { title, pages, ...options } of cases) {
  test.describe(title, () => {
    let page: Page;
    const week = buildPrintWeek(options);
    test.beforeAll(async () => {
      page = await openWeek(options);
    });
    test.afterAll(() => page.close());

    test(`prints on ${pages === 1 ? 'one page' : `${pages} pages`} with everything on it`, async () => {
      const printed = await readPdf(page);
      expect(printed).toHaveLength(pages);
      const [width, height] = week.paper === 'a4' ? [841.9, 595.3] : [792, 612];
      for (const [index, one] of printed.entries()) {
        expect(Math.abs(one.width - width)).toBeLessThan(1);
        expect(Math.abs(one.height - height)).toBeLessThan(1);
        for (const part of frameTexts(week, index + 1, pages)) expect(one.text).toContain(squeeze(part));
        expect(one.text).not.toContain(squeeze('Never on paper'));
        expect(one.text).not.toContain(squeeze('Print the week'));
      }
      const all = printed.map(({ text }) => text).join('');
      for (const [text, times] of wordsOf(week)) {
        expect(all.split(squeeze(text)).length - 1, text).toBeGreaterThanOrEqual(times);
      }
    });

    test('clips nothing and stays within the page', async () => {
      await page.emulateMedia({ media: 'print' });
      const faults = await page.evaluate(findFaults);
      await page.emulateMedia({ media: null });
      expect(faults).toEqual([]);
    });

    test('is large enough to read', async () => {
      await page.emulateMedia({ media: 'print' });
      const sizes = await page.evaluate(measureType);
      await page.emulateMedia({ media: null });
      expect(sizes.smallest * pointsPerPixel).toBeGreaterThan(7.49);
      if ((options.people ?? 0) <= 25) {
        expect(sizes.name * pointsPerPixel).toBeGreaterThan(10.99);
        expect(sizes.day * pointsPerPixel).toBeGreaterThan(10.99);
      }
    });
  });
}

test('a changed cell is dark at its right edge, also in grey and in the dark theme', async () => {
  const page = await openWeek({ people: 24 }, 'dark');
  await page.emulateMedia({ media: 'print' });
  const marked = page.locator('td', { has: page.getByRole('img', { name: 'changed' }) });
  await expect(marked).toHaveCount(buildPrintWeek({ people: 24 }).changeCount);
  for (const cell of await marked.all()) {
    const edge = await greyOf(page, await cell.screenshot());
    expect(edge.right, 'the bar').toBeLessThan(60);
    expect(edge.darkestBeside, 'the diamond').toBeLessThan(60);
    expect(edge.paper, 'the paper').toBeGreaterThan(240);
  }
  await page.close();
});

test('the sheet stands whole in the window and follows its size', async () => {
  const page = await openWeek({ people: 24 });
  const sheet = page.locator('[data-sheet]');
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: Math.round(width * 0.62) });
    const ground = page.getByRole('region', { name: 'As it will print' });
    await expect
      .poll(async () => {
        const [inner, outer] = [await sheet.boundingBox(), await ground.boundingBox()];
        return inner && outer && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width + 0.5;
      })
      .toBe(true);
    expect((await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(width * 0.5);
  }
  await page.getByRole('radio', { name: 'A4' }).check();
  const box = await sheet.boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(297 / 210, 2);
  await page.close();
});

// ---- what must stand on paper ----

const squeeze = (text: string) => text.replace(/\s+/g, '');

function frameTexts(week: PrintWeek, page: number, pages: number): string[] {
  const changed = week.changedSince === null ? [] : [`changed since ${week.changedSince} (${week.changeCount})`];
  return [
    week.practiceName,
    week.locationName,
    `${week.title} (${week.weekNumber})`,
    week.version,
    week.replaces,
    ...week.days.map(({ head }) => head),
    ...week.legend.map(({ code, name }) => `${code} ${name}`),
    ...changed,
    `${week.printedAt}, page ${page} of ${pages}`,
    'closed for Thanksgiving',
  ];
}

/** Every name and every shift's text, with how often it must stand at least. */
function wordsOf(week: PrintWeek): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string) => text !== '' && counts.set(text, (counts.get(text) ?? 0) + 1);
  const rows: readonly PrintRow[] = [...(week.openRow ? [week.openRow] : []), ...week.groups.flatMap((group) => group.rows)];
  for (const { name, cells } of rows) {
    add(name);
    for (const { lines } of cells) for (const line of lines) add(line.kind === 'shift' ? `${line.start}${line.end}` : line.tail);
    for (const { lines } of cells) for (const line of lines) if (line.kind === 'shift') add(line.tail);
  }
  return counts;
}

interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Without blanks. */
  readonly text: string;
}

async function readPdf(page: Page): Promise<PdfPage[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const one = await document.getPage(number);
    const { width, height } = one.getViewport({ scale: 1 });
    const { items } = await one.getTextContent();
    pages.push({ width, height, text: squeeze(items.map((item) => ('str' in item ? item.str : '')).join('')) });
  }
  await document.destroy();
  return pages;
}

// ---- these run in the page, under print media ----

/** Elements whose content is larger than their box, or that leave the paper. */
function findFaults(): string[] {
  const faults: string[] = [];
  for (const sheet of document.querySelectorAll('[data-sheet]')) {
    const paper = sheet.getBoundingClientRect();
    for (const element of sheet.querySelectorAll('*')) {
      if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) continue;
      // A row is lower than its cells that span several.
      if (element instanceof HTMLTableRowElement) continue;
      const name = `${element.tagName} "${(element.textContent ?? '').slice(0, 40)}"`;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.left < paper.left - 0.5 || box.right > paper.right + 0.5)) faults.push(`${name} leaves the paper sideways`);
      if (box.height > 0 && (box.top < paper.top - 0.5 || box.bottom > paper.bottom + 0.5)) faults.push(`${name} leaves the paper`);
      // The box is laid out four times as large: 2 of its pixels are half a pixel of paper.
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2) faults.push(`${name} is cut sideways`);
      // A font's own box is a fifth higher than its size, lines are set tighter: that much air around letters is no text.
      const air = Number.parseFloat(getComputedStyle(element).fontSize) * 0.12;
      if (element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 2 + air) faults.push(`${name} is cut`);
    }
    const table = sheet.querySelector('table')?.getBoundingClientRect();
    const foot = sheet.querySelector('footer')?.getBoundingClientRect();
    if (!table || !foot || foot.top < table.bottom) faults.push('the foot stands on the table');
    for (const cell of sheet.querySelectorAll('td, th')) {
      const box = cell.getBoundingClientRect();
      const air = Number.parseFloat(getComputedStyle(cell).fontSize) * 0.03 + 0.5;
      const range = document.createRange();
      range.selectNodeContents(cell);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - air || bottom > box.bottom + air) {
          faults.push(`"${cell.textContent}" leaves its cell`);
          break;
        }
      }
    }
  }
  return faults;
}

/** Type sizes on paper, in CSS pixels. */
function measureType(): { smallest: number; name: number; day: number } {
  const scale = 0.25;
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize) * scale;
  const texts = [...document.querySelectorAll('[data-sheet] *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''),
  );
  const least = (selector: string) => Math.min(...[...document.querySelectorAll(`[data-sheet] ${selector}`)].map(sizeOf));
  return { smallest: Math.min(...texts.map(sizeOf)), name: least('tbody:not(:first-of-type) th[scope="row"]'), day: least('thead th') };
}

/** Grey values (0 black) of a changed cell's picture: its right edge, the darkest left of the edge, and the paper. */
async function greyOf(page: Page, png: Buffer): Promise<{ right: number; darkestBeside: number; paper: number }> {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('There is no canvas.');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const grey = (x: number, y: number) => {
        const at = (y * image.width + x) * 4;
        return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      };
      const middle = Math.floor(image.height / 2);
      const inCell = Array.from({ length: image.width * image.height }, (_, at) => at).filter((at) => Math.floor(at / image.width) > 2);
      const beside = inCell.filter((at) => at % image.width > image.width - 16 && at % image.width < image.width - 6);
      const value = (at: number) => grey(at % image.width, Math.floor(at / image.width));
      return {
        right: Math.min(grey(image.width - 2, middle), grey(image.width - 3, middle)),
        darkestBeside: Math.min(...beside.map(value)),
        paper: Math.max(...inCell.map(value)),
      };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
