// Draws the icons of the packages from assets/icon.svg: one PNG, which electron-builder turns into each system's own kind.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumArguments, getChromium } from './support/chromium.ts';
import { inRepository } from './support/repository.ts';

const size = 1024;
const browser = await chromium.launch({ executablePath: getChromium(), args: [...chromiumArguments] });
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(inRepository('assets/icon.svg'), 'utf8')}`);
  writeFileSync(inRepository('assets/icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
