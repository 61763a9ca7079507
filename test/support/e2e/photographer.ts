import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { CardJson } from '#cards/expand.ts';
import { hostConfig, page as previewPage } from '#cards/previewPage.ts';
import { pathOf } from '#test/support/repository.ts';
import { rendererSource } from './renderer.ts';
import type { Screen } from './screen.ts';
import { watchCards } from './wire.ts';

/** Where the pictures of the README and of the guides lie. */
export const FOLDER = pathOf('docs/screenshots');

/** Pixels for each of the page: sharp at the size in which they are shown, and small as files. */
const SHARPNESS = 1.5;

/** The window in which pictures are taken. */
export const pictureWindow = { viewport: { width: 1280, height: 1600 }, deviceScaleFactor: SHARPNESS };

// The client asks for Segoe UI, which most machines lack; its fallback would be wider than what people see.
const FONTS = [
  ['400', 'Selawik', 'Liberation Sans', 'Arial'],
  ['600', 'Selawik Semibold', 'Liberation Sans Bold', 'Arial Bold'],
].map(([weight, ...names]) => {
  const sources = ['Segoe UI', ...names].map((name) => `local("${name}")`).join();
  return `@font-face{font-family:"Segoe UI";font-weight:${weight};src:${sources}}`;
});

/**
 * Takes the newest card with this text: as it stands on the screen, and as a phone shows it, there with the form open that
 * `opened` names, a button.
 */
export type Shoot = (name: string, text: string, opened?: string) => Promise<void>;

export async function photographer(browser: Browser, screen: Screen): Promise<Shoot> {
  const { page } = screen;
  const cards = watchCards(page);
  await screen.reload();
  await page.addStyleTag({ content: FONTS.join('') });
  await page.getByTitle('Toggle Log Panel').click();
  return async (name, text, opened) => {
    await onDesktop(screen, text, join(FOLDER, `${name}-desktop.png`));
    await onPhone(browser, cards(text), join(FOLDER, `${name}-360.png`), opened);
  };
}

/** Closes the Playground's own notes that it has sent a press; what is typed into a card with one is lost by that. */
export async function closeNotes({ page }: Screen): Promise<void> {
  const note = page.getByText('Your response was sent to the app').locator('..').getByRole('button');
  // One may go by itself while it is looked for.
  while ((await note.count()) > 0) {
    await note
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  }
}

async function onDesktop(screen: Screen, text: string, path: string): Promise<void> {
  const { page, card } = screen;
  const locator = card(text).locator.last();
  await locator.waitFor();
  await closeNotes(screen);
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const message = locator.locator('xpath=ancestor::*[contains(@class, "fai-OutputCard")][1]');
  await closeNotes(screen);
  await message.scrollIntoViewIfNeeded();
  // Below the head of the page, which would hide what is scrolled to the very top.
  await message.evaluate((element: unknown) =>
    (element as { scrollIntoView(how: object): void }).scrollIntoView({
      block: 'center',
      behavior: 'instant',
    }),
  );
  const box = await message.boundingBox();
  if (!box) throw new Error(`${text} is not to be seen`);
  // With the picture and name of who wrote it.
  const clip = { x: box.x - 56, y: box.y - 22, width: box.width + 60, height: box.height + 26 };
  await page.screenshot({ path, clip });
}

async function onPhone(browser: Browser, card: CardJson, path: string, opened?: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 200 },
    deviceScaleFactor: SHARPNESS,
    isMobile: true,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  const renderer = rendererSource();
  const language = typeof card.lang === 'string' ? card.lang : 'en';
  const cards = [{ name: 'card', card }];
  await page.setContent(
    previewPage({ language, theme: 'light', renderer, hostConfig: hostConfig('light'), cards }),
  );
  await page.addStyleTag({ content: `${FONTS.join('')} h2{display:none}` });
  if (opened) await page.getByRole('button', { name: opened, exact: true }).click();
  await page.screenshot({ path, fullPage: true });
  await context.close();
}
