import type { Page } from '@playwright/test';
import { addDays } from '../../main/kernel/local-date.ts';
import { median, ratioOf, type Measure } from './measure.ts';
import { fiveYears, mondayOf } from './support/five-years.ts';
import { leftToScroll, putPlainTable, twoFrames, watchCell, watchLongTasks } from './support/in-page.ts';
import { inWindow, showWeek } from './support/window.ts';

const week = mondayOf(fiveYears.weeks - 20);
const edits = 40;
const warmEdits = 8;
/** Rows that are typed into, from the top, where both tables show them. */
const rows = 8;

/** Differs from what stands in the row, and from what was typed there before. */
const entryOf = (edit: number): string => `9-${2 + (Math.floor(edit / rows) % 5)}`;

export const editPaint: Measure = {
  name: 'edit-paint',
  about: 'Enter to painted cell, 80 people / a plain HTML table doing the same',
  bound: 2,
  run: () =>
    inWindow(async (page, origin) => {
      await showWeek(page, origin, week);
      const tuesdays = page.locator(`[id^="cell-"][id$="-${addDays(week, 1)}"]:not([id^="cell-open"])`);
      const ids = await tuesdays.evaluateAll((cells) => cells.map((cell) => cell.id));
      if (ids.length !== fiveYears.people) throw new Error(`The grid shows ${ids.length} people.`);
      await page.evaluate(putPlainTable, fiveYears.people);
      const times = { ours: [] as number[], raw: [] as number[] };
      for (let edit = 0; edit < warmEdits + edits; edit += 1) {
        const read = page.waitForResponse((response) => response.request().postData()?.includes('rostering.week.get') === true);
        const ours = await timeEntry(page, ids[edit % rows] ?? '', entryOf(edit));
        await read;
        await page.evaluate(twoFrames);
        const raw = await timeEntry(page, `plain-${edit % rows}-1`, entryOf(edit));
        if (edit < warmEdits) continue;
        times.ours.push(ours);
        times.raw.push(raw);
      }
      return ratioOf(times);
    }),
};

/** Types into a cell; answers the ms from the stamp of Enter until the new text was painted. */
async function timeEntry(page: Page, cell: string, text: string): Promise<number> {
  await page.locator(`[id="${cell}"]`).click();
  await page.keyboard.type(text);
  await page.evaluate(twoFrames);
  const watch = await page.evaluateHandle(watchCell, cell);
  await page.keyboard.press('Enter');
  const time = await watch.evaluate(({ done }) => done);
  await watch.dispose();
  return time;
}

const scrollRuns = 5;
const weeksScrolled = 4;

export const scrollLongtask: Measure = {
  name: 'scroll-longtask',
  about: 'longest task while 80 people x 4 weeks are scrolled through',
  bound: 50,
  unit: 'ms',
  run: () =>
    inWindow(async (page, origin) => {
      const longest: number[] = [];
      const changes: number[] = [];
      await showWeek(page, origin, addDays(week, -weeksScrolled * 7));
      for (let run = 0; run < scrollRuns; run += 1) {
        let inRun = 0;
        for (let shown = 0; shown < weeksScrolled; shown += 1) {
          inRun = Math.max(inRun, await longestTask(page, () => scrollThrough(page)));
          const change = await longestTask(page, () => goToWeekAfter(page));
          changes.push(change);
          inRun = Math.max(inRun, change);
        }
        longest.push(inRun);
      }
      // Showing another week counts too: four weeks are scrolled through, not one.
      process.stderr.write(
        `  longest tasks ${texts(longest)} ms; of showing another week alone, ${median(changes).toFixed(0)}, at most ${Math.max(...changes).toFixed(0)} ms\n`,
      );
      return median(longest);
    }),
};

/** The longest task of the page, in ms, while something is done in it; 0 when none took 50 ms. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(watchLongTasks);
  await work();
  return watch.evaluate((tasks) => tasks.longest());
}

const texts = (times: readonly number[]): string => times.map((time) => time.toFixed(0)).join(', ');

async function goToWeekAfter(page: Page): Promise<void> {
  // By key: looking for a button by its role would work in the page, as long as the app itself.
  const before = await page.locator('[role="grid"]').getAttribute('aria-label');
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForFunction((label) => document.querySelector('[role="grid"]')?.getAttribute('aria-label') !== label, before);
  await page.evaluate(twoFrames);
}

/** To the last person and back by the wheel. */
async function scrollThrough(page: Page): Promise<void> {
  const box = await page.locator('main').boundingBox();
  if (!box) throw new Error('The page shows no main part.');
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  const whole = await page.evaluate(leftToScroll);
  if (whole < 500) throw new Error(`There are only ${whole} pixels to scroll.`);
  for (const step of [240, -240]) {
    for (let gone = 0; gone < whole + 480; gone += 240) {
      await page.mouse.wheel(0, step);
      await page.evaluate(twoFrames);
    }
  }
}
