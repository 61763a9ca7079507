import { errors, type Locator, type Page } from 'playwright-core';

const MOST_CARDS = 12;

/**
 * Ends as `doing` ends; where that was waited for in vain, the error says what was wanted and what the card shows
 * instead, or which cards there are where there is no such card.
 */
export async function orSay<T>(wanted: string, locator: Locator, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const seen = await whatIsThere(locator);
    throw new Error(`waited in vain for ${wanted} on ${locator}; ${seen}`, { cause: error });
  }
}

async function whatIsThere(locator: Locator): Promise<string> {
  const shown = await locator.allInnerTexts();
  if (shown.length > 0) return `it shows:\n${shown.map(indented).join('\n  and another one:\n')}`;
  const page: Page = locator.page();
  const others = await page.locator('.ac-adaptiveCard').allInnerTexts();
  const titles = others.map((text) => text.trim().split('\n', 1)[0]);
  return `there is no such card, but these ${others.length}: ${titles.slice(-MOST_CARDS).join(' | ')}`;
}

function indented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `    ${line}`).join('\n');
}
