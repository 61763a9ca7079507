import { formatList, type Reader } from '#cards/format.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { type ReadField, readersNow } from '#domain/engagement/fieldReaders.ts';
import type { Referral } from '#domain/referral/referral.ts';

const MOST_NAMED = 4;

/**
 * Who reads what is typed into a field of a deal, by name: the same table says what is sent (CR-21). Whoever reads it in
 * Partner Center alone does so once it stands there.
 */
export function readersText(referral: Referral, field: ReadField, reader: Reader): string {
  const { language } = reader;
  const { told, elsewhere } = readersNow(referral, field);
  const names = namesOf(told, reader);
  const later = namesOf(elsewhere, reader);
  if (!later) return names ? say(language, 'readers.also', { names }) : say(language, 'readers.us');
  if (!names) return say(language, 'readers.elsewhere', { names: later });
  return say(language, 'readers.alsoElsewhere', { names, elsewhere: later });
}

/** The same at one field of a form, where others read it than the form says of itself; `said`: the field it says it of. */
export function otherReaders(referral: Referral, field: ReadField, said: ReadField, reader: Reader): string {
  const text = readersText(referral, field, reader);
  return text === readersText(referral, said, reader) ? '' : text;
}

function namesOf(readers: readonly string[], reader: Reader): string {
  const names = readers
    .slice(0, MOST_NAMED)
    .map((name) => escaped(clip(literal(name).replace(/\s+/g, ' '), 60)));
  const more = readers.length - names.length;
  if (more > 0) names.push(say(reader.language, 'referral.card.andMore', { count: more }));
  return formatList(names, reader);
}
