import { formatList, type Reader } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { namesOfReaders, type ReadField } from '#domain/engagement/fieldReaders.ts';
import type { Referral } from '#domain/referral/referral.ts';

const MOST_NAMED = 4;

/** Who reads what is typed into a field of a deal, by name: the same table says what is sent (CR-21). */
export function readersText(referral: Referral, field: ReadField, reader: Reader): string {
  const { language } = reader;
  const readers = namesOfReaders(referral, field);
  if (readers.length === 0) return say(language, 'readers.us');
  const names = readers.slice(0, MOST_NAMED).map((name) => clip(literal(name).replace(/\s+/g, ' '), 60));
  const more = readers.length - names.length;
  if (more > 0) names.push(say(language, 'referral.card.andMore', { count: more }));
  return say(language, 'readers.also', { names: formatList(names, reader) });
}
