import type { Page } from 'playwright-core';
import { type Card, cardIn } from './card.ts';

/** The Playground as a person sees it. */
export interface Screen {
  page: Page;
  openChat(): Promise<void>;
  /** *General* of the team *Sales*; its first opening adds the bot to the team. */
  openChannel(): Promise<void>;
  /** Types a message into the personal chat and sends it. */
  say(text: string): Promise<void>;
  /** Begins a thread in the channel that is open, with a mention of the bot. */
  post(text: string): Promise<void>;
  /** Waits until the bot has written this line in the chat that is open. */
  reads(line: string): Promise<void>;
  /** The card on which this stands. */
  card(text: string): Card;
  /** The oldest of several cards on which this stands. */
  eldest(text: string): Card;
  /** The newest of them. */
  latest(text: string): Card;
  /** How many cards with this text are there now. */
  count(text: string): Promise<number>;
  /** Waits until a reply to the post with this text or card can be read. */
  readsBelow(post: string, line: string): Promise<void>;
  reload(): Promise<void>;
}

/** For a busy machine: what is waited for is there within a second or two where nothing else runs. */
const PATIENCE = 45_000;
/** A page is opened while browser, bot and Playground are still starting. */
const PATIENCE_FOR_PAGE = 90_000;
const CARD = '.ac-adaptiveCard';
const MESSAGE = '.fai-OutputCard';
const EDITOR = '[data-lexical-editor="true"]';

export async function openScreen(page: Page, url: string): Promise<Screen> {
  page.setDefaultTimeout(PATIENCE);
  // Fonts and ornaments from elsewhere: without network each would be waited for.
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.abort(),
  );
  // What is said before the page is connected is lost to it; from this line of its log on it is.
  const timeout = PATIENCE_FOR_PAGE;
  const arrive = () => page.getByText('installationUpdate 200').first().waitFor({ timeout });
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout });
  await arrive();
  const open = (name: string) => page.getByRole('treeitem', { name }).click();
  return {
    page,
    openChat: () => open('Personal Chat'),
    openChannel: () => open('Sales - General'),
    async say(text) {
      await page.locator(EDITOR).first().click();
      await page.keyboard.type(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    async post(text) {
      await page.locator(EDITOR).first().click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: 'Co-sell' }).click();
      await page.keyboard.type(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    reads: (line) => page.locator(MESSAGE).getByText(line).first().waitFor(),
    card: (text) => cardIn(page, page.locator(CARD).filter({ hasText: text })),
    eldest: (text) => cardIn(page, page.locator(CARD).filter({ hasText: text }).first()),
    latest: (text) => cardIn(page, page.locator(CARD).filter({ hasText: text }).last()),
    count: (text) => page.locator(CARD).filter({ hasText: text }).count(),
    readsBelow: (text, line) =>
      page.getByRole('group').filter({ hasText: text }).getByText(line).first().waitFor(),
    async reload() {
      await page.reload({ waitUntil: 'domcontentloaded', timeout });
      await arrive();
    },
  };
}
