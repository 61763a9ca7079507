import type { TurnContext } from 'botbuilder';

/** What was typed, without the mention of the bot that a channel needs. */
export function typedText(context: TurnContext): string {
  const { activity } = context;
  const mentions = activity.entities?.filter(({ type }) => type === 'mention') ?? [];
  let text = activity.text ?? '';
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
