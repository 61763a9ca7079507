import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { demoReferral } from '../../bot/demo/referrals.ts';
import type { CardJson } from '../../cards/expand.ts';
import { hostConfig, page as previewPage } from '../../cards/previewPage.ts';
import type { Screen } from './screen.ts';
import { raiseStage, type Stage } from './stage.ts';
import { watchCards } from './wire.ts';

/**
 * `npm run docs:screenshots`: the pictures in docs/screenshots, of the Playground at desktop width, and of the same
 * cards at 360 px drawn by the makers' own renderer, because the Playground's page does not fit a phone.
 */
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
const DAY = 24 * 3_600_000;
const FIRST = 'Northwind Traders';
const SECOND = 'Adventure Works GmbH';
const THIRD = 'Wide World Importers';

// The client asks for Segoe UI, which most machines lack; its fallback would be wider than what people see.
const FONTS = [
  ['400', 'Selawik', 'Liberation Sans', 'Arial'],
  ['600', 'Selawik Semibold', 'Liberation Sans Bold', 'Arial Bold'],
].map(([weight, ...names]) => {
  const sources = ['Segoe UI', ...names].map((name) => `local("${name}")`).join();
  return `@font-face{font-family:"Segoe UI";font-weight:${weight};src:${sources}}`;
});

const window = { viewport: { width: 1280, height: 1600 }, deviceScaleFactor: 2 };

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const stage = await raiseStage();
  try {
    await english(stage);
    await german(stage);
  } finally {
    await stage.close();
  }
}

async function english(stage: Stage): Promise<void> {
  const anna = await stage.seat('Anna Berg', window);
  const shoot = await photographer(stage.browser, anna);
  await stage.receive(demoReferral(0, new Date()));
  await anna.card(FIRST).shows('New referral');
  await shoot('received', FIRST);
  await anna.card(FIRST).press('Accept');
  await anna.card(FIRST).type('Estimated value', '95k');
  await anna.card(FIRST).press('Accept referral');
  await anna.card(FIRST).shows('Accepted by');
  await shoot('accepted', FIRST);

  await stage.receive(demoReferral(1, new Date()));
  await anna.card(SECOND).press('Decline');
  await anna.card(SECOND).pick('Proposed timeline was too short');
  await anna
    .card(SECOND)
    .type('Notes (optional)', 'We have nobody free before March. Please ask us again then.');
  await anna.card(SECOND).press('Decline referral');
  await anna.card(SECOND).shows('Declined by');
  await shoot('declined', SECOND);

  await stage.receive({
    ...demoReferral(2, new Date()),
    expirationDateTime: new Date(Date.now() + 3_000).toISOString(),
  });
  await anna.card(THIRD).shows('Expired');
  await shoot('expired', THIRD);

  const late = demoReferral(1, new Date());
  await stage.receive({
    ...late,
    name: 'Fabrikam: reports by the hour',
    customerProfile: { ...(late.customerProfile as object), name: 'Fabrikam' },
    details: {
      ...(late.details as object),
      closingDateTime: new Date(Date.now() - 10 * DAY).toISOString(),
    },
  });
  await anna.card('Fabrikam').press('Accept');
  await anna.card('Fabrikam').press('Accept referral');
  await anna.card('Fabrikam').shows('Not accepted yet');
  await shoot('refused', 'Fabrikam');
}

async function german(stage: Stage): Promise<void> {
  const jonas = await stage.seat('Jonas Weber', window);
  await jonas.say('language deutsch');
  await jonas.reads('Ab jetzt schreibe ich Deutsch.');
  const shoot = await photographer(stage.browser, jonas);
  const move = demoReferral(1, new Date());
  await stage.receive({
    ...move,
    name: 'Umzug nach Azure',
    details: {
      ...(move.details as object),
      notes: 'Der Mietvertrag des Rechenzentrums endet im Juni. 60 Server, zwei davon mit SQL Server 2014.',
    },
    inviteContext: {
      ...(move.inviteContext as object),
      notes: 'Die Architektur muss die Prüfer überzeugen. Könnt ihr die Führung übernehmen?',
    },
  });
  await jonas.card('Umzug nach Azure').shows('Neue Empfehlung');
  await shoot('german', 'Umzug nach Azure');
}

type Shoot = (name: string, text: string) => Promise<void>;

async function photographer(browser: Browser, screen: Screen): Promise<Shoot> {
  const { page } = screen;
  const cards = watchCards(page);
  await screen.reload();
  await page.addStyleTag({ content: FONTS.join('') });
  await page.getByTitle('Toggle Log Panel').click();
  return async (name, text) => {
    await onDesktop(screen, text, join(FOLDER, `${name}-desktop.png`));
    await onPhone(browser, cards(text), join(FOLDER, `${name}-360.png`));
  };
}

async function onDesktop({ page, card }: Screen, text: string, path: string): Promise<void> {
  const { locator } = card(text);
  await locator.waitFor();
  // The Playground's own note that it has sent a press.
  const note = page.getByText('Your response was sent to the app').locator('..').getByRole('button');
  for (const close of await note.all()) await close.click();
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const message = page.locator('.fai-OutputCard').filter({ has: locator });
  await message.scrollIntoViewIfNeeded();
  const box = await message.boundingBox();
  if (!box) throw new Error(`${text} is not to be seen`);
  // With the picture and name of who wrote it.
  const clip = { x: box.x - 56, y: box.y - 22, width: box.width + 60, height: box.height + 26 };
  await page.screenshot({ path, clip });
}

async function onPhone(browser: Browser, card: CardJson, path: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 200 },
    deviceScaleFactor: 2,
    isMobile: true,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  const renderer = readFileSync(
    new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')),
    'utf8',
  );
  const language = typeof card.lang === 'string' ? card.lang : 'en';
  const cards = [{ name: 'card', card }];
  await page.setContent(
    previewPage({ language, theme: 'light', renderer, hostConfig: hostConfig('light'), cards }),
  );
  await page.addStyleTag({ content: `${FONTS.join('')} h2{display:none}` });
  await page.screenshot({ path, fullPage: true });
  await context.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
