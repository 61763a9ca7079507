import type { Browser } from 'playwright-core';
import type { CardJson } from '#cards/expand.ts';
import { hostConfig, page as previewPage } from '#cards/previewPage.ts';
import { samples } from '#cards/samples.ts';
import type { Language } from '#cards/say.ts';
import { rendererSource } from './renderer.ts';

/** How much of a screen a card takes as it comes, with nothing unfolded. */
export interface CardMeasure {
  /** In CSS pixels. */
  height: number;
  /** Lines of text, those of buttons included. */
  lines: number;
  words: number;
  buttons: number;
}

export interface MeasuredCard {
  name: string;
  card: CardJson;
}

const renderer = rendererSource();

/** Draws cards by the makers' own renderer in a window of that width, and measures each. */
export async function measureCards(
  browser: Browser,
  cards: readonly MeasuredCard[],
  { width, language = 'en' }: { width: number; language?: Language },
): Promise<Map<string, CardMeasure>> {
  const page = await browser.newPage({ viewport: { width, height: 1_000 } });
  try {
    const drawn = { language, theme: 'light' as const, renderer, cards, hostConfig: hostConfig('light') };
    await page.setContent(previewPage(drawn));
    return new Map(await page.evaluate<[string, CardMeasure][]>(MEASURE));
  } finally {
    await page.close();
  }
}

// As text, because what runs in a page knows the page's own globals and none of ours.
const MEASURE = `[...document.querySelectorAll('.card')].map((card) => {
  const lines = [];
  let words = 0;
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (boxes.length === 0 || !node.textContent.trim()) continue;
    words += node.textContent.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
    for (const { top, bottom } of boxes) {
      // What stands beside one another is one line.
      const middle = (top + bottom) / 2;
      if (!lines.some((line) => line.top < middle && middle < line.bottom)) lines.push({ top, bottom });
    }
  }
  const buttons = [...card.querySelectorAll('.ac-pushButton')].filter((one) => one.getClientRects().length > 0);
  const height = Math.round(card.getBoundingClientRect().height);
  return [card.id, { height, lines: lines.length, words, buttons: buttons.length }];
})`;

/** Every sample in a language, by its name. */
export function drawnSamples(language: Language): MeasuredCard[] {
  return samples().map(({ name, render }) => ({ name, card: render(language) }));
}
