import type { CardJson } from '#cards/expand.ts';
import { formatInstantDay, type Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { textPart } from '#cards/frame/text.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { standInWhy } from '#cards/people/standIn.ts';
import { say } from '#cards/say.ts';
import type { DigestDay } from '#domain/digest/digest.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';
import type { DealList } from '#domain/list/dealList.ts';
import { digestRows } from './digestRows.ts';
import { digestTimes } from './digestTimes.ts';

/** What needs somebody: in the morning, because it would be too late tomorrow, as the list of an import, or asked for. */
export interface DigestCardView extends Reader {
  day: DigestDay;
  kind: 'morning' | 'last' | 'list' | 'asked';
  choice: DigestChoice;
  /** Minutes after midnight at which the morning is. */
  at: number;
}

/** Each deal with what it wants, opened by one press; why it came and how to change that (CR-55, CR-56). */
export function digestCard(view: DigestCardView): CardJson {
  const { language, day, kind } = view;
  const total = day.forOthers.reduce((sum, one) => sum + one.total, day.total);
  const waits = day.rows.some(({ section }) => section === 'expiring' || section === 'waiting');
  const left = day.more || day.total > day.rows.length;
  return frameCard({
    language,
    title: say(language, kind === 'last' ? 'digest.title.last' : 'digest.title', { count: total }),
    hints: [kind === 'list' ? say(language, 'digest.list') : '', waits ? say(language, 'digest.how') : ''],
    body: [...digestRows(day, view), ...day.forOthers.flatMap((part) => partFor(part, view))],
    buttons: left
      ? [{ verb: 'deals.list', title: say(language, 'digest.all'), data: { list: listOf(kind) } }]
      : [],
    notes: notesOf(view),
  });
}

/** What waits for a colleague who is away. */
function partFor(part: DigestDay['forOthers'][number], view: DigestCardView): CardJson[] {
  const name = clip(oneLine(part.name), 100);
  const title = say(view.language, 'away.for', { name, date: formatInstantDay(part.until, view) });
  return [
    { ...textPart(title, { bold: true }), spacing: 'Large', separator: true },
    ...digestRows(part, view),
  ];
}

function listOf(kind: DigestCardView['kind']): DealList {
  return kind === 'last' || kind === 'list' ? 'expiring' : 'action';
}

function notesOf(view: DigestCardView): string[] {
  const { language, day, kind, choice, at } = view;
  const standing = day.forOthers.map(({ name }) => standInWhy(name, view));
  const despite = day.despite ? [say(language, 'news.despite')] : [];
  switch (kind) {
    case 'asked':
      return [...despite, ...standing];
    case 'last':
      return [[say(language, 'digest.why.last'), ...despite].join(' ')];
    default: {
      const list = kind === 'list' ? [say(language, 'digest.list.all')] : [];
      return [...list, [digestTimes('why', choice, at, view), ...despite].join(' '), ...standing];
    }
  }
}
