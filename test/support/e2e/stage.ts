import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { beginDemo } from '#bot/demo/beginning.ts';
import { type DemoGuest, playgroundOf as playgroundOfGuest } from '#bot/demo/guests.ts';
import { demoOrganizations } from '#bot/demo/organizations.ts';
import { startPlayground } from '#bot/demo/playground.ts';
import { keyDigest } from '#bot/http/intakeKeys.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { KEY, type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { openChromium } from './chromium.ts';
import { type Name, playgroundOf } from './people.ts';
import { openScreen, type Screen } from './screen.ts';

/** A running bot, and a Teams for each person who sits down. */
export interface Stage {
  bot: RunningBot;
  browser: Browser;
  /** The bot's; the people's goes on as it is. */
  clock: MovableClock;
  /** A Playground and a browser window of one's own, opened at the personal chat. */
  seat(name: Name, window?: BrowserContextOptions): Promise<Screen>;
  /** The same for the first person of another organization. */
  seatOf(guest: DemoGuest, window?: BrowserContextOptions): Promise<Screen>;
  /** Waits until nothing is under way any more: an edit of a card would wipe a form that is open in it. */
  rest(): Promise<void>;
  /** A referral comes in from Partner Center. */
  receive(referral: Record<string, unknown>): Promise<void>;
  /** Where a referral stands, as another system is told. */
  statusOf(referral: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

/** Where everybody is. */
const ZONE = 'Europe/Berlin';

/** A first start may have to install Chromium. */
export const STAGE_PATIENCE = 300_000;

/** Raises it; with `together` the demo's other organizations are there, too. */
export async function raiseStage({ together = false } = {}): Promise<Stage> {
  const organizations = demoOrganizations(ZONE, keyDigest(KEY));
  const clock = movableClock();
  const [browser, bot] = await Promise.all([
    openChromium(),
    startBot({}, together ? { organizations, clock } : { clock }),
  ]);
  if (together) await beginDemo(bot.composed.store);
  const folder = mkdtempSync(join(tmpdir(), 'cosell-e2e-'));
  const ends: (() => Promise<void>)[] = [];
  const sit = async (name: string, playground: string, window?: BrowserContextOptions): Promise<Screen> => {
    const configFile = join(folder, `${name}.yml`);
    writeFileSync(configFile, playground);
    const starting = startPlayground({
      messagesUrl: `${bot.url}/api/messages`,
      configFile,
      port: 0,
      logFile: join(folder, `${name}.log`),
      timeZone: ZONE,
    });
    const opening = browser.newPage({
      locale: 'en-US',
      timezoneId: ZONE,
      // Nothing has to be waited for until it has stopped moving.
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 1100 },
      ...window,
    });
    const [{ url, stop }, page] = await Promise.all([starting, opening]);
    ends.push(stop);
    return openScreen(page, url);
  };
  return {
    bot,
    browser,
    clock,
    seat: (name, window) => sit(name, playgroundOf(name), window),
    seatOf: (guest, window) => sit(guest.id, playgroundOfGuest(guest), window),
    async rest() {
      // What is being worked on falls due again when its lease ends, within a minute.
      const soon = () => new Date(Date.now() + 90_000).toISOString();
      let calm = 0;
      await until('that nothing is under way', async () => {
        const due = await bot.composed.store.due(soon(), { total: 20, perOrganization: 20 });
        // Counting what changed goes on for half a minute, and nobody sees it.
        calm = due.every(({ kind }) => kind === 'figures') ? calm + 1 : 0;
        return calm > 10;
      });
    },
    async receive(referral) {
      const { status, body } = await bot.intake(referral);
      if (status !== 202) throw new Error(`the intake answered ${status}: ${JSON.stringify(body)}`);
    },
    async statusOf({ id }) {
      const { body } = await bot.read(id);
      return `${body.status}/${body.substatus}`;
    },
    async close() {
      await browser.close();
      await Promise.all(ends.map((end) => end()));
      await bot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const DAY = 24 * 3_600_000;

/** A referral about a customer; what a test does not say is as in any other referral. */
export function referralFrom(
  customer: string,
  { closes = 90 * DAY }: { closes?: number } = {},
): Record<string, unknown> {
  const now = Date.now();
  const plain = inbound({}, new Date(now));
  return {
    ...plain,
    name: `${customer}: analytics`,
    expirationDateTime: new Date(now + 13 * DAY).toISOString(),
    customerProfile: { ...(plain.customerProfile as object), name: customer },
    details: { ...(plain.details as object), closingDateTime: new Date(now + closes).toISOString() },
  };
}
