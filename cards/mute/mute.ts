import { formatInstant, type Reader } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { ShownMute } from '#domain/news/mute.ts';

const untilTexts = {
  deal: 'news.quiet.now.dealUntil',
  all: 'news.quiet.now.allUntil',
} satisfies Record<string, TextKey>;
const alwaysTexts = {
  deal: 'news.quiet.now.deal',
  all: 'news.quiet.now.all',
} satisfies Record<string, TextKey>;

/** That messages are muted, in one sentence. */
export function muteText({ of, until }: ShownMute, reader: Reader): string {
  if (until === undefined) return say(reader.language, alwaysTexts[of]);
  return say(reader.language, untilTexts[of], { time: formatInstant(until, reader) });
}

/** The button that ends it, with what it carries beside the ids of its card. */
export function unmuteButton({ of }: ShownMute, { language }: Reader) {
  return of === 'all'
    ? { title: say(language, 'news.unmute.all'), data: { all: 'yes' } }
    : { title: say(language, 'news.unmute.button'), data: {} };
}
