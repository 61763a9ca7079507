import { weekdayNamed } from '#dialogs/reading/date/weekdays.ts';
import { fold } from '#dialogs/reading/fold.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';

/** What somebody says of their morning message: a time, days, that it stops or begins again. */
export type DigestReading = { ok: true; chosen: DigestChoice & { on?: true } } | { ok: false };

const offWords =
  /^(?:off|stop|none|never|aus|ab|abstellen|abbestellen|av|stäng av|stopp|关闭|关|停止|выкл|выключить|отключить|стоп|disattiva|disattivato|spento|basta)$/u;
const onWords = /^(?:on|start|ein|an|einschalten|på|slå på|开启|打开|开|вкл|включить|attiva|attivo|acceso)$/u;
const workdayWords =
  /(?:weekdays|working days|workdays|werktags?|arbeitstags?|arbeitstagen?|werktagen?|vardagar|arbetsdagar|工作日|будни|по будням|рабочие дни|рабочим дням|giorni lavorativi|giorni feriali|feriali)/u;
const dailyWords =
  /(?:every ?day|daily|täglich|jeden tag|varje dag|dagligen|每天|ежедневно|каждый день|ogni giorno|tutti i giorni)/u;
const timePattern =
  /(?<![\p{L}\d])(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2})|点(?:(?<half>半)|(?<chinese>\d{1,2})分?)?)? ?(?<part>am|pm|a\.m\.|p\.m\.)?(?: ?(?:uhr|o'clock|час(?:ов|а)?))?(?![\p{L}\d])/u;
const filling = new Set(
  'at um kl kl. klockan alle ore в on am på den the every jeden varje ogni il и and und och e o ed nur only days по'.split(
    ' ',
  ),
);

/** Short names that mean something else in dates, or nothing. */
const shortDays = new Map(
  Object.entries({ mån: 1, tis: 2, ons: 3, tor: 4, tors: 4, fre: 5, lör: 6, sön: 7 }),
);

const WORKDAY_RESET = { days: undefined };
const LONGEST = 200;

/** Reads `8:30`, `mon wed fri`, `mo-fr um 7`, `off`, in six languages; what says anything else is not read. */
export function readDigest(text: string): DigestReading {
  if (text.length > LONGEST) return { ok: false };
  const typed = fold(text.normalize('NFC'))
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/u, '');
  if (offWords.test(typed)) return { ok: true, chosen: { off: true } };
  if (onWords.test(typed)) return { ok: true, chosen: { on: true } };
  const time = timePattern.exec(typed);
  const at = time ? minutesOf(time.groups ?? {}) : undefined;
  if (time && at === undefined) return { ok: false };
  const rest = time ? typed.replace(time[0], ' ') : typed;
  const days = readDays(rest);
  if (days === 'unread' || (at === undefined && !days)) return { ok: false };
  return { ok: true, chosen: { ...(at !== undefined && { at }), ...days } };
}

function minutesOf(found: Readonly<Record<string, string | undefined>>): number | undefined {
  const afternoon = found.part?.startsWith('p') ?? false;
  const hours = Number(found.hours);
  const minutes = found.half ? 30 : Number(found.minutes ?? found.chinese ?? 0);
  if (found.part && (hours < 1 || hours > 12)) return undefined;
  const clock = found.part ? (hours % 12) + (afternoon ? 12 : 0) : hours;
  return clock < 24 && minutes < 60 ? clock * 60 + minutes : undefined;
}

/** The days in the words around a time; nothing where there are none, `unread` where something else is said. */
function readDays(text: string): Pick<DigestChoice, 'days'> | undefined | 'unread' {
  if (workdayWords.test(text)) return restOf(text, workdayWords) ? 'unread' : WORKDAY_RESET;
  if (dailyWords.test(text)) return restOf(text, dailyWords) ? 'unread' : { days: [1, 2, 3, 4, 5, 6, 7] };
  const days = new Set<number>();
  for (const word of wordsOf(text)) {
    const [first, last, ...others] = word.split('-').map(dayNamed);
    if (first === undefined || others.length > 0) return 'unread';
    if (word.includes('-') && last === undefined) return 'unread';
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return days.size > 0 ? { days: [...days].sort() } : undefined;
}

function dayNamed(word: string): number | undefined {
  return shortDays.get(word) ?? weekdayNamed(word);
}

function restOf(text: string, words: RegExp): boolean {
  return wordsOf(text.replace(words, ' ')).length > 0;
}

function wordsOf(text: string): string[] {
  const spaced = text
    // Chinese puts no space between words.
    .replace(/(?:周|星期)[一二三四五六日天](?:[-到至](?:周|星期)?[一二三四五六日天])?/gu, ' $& ')
    .replace(/(?<=周.)[到至]/gu, '-')
    .replace(/ ?- ?/gu, '-');
  return spaced.split(/[\s,;&/+]+/u).filter((word) => word !== '' && !filling.has(word));
}
