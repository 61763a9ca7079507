import type { TurnContext } from 'botbuilder';

/** In characters: more than any text that people type here may have, and little enough to be read at once. */
const LONGEST = 20_000;
/** Nobody mentions more people at once. */
const MOST_MENTIONS = 50;

/** What was typed, cut where it is longer than any text may be, without the mention of the bot that a channel needs. */
export function typedText(context: TurnContext): string {
  const { activity } = context;
  const mentions = (activity.entities ?? []).filter(({ type }) => type === 'mention').slice(0, MOST_MENTIONS);
  let text = (activity.text ?? '').slice(0, LONGEST).toWellFormed();
  for (const mention of mentions) {
    const written: unknown = mention.text;
    if (typeof written === 'string') text = text.replace(written, '');
  }
  // Some clients put a space that does not break after a mention, spelled out.
  return text
    .replace(/<at>[^<]*<\/at>/g, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
}
