import type { DateContext } from '#dialogs/reading/date/findDates.ts';
import { readUntil } from '#dialogs/reading/date/readUntil.ts';
import { fold } from '#dialogs/reading/fold.ts';
import type { LocalDate } from '#domain/values/instant.ts';

/**
 * What somebody says of being away: that they are back, or until which day and who stands in, as far as each was said.
 * `problem`: a day that can't be taken.
 */
export type AwayReading =
  | { back: true }
  | {
      back: false;
      day?: LocalDate | undefined;
      name: string;
      problem?: 'away-past' | 'away-far' | undefined;
    };

const backWords =
  /^(?:back|off|end|i'm back|zurück|aus|beenden|wieder da|tillbaka|av|slut|回来|结束|关闭|вернулся|вернулась|на месте|выкл|tornato|tornata|rientrato|rientrata|fine)$/u;
const untilWords =
  /^(?:(?:until|till|bis(?: zum)?|tills?|fram till|до|по|fino (?:a|al|alla|all')|直到|到|至) ?)/iu;
const deputyWords =
  /^(?:with|deputy|colleague|mit|vertretung|vertretung durch|vertreter(?:in)?|med|ersättare|vikarie|с|заместитель|замещает|con|sostituto|sostituisce|由|代理)[: ]+|(?: stands in| steps in| vertritt(?: mich)?| vikarierar| замещает(?: меня)?| mi sostituisce|代理)$/giu;
/** No time that people type has more words. */
const MOST_WORDS = 8;
const LONGEST = 200;

/** Reads `until Friday, Ada`, `Ada bis 27.11.`, `one week`, `back`, in the reader's language. */
export function readAway(text: string, context: DateContext): AwayReading {
  const typed = fold(text.normalize('NFC'))
    .trim()
    .replace(/[.!]+$/u, '');
  if (backWords.test(typed.toLowerCase())) return { back: true };
  // Chinese puts no space behind a comma.
  const words = typed.slice(0, LONGEST).replace(/[,;]/gu, '$& ').split(/\s+/).filter(Boolean);
  for (const [from, to] of stretches(words.length)) {
    const said = words.slice(from, to).join(' ').replace(/[,;]$/u, '');
    const read = readUntil(said.replace(untilWords, ''), context);
    const rest = nameIn([...words.slice(0, from), ...words.slice(to)].join(' '));
    if (read.ok) return { back: false, day: read.date, name: rest };
    if (read.code === 'close-date-past') return { back: false, name: rest, problem: 'away-past' };
    if (read.code === 'close-date-far') return { back: false, name: rest, problem: 'away-far' };
  }
  return { back: false, name: nameIn(typed.replace(untilWords, '')) };
}

/** The words in which a time may stand: at the beginning or at the end, the longest first. */
function stretches(count: number): [number, number][] {
  const lengths = Array.from({ length: Math.min(count, MOST_WORDS) }, (_, at) => at + 1).reverse();
  return lengths.flatMap((length): [number, number][] => [
    [0, length],
    [count - length, count],
  ]);
}

function nameIn(text: string): string {
  return text
    .replace(/^[\s,;:，]+|[\s,;:，]+$/gu, '')
    .replace(deputyWords, '')
    .trim();
}
