import { createRequire } from 'node:module';
import { partsOf } from './cardParts.ts';

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
  parsed.parse({ ...(withoutSuggestions(card) as object), lang: undefined }, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const messages = [...events, ...parsed.validateProperties().validationEvents].map((event) => event.message);
  // It counts what stands behind the menu of a row, which its drawing does not; `mostButtons` counts as that does.
  const counted = messages.filter((message) => !message.startsWith('Maximum number of actions exceeded'));
  const ofTeams = partsOf(card).filter(({ type }) => onlyInTeams.some((one) => one === type));
  return [
    ...counted.filter(
      (message) => !onlyInTeams.some((type) => message.startsWith(`Unknown element type "${type}"`)),
    ),
    ...ofTeams.filter(({ fallback }) => !fallback).map(({ type }) => `${type} without a fallback`),
  ];
}

/** What Teams draws beyond the version that the parser knows; everybody else sees its fallback. */
const onlyInTeams = ['Chart.HorizontalBar', 'CodeBlock'] as const;

/** The parser knows no suggestions while typing: without choices of its own such an input would be empty to it. */
function withoutSuggestions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSuggestions);
  if (typeof value !== 'object' || value === null) return value;
  const copy: { [name: string]: unknown } = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined && name !== 'choices.data') copy[name] = withoutSuggestions(inner);
  }
  if ('choices.data' in value)
    copy.choices = [...((copy.choices ?? []) as unknown[]), { title: '.', value: '.' }];
  return copy;
}
