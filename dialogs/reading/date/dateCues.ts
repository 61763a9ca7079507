/** The words at the side of a date. */
interface Cue {
  length: number;
  /** They say that what follows is a date; an article alone does not. */
  leads: boolean;
  /** They say that the period named is no longer in it: before March, до марта. */
  excludes: boolean;
  /** The same of a quarter or a year: before Q2; до Q2 is said of its end as well. */
  closes: boolean;
}

const leading =
  'by|by the|within|cob|eob|eod|close of business|end of business|by the end of business|until|till|til|before|prior to|on|in|due|due by|due on|closing|closes|close|close date|closing date|expected|' +
  'expected to close|to close|no later than|not later than|at the latest|latest|around|about|' +
  'bis|bis zum|bis zur|bis spätestens|spätestens|spätestens am|spätestens bis|vor|vor dem|am|im|zum|per|abschluss|abschlussdatum|' +
  'senast|senast den|till|till den|fram till|före|fore|innan|den|i|per|stängs|avslut|avslutas|' +
  'до|к|ко|во|не позднее|не позже|по|в|на|закрытие|срок|' +
  "entro|entro il|entro la|entro l'|entro e non oltre|non oltre|prima di|prima del|fino a|fino al|per|per il|per la|al|il|a|nel|nella|chiusura|data di chiusura";
const articles = "the|dem|den|der|das|die|il|la|lo|l'|le|del|det";
const weekdays =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|' +
  'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|' +
  'luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica';

const words = new Set(
  `${leading}|${articles}|end|mid|ende|mitte|slutet|конец|fine|next|for|with|für|mit|för|med|для|с|con|and|und|och|и|e`.split(
    /[| ]/,
  ),
);

/** Whether a word may lead to a date, or to another part of a line. */
export function leadsToDate(word: string): boolean {
  return words.has(word.toLowerCase());
}

const longestFirst = (words: string) =>
  words
    .split('|')
    .sort((one, other) => other.length - one.length)
    .join('|');
const before = new RegExp(
  `(?<!\\p{L}|\\p{N})((?:(?:${longestFirst(`${leading}|${articles}`)})(?: ?[:=] ?| |(?<=')))*(?:(?:${weekdays})[.,]? (?:the |den |der |il )?)?)$`,
  'iu',
);
const leads = new RegExp(`(?:^|[ ])(?:${longestFirst(leading)})(?:[ :=']|$)`, 'iu');
const hanBefore =
  /(?:(?:不晚于|不迟于|最晚|最迟|预计|预期|计划|争取|截止日期|成交日期|在|于|到|至|截至|截止到?)+(?:日期)?[ :：为是]?)$/u;
const hanAfter = /^ ?(?:之前|以前|前|为止|止|内|之内)(?:成交|完成|结束|签约|关闭|达成)?/u;
const spokenAfter =
  /^ (?:at the latest|or earlier|or sooner|spätestens|senast|включительно|al più tardi)(?!\p{L})/iu;
const excluding = /(?:^|[ ])(?:before|prior to|vor|vor dem|före|fore|innan|до|prima di|prima del) $/iu;

/** The cue at the end of what stands before a date. */
export function cueBefore(text: string): Cue | undefined {
  // No cue is longer, and a long text would be searched over and over.
  const near = text.slice(-60);
  const chinese = hanBefore.exec(near)?.[0];
  if (chinese) return { length: chinese.length, leads: true, excludes: false, closes: false };
  const spoken = before.exec(near)?.[1];
  if (!spoken) return undefined;
  const excludes = excluding.test(spoken);
  return {
    length: spoken.length,
    leads: leads.test(spoken),
    excludes,
    closes: excludes && !/до $/iu.test(spoken),
  };
}

/** The cue at the beginning of what stands after a date. */
export function cueAfter(text: string): Cue | undefined {
  const near = text.slice(0, 30);
  const chinese = hanAfter.exec(near)?.[0];
  const excludes = chinese?.includes('前') ?? false;
  if (chinese) return { length: chinese.length, leads: true, excludes, closes: excludes };
  const spoken = spokenAfter.exec(near)?.[0];
  return spoken ? { length: spoken.length, leads: true, excludes: false, closes: false } : undefined;
}
