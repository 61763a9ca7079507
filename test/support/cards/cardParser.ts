import { createRequire } from 'node:module';

interface ParseContext {
  eventCount: number;
  getEventAt(index: number): { message: string };
}
interface ParsedCard {
  parse(json: object, context: ParseContext): void;
  validateProperties(): { validationEvents: { message: string }[] };
}
interface Renderer {
  AdaptiveCard: new () => ParsedCard;
  SerializationContext: new () => ParseContext;
}

// Its own types are raw .ts, which our compiler options refuse, and its module entry does not load in Node.
const renderer: Renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** What the makers' own parser has against a card. */
export function complaintsAbout(card: object): string[] {
  const context = new renderer.SerializationContext();
  const parsed = new renderer.AdaptiveCard();
  // Its check of `lang` remembers where the last one ended, so that every second card fails it.
  parsed.parse({ ...withoutSuggestions(card), lang: undefined }, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...events, ...parsed.validateProperties().validationEvents].map((event) => event.message);
}

/** The parser knows no suggestions while typing: without choices of its own such an input would be empty to it. */
function withoutSuggestions(card: object): object {
  return JSON.parse(JSON.stringify(card), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('choices.data' in value)) return value;
    const {
      choices = [],
      'choices.data': __,
      ...rest
    } = value as { choices?: unknown[]; 'choices.data': unknown };
    return { ...rest, choices: [...choices, { title: '.', value: '.' }] };
  }) as object;
}
