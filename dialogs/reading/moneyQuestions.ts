import { numberWords } from '#cards/money/numberWords.ts';
import { time } from './moneyWords.ts';

const counted =
  'user|seat|licen[cs]e|head|person|unit|day|week|hour|device|node|employee|store|site|quarter|piece|item|module|app|server|core|vm|contract|project|account|customer|' +
  'utente|licenza|persona|postazione|unità|giorno|settimana|ora|trimestre|sede|användare|licens|styck|st|dag|vecka|timme|kvartal|enhet|plats';

/** Words before an amount that make another one of it, or only a bound of one. */
const before =
  'between|from|starting (?:at|from)|up to|at least|at most|min(?:imum)?(?: of)?|max(?:imum)?(?: of)?|(?:no |not )?more than|(?:no |not )?less than|over|under|above|below|upwards of|north of|not|instead of|each|every|times|double|twice|triple|half(?: of)?|couple of|few|several|' +
  'zwischen|bis(?: zu)?|mindestens|wenigstens|höchstens|maximal|mehr als|weniger als|unter|ab|nicht|kein(?:e)?|statt|je|jeweils|à|zu je|doppelt|zweimal|dreimal|ein paar|einige|mehrere|' +
  'mellan|minst|högst|maximalt|mer än|mindre än|över|upp till|uppemot|uppåt|från|inte|istället för|vardera|dubbelt|ett par|några|flera|' +
  'tra|fra|almeno|minimo|massimo|al massimo|fino a|più di|meno di|oltre|sopra i|sotto i|non|invece di|ciascuno|qualche|alcun[ei]|un paio di|il doppio di|metà di|' +
  'от|до|между|не менее|не более|минимум|максимум|больше|меньше|свыше|более|менее|не|вместо|по|несколько|пару|половина(?: от)?|удвоенн\\p{L}*';
const hanBefore =
  '每(?:人|个?用户|个?席位|台|套|家|店|单|人次)|至少|最少|最多|不超过|超过|不到|不足|不低于|低于|高于|多于|少于|起码|不是|并非|每|从|几|数|上|一半|两倍|另加|外加';

/** The same behind an amount. */
const behind =
  `or (?:more|above|higher|lower)|and (?:up|above|change|more)|upwards?|max(?:imum)?|min(?:imum)?|at least|at most|tops|or less|each|apiece|per (?:${counted})s?|(?:pro|je) (?!(?:${time})(?!\\p{L}))\\p{L}+|a (?:seat|user|head|piece|unit|person|licen[cs]e)|a (?:day|week)(?! (?:before|after|from|past|prior))|an hour|minus|less|off|x ?\\d+|mal \\d+|times|` +
  'jeweils|mindestens|höchstens|maximal|oder (?:mehr|weniger)|und mehr|aufwärts|die stunde|am tag|abzgl\\p{L}*|' +
  'styck(?:et)?|/st|vardera|eller (?:mer|mindre)|minst|högst|och uppåt|gånger|i veckan|om dagen|per st|' +
  "ciascun[oa]|cadaun[oa]|a (?:testa|utente|persona|postazione|licenza)|l'un[oa]|o (?:più|meno)|minimo|massimo|almeno|in su|al giorno|a settimana|al trimestre|meno il|" +
  'за (?:штуку|пользователя|лицензию|место|каждого|каждую|каждый|единицу)|на (?:пользователя|человека|рабочее место)|с человека|кажд\\p{L}+|и (?:более|выше|больше)|или (?:более|больше|меньше)|минимум|максимум|в (?:день|неделю|квартал|час)|шт';
const hanBehind =
  '以上|以下|以内|之内|起|多|余|几|出头|每(?![年月])|一个(?!月)|各|/人|/用户|/个|/套|乘以?|减|或以上|或更多|封顶|为限';

const letter = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])';
const asksAhead = new RegExp(
  `(?:(?<!${letter})(?<!(?:just|bit|little|poco|чуть) )(?:${before})\\.? |\\d+(?:[.,]\\d+)? ?% ?(?:of|von|av|di|от|的)? |(?:${hanBefore}) ?|(?<![\\p{L}\\p{N}.,])\\d{1,4} ?[x×х*] ?|[<>≥≤] ?=? ?)(?:(?:about|ca\\.?|etwa|circa|около|der|den|the|il|i|gli) )?$`,
  'iu',
);
const percent = /% $/u;
const asksBehind = new RegExp(
  `^(?: ?[+](?! ?(?:\\p{N}|vat|iva|moms|mwst|ust|gst|tax|ндс))| ?(?:${hanBehind})| (?:minus|less|abzüglich|minskat med|meno|минус) ?\\d+ ?%?| ?[*×xх] ?\\d+(?: (?:months?|years?|monate?|jahre?|месяц\\p{L}*|mesi|anni|månader|år|users?))?| ?/ ?(?![年月])(?!(?:${time})(?![\\p{L}/]))\\p{L}[^\\s,;]*| ?- ?\\d+ ?%| (?:${behind})(?!${letter})|(?: (?:minus|less|abzüglich|minskat med|meno|минус) ?)\\d)`,
  'iu',
);

