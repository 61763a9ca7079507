import type { Page } from 'playwright-core';
import type { CardJson } from '#cards/expand.ts';

/**
 * Collects the cards that reach a page from its next load on: sent, edited or as the answer to a press.
 * Answers the last one in which a text stands.
 */
export function watchCards(page: Page): (text: string) => CardJson {
  const seen: CardJson[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => seen.push(...cardsIn(JSON.parse(String(payload))))),
  );
  return (text) => {
    const last = seen.findLast((card) => JSON.stringify(card).includes(text));
    if (!last) throw new Error(`no card with ${text} has come`);
    return last;
  };
}

// A form that opens in place is a card within a card: the outer one counts.
function cardsIn(part: unknown): CardJson[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && part.type === 'AdaptiveCard') return [part as CardJson];
  return Object.values(part).flatMap(cardsIn);
}
