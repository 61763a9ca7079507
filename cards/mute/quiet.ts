import { formatInstant, type Reader } from '#cards/format.ts';
import { say } from '#cards/say.ts';

/** What the reader silenced: this deal or everything, until a moment or until they say otherwise. */
export interface ShownSilence {
  of: 'deal' | 'all';
  until?: string | undefined;
}

/** That messages are silenced, in one sentence. */
export function quietText({ of, until }: ShownSilence, reader: Reader): string {
  if (until === undefined) return say(reader.language, `news.quiet.now.${of}`);
  return say(reader.language, `news.quiet.now.${of}Until`, { time: formatInstant(until, reader) });
}

/** The button that ends it, with what it carries beside the ids of its card. */
export function unmuteButton({ of }: ShownSilence, { language }: Reader) {
  return of === 'all'
    ? { title: say(language, 'news.unmute.all'), data: { all: 'yes' } }
    : { title: say(language, 'news.unmute.button'), data: {} };
}