/** What stands between two figures that are one thing: a range, a choice, a factor, a sum. */
const link =
  ' ?(?:-|~|to|till?|til|bis(?: zu)?|a|ad|ai|до|или|or|oder|eller|o|oppure|x|х|×|\\*|mal|times|gånger|plus|\\+|minus|по|à|at|und|and|och|e|ed|и|至|到|或者?|和|乘以?|/)(?: (?:i|gli|the|den|die|de))? ?';
const linked = new RegExp(`^${link}$`, 'iu');
const tied = /^(?:,? (?:(?:and|und|och|e|ed|и) )?| ?和 ?)$/iu;
const tieOnly = /^ ?(?:and|und|och|e|ed|и|和|&)(?: (?:i|gli|the|den|die|de))? ?$/iu;
const wordLinked = new RegExp(`(?:${numberWords})(?:, ?|${link})$`, 'iu');
const opening =
  /(?<!\p{L})(?:between|from|zwischen|von|mellan|från|tra|fra|da|dai|от|с|между|从|在)(?: (?:i|gli|the|den|die|de))? ?$/iu;
// 2 licenze da 50k, 3 проекта по 200 тыс.: so many of them.
const soMany = /(?<![\p{L}\p{N}])\d{1,4} (?:\p{Ll}+ ){1,2}(?:da|по|à|at|je|zu|zu je|på|om|of|a|x) $/u;
const NEAR = 60;

/** The length of what makes a question of the amount that follows; 0 for nothing. */
export function questionBefore(text: string): number {
  const near = text.slice(-NEAR);
  const asked = asksAhead.exec(near)?.[0] ?? '';
  const words = wordLinked.exec(near)?.[0] ?? soMany.exec(near)?.[0] ?? '';
  const word = percent.test(asked) || isName(asked, near) ? '' : asked;
  const found = words.length > word.length ? words : word;
  if (found === '') return 0;
  return found.length + (opening.exec(near.slice(0, near.length - found.length))?.[0].length ?? 0);
}

/** Första Maj AB 50k: in capitals, and not at the beginning, it is a part of a name. */
function isName(asked: string, near: string): boolean {
  return /^\p{Lu}/u.test(asked.trimStart()) && asked.length < near.length && near !== near.toUpperCase();
}

/** The length of what makes a question of the amount before it; 0 for nothing. */
export function questionBehind(text: string): number {
  return asksBehind.exec(text.slice(0, NEAR))?.[0].length ?? 0;
}

const years =
  / (?:for|over|x|für|über|i|under|per|su|на|в течение|за) (?:the )?(?:next )?(?:\d+|\p{L}+) ?(?:years?|months?|jahre?|monate?|år|månader|anni|mesi|года?|лет|месяц\p{L}*)(?!\p{L})/iuy;

const perYear = new RegExp(`(?:${time})(?!\\p{L})|p\\.? ?a`, 'iu');

/** Whether what comes every year comes several times: 50k a year for 3 years. */
export function isRepeated(behind: string, length: number): boolean {
  years.lastIndex = length;
  return perYear.test(behind.slice(0, length)) && years.test(behind);
}

/**
 * Whether two figures with this between them are one amount: a range or a choice, or parts of a sum. A bare figure
 * behind an amount is more likely the day of a date: 50k bis 31.3.
 */
export function isOneAmount(between: string, first: Figure, second: Figure): boolean {
  if (tied.test(between) && first.marked) return !first.named && (second.marked || second.weight > 0);
  if (tieOnly.test(between)) return !first.marked && second.marked;
  return linked.test(between) && (second.marked || (!first.marked && second.weight > 0));
}

interface Figure {
  named: boolean;
  marked: boolean;
  weight: number;
}

/** The word that opens a range, at the end of what stands before it. */
export function rangeOpening(text: string): number {
  return opening.exec(text.slice(-NEAR))?.[0].length ?? 0;
}
