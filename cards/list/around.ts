import { type CardJson, expand } from '../expand.ts';
import { type Language, say } from '../say.ts';
import template from './around.template.json' with { type: 'json' };

/** What the buttons beside a card that was opened from a list carry; absent where there is nothing. */
export interface Around {
  /** Data of `deal.open`. */
  previous?: Readonly<Record<string, unknown>> | undefined;
  next?: Readonly<Record<string, unknown>> | undefined;
  /** Data of `deals.list`. */
  back?: Readonly<Record<string, unknown>> | undefined;
}

/** The deal's card with the way through the list under it. */
export function withAround(card: CardJson, around: Around | undefined, language: Language): CardJson {
  if (!around || (!around.back && !around.next && !around.previous)) return card;
  const button = (verb: string, data: Around['back'], title: string) => ({
    shown: data !== undefined,
    title,
    press: data ?? {},
    pressFallback: { verb, ...data },
  });
  const buttons = expand(template, {
    back: button('deals.list', around.back, say(language, 'find.around.back')),
    previous: button('deal.open', around.previous, say(language, 'find.around.previous')),
    next: button('deal.open', around.next, say(language, 'find.around.next')),
  });
  return { ...card, body: [...(card.body as unknown[]), buttons] };
}
