import { cueBefore } from './dateCues.ts';
import { countPattern, units } from './dateWords.ts';
import type { FoundDate } from './findDates.ts';

const unit = units.map(({ words }) => words).join('|');
const count = `${countPattern}(?:[ -]?(?:business|working|arbeits))?[ -]?(?:${unit})`;

/** Words that turn the date that follows into another one. */
const turns =
  'after|past|since|from|following|starting|beginning|not|no|never|(?:not |no )?earlier than|shortly|week of|weeks? (?:after|before)|between|early|late|' +
  'nach|ab|seit|frühestens|nicht|kurz|zwischen|von|anfang|früh|spät|ende der woche vom|' +
  'efter|från|sedan|tidigast|inte|strax|mellan|' +
  'после|со?|не|не раньше|не ранее|начиная с|между|незадолго|вскоре|' +
  "dopo|dal(?:l['a])?|da|a partire d[ai]l?|non|tra|fra|poco|subito|successiv\\p{L}+";
/** Those of them that say as well that a date follows. */
const leads =
  /^(?:after|past|since|not|no earlier|nach|ab|seit|frühestens|nicht|efter|tidigast|inte|после|не|начиная|dopo|a partire|non)/iu;
const before = new RegExp(`(?<!\\p{L})(?:(?:${turns}) (?:the |den |dem |der |il |la |l'|am |of )?)+$`, 'iu');
const shifted = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${count}) (?:(?:after|from|past|before|vor|nach|före|efter|innan|до|после|prima d\\p{L}*|dopo|following) )?(?:the |dem |den |il )?$`,
  'iu',
);
const movesTo = /(?:after|from|past|before|vor|nach|före|efter|innan|до|после|prima|dopo|following)\P{L}*$/iu;
const NEAR = 60;
const excluding = /^(?:before|after|nach|efter|после|dopo|prior to|vor|före|fore|innan|до|prima d)/iu;
const hanBefore = /(?:自|从|不?早|晚|早于|不早于|不是|不|非|晚于|超过) ?$/u;
const or =
  '(?:after|nach|efter|после|dopo)(?: (?:the|dem|den|il))?|or|oder|eller|или|oppure|o|and|und|och|и|ed?|to|till?|until|through|thru|bis(?: zum)?|до|по|al?|-|/|~|&|到|至|或者?|和';
const dayBefore = new RegExp(
  `(?<![\\d/.:-])\\d{1,2}(?:st|nd|rd|th|\\.|日|号)? ?(?:${or}) ?(?:den |the |zum |il )?$`,
  'iu',
);
const dayBehind = new RegExp(
  `^ ?(?:${or}) ?(?:the |den |zum |il )?\\d{1,2}(?:st|nd|rd|th|\\.|日|号)?(?![\\d\\p{L}%])`,
  'iu',
);
const behind =
  /^ (?:or (?:later|after|beyond)|and (?:later|after|beyond|onwards?)|onwards?|at the earliest|earliest|oder (?:später|danach)|frühestens|eller senare|tidigast|och framåt|или (?:позже|позднее)|и (?:позже|далее)|не (?:раньше|ранее)|o (?:più tardi|dopo)|al più presto|in poi|plus|minus)(?!\p{L})|^ ?[+]|^ ?(?:(?:之|以)?后|起|开始|前后|一?前一?[周天]|[一两\d]+个?[周天月])/iu;
const pair = new RegExp(`^,? ?(?:${or}) ?$`, 'iu');
const range = /^(?:(?:to|till?|until|through|bis|до|по|al?|fino)(?!\p{L})|到|至)/iu;

/**
 * Dates as they count in a text: a range, a choice and what a word beside it turns into another one are no day any
 * more, but one thing with its words; a week beside a date says nothing more.
 */
export function settledDates(text: string, dates: readonly FoundDate[]): FoundDate[] {
  const days = dates.filter(({ aside }) => !aside);
  const counted = days.some((one) => one.date && (one.sure || one.cued)) ? days : dates;
  const result: FoundDate[] = [];
  for (const one of counted) {
    const last = result.at(-1);
    if (last && isPair(text, last, one)) {
      result[result.length - 1] = { ...last, end: one.end, date: undefined, sure: true };
    } else result.push(one);
  }
  return result.map((one) => turned(text, one));
}

function isPair(text: string, last: FoundDate, one: FoundDate): boolean {
  const between = text.slice(last.end, one.start);
  const said = last.sure || last.cued || one.sure || one.cued;
  if (!said && !apart(text.slice(0, last.start).replace(before, ''))) return false;
  if (pair.test(between)) return true;
  // From March till May: the word that ties them leads to the second.
  return between.trim() === '' && last.date !== one.date && range.test(text.slice(one.start, one.end));
}

/** Behind something else that was taken: in a name it stays, May and June Ltd. */
function apart(ahead: string): boolean {
  return /[\0,;]\s*$/.test(ahead);
}

/** A date with the words at its sides that make another one of it, and without its day where there are any. */
function turned(text: string, one: FoundDate): FoundDate {
  const ahead = text.slice(Math.max(0, one.start - NEAR), one.start);
  const said = text.slice(one.start, one.end);
  const word = turningWord(ahead);
  const moved = shift(ahead, said);
  const day = /^\d/.test(said) ? (dayBefore.exec(ahead)?.[0] ?? '') : '';
  const behindIt = text.slice(one.end, one.end + NEAR);
  const further = dayBehind.exec(behindIt)?.[0] ?? behind.exec(behindIt)?.[0] ?? '';
  const length = Math.max(word.length, moved.length, day.length);
  if (length === 0 && further === '') return one;
  // The name of a month alone may be that of a customer.
  const leading = word !== '' && (leads.test(word) || apart(ahead.slice(0, ahead.length - word.length)));
  if (!(one.sure || one.cued || leading || moved !== '' || /[后起]/.test(further))) return one;
  const start = one.start - length;
  const cue = length > 0 ? (cueBefore(text.slice(0, start))?.length ?? 0) : 0;
  return { ...one, start: start - cue, end: one.end + further.length, date: undefined, sure: true };
}

function turningWord(ahead: string): string {
  const word = before.exec(ahead)?.[0] ?? hanBefore.exec(ahead)?.[0] ?? '';
  // In capitals it is a part of a name: Första Maj AB.
  return /^\p{Lu}/u.test(word) && word.length < ahead.length ? '' : word;
}

/** Two weeks after, a week before. */
function shift(ahead: string, said: string): string {
  const moved = shifted.exec(ahead)?.[0] ?? '';
  return movesTo.test(moved) || excluding.test(said) ? moved : '';
}
