import type { TurnContext } from 'botbuilder';

/** In characters: more than any text that people type here may have, and little enough to be read at once. */
const LONGEST = 20_000;
/** Nobody mentions more people at once. */
const MOST_MENTIONS = 50;

// What keyboards, pasted text and right-to-left clients put around words and nobody sees: soft hyphens, zero width,
// direction marks, variation selectors. The joiner U+200D holds emoji together.
const INVISIBLE = /(?!\u200d)\p{Cf}|\p{Variation_Selector}/gu;

/**
 * What was typed, without the mention of the bot that a channel needs, and without what nobody sees. The mention of a
 * colleague is part of what is said: their name stays.
 */
export function typedText({ activity }: TurnContext): string {
  const bot = activity.recipient;
  const mentions = (Array.isArray(activity.entities) ? activity.entities : [])
    .filter((entity) => entity?.type === 'mention')
    .slice(0, MOST_MENTIONS);
  let text = readable(activity.text);
  for (const mention of mentions) {
    const written = readable(mention.text);
    const mentioned = mention.mentioned as { id?: unknown } | undefined;
    if (written && mentioned?.id !== undefined && mentioned.id === bot?.id) text = text.replace(written, ' ');
  }
  const own = nameOf(bot?.name);
  const said = text
    .replace(/<quoted\b[^>]*?(?:\/>|>[\s\S]*?<\/quoted>)/giu, ' ')
    // Whoever is mentioned by a mark that no entity explains: the bot by its name, everybody else is text.
    .replace(/<at\b[^>]*>([^<]*)<\/at>/giu, (_mark, name: string) => (nameOf(name) === own ? ' ' : name))
    .replace(/<\/(?:p|div)>|<br\s*\/?>/giu, '\n')
    .replace(/<\/?(?:p|div|span)\b[^>]*>/giu, ' ')
    .replace(/&nbsp;|\u00a0/gu, ' ')
    .trim();
  return withoutName(said, bot?.name);
}

function readable(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, LONGEST).toWellFormed().replace(INVISIBLE, '') : '';
}

function nameOf(name: unknown): string {
  return typeof name === 'string' ? name.trim().toLowerCase() : '';
}

/** `@Co-sell help`: the name typed out instead of picked. */
function withoutName(text: string, name: string | undefined): string {
  if (!name || !text.toLowerCase().startsWith(`@${nameOf(name)}`)) return text;
  return text.slice(name.trim().length + 1).replace(/^[\s,:]+/u, '');
}
