import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
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
  const waits = day.rows.some(({ section }) => section === 'expiring' || section === 'waiting');
  const left = day.more || day.total > day.rows.length;
  return frameCard({
    language,
    title: say(language, kind === 'last' ? 'digest.title.last' : 'digest.title', { count: day.total }),
    hints: [kind === 'list' ? say(language, 'digest.list') : '', waits ? say(language, 'digest.how') : ''],
    body: digestRows(day, view),
    buttons: left
      ? [{ verb: 'deals.list', title: say(language, 'digest.all'), data: { list: listOf(kind) } }]
      : [],
    notes: notesOf(view),
  });
}

function listOf(kind: DigestCardView['kind']): DealList {
  return kind === 'last' || kind === 'list' ? 'expiring' : 'action';
}

function notesOf(view: DigestCardView): string[] {
  const { language, day, kind, choice, at } = view;
  const despite = day.despite ? [say(language, 'news.despite')] : [];
  switch (kind) {
    case 'asked':
      return despite;
    case 'last':
      return [[say(language, 'digest.why.last'), ...despite].join(' ')];
    default: {
      const list = kind === 'list' ? [say(language, 'digest.list.all')] : [];
      return [...list, [digestTimes('why', choice, at, view), ...despite].join(' ')];
    }
  }
}
