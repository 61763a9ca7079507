import { formatInstant, type Reader } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import type { ShownMute } from '#domain/news/mute.ts';

/** That messages are muted, in one sentence. */
export function muteText({ of, until }: ShownMute, reader: Reader): string {
  if (until === undefined) return say(reader.language, `news.quiet.now.${of}`);
  return say(reader.language, `news.quiet.now.${of}Until`, { time: formatInstant(until, reader) });
}

/** The button that ends it, with what it carries beside the ids of its card. */
export function unmuteButton({ of }: ShownMute, { language }: Reader) {
  return of === 'all'
    ? { title: say(language, 'news.unmute.all'), data: { all: 'yes' } }
    : { title: say(language, 'news.unmute.button'), data: {} };
}
