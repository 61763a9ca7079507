import type { Browser } from 'playwright-core';
import { openChromium } from '#test/support/e2e/chromium.ts';

/** Draws an SVG into a PNG file by Chromium; where there is none the SVG stands alone, and that is said. */
export async function writePng(svg: string, file: string): Promise<void> {
  let browser: Browser;
  try {
    browser = await openChromium();
  } catch (error) {
    process.stderr.write(`no ${file}: ${(error as Error).message}\n`);
    return;
  }
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    await page.locator('svg').screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
