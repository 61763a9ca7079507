import type { CardJson } from '#cards/expand.ts';
import { say, type TextKey } from '#cards/say.ts';
import { type DueGroup, dueGroup } from '#domain/list/dueDay.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ListCardView } from './view.ts';

const groupTexts = {
  overdue: 'find.group.overdue',
  week: 'find.group.week',
  later: 'find.group.later',
  none: 'find.group.none',
  closed: 'find.list.closed',
} satisfies Record<DueGroup, TextKey>;

/** The rows of a page; where they come by the day by which something has to happen, with a heading before each group. */
export function groupedRows(view: ListCardView, rowOf: (referral: Referral) => CardJson): CardJson[] {
  if (!isByDay(view)) return view.deals.map(rowOf);
  const groups = view.deals.map((referral) => dueGroup(referral, view.today));
  return view.deals.flatMap((referral, at) => {
    const group = groups[at] ?? 'none';
    return group === groups[at - 1] ? [rowOf(referral)] : [groupHeading(view, group), rowOf(referral)];
  });
}

function isByDay({ list, choice }: ListCardView): boolean {
  if (list === 'expiring') return true;
  if (list === 'action' || list === 'unsynced' || list === 'reviews' || list === 'search') return false;
  return choice.sort === 'due' && !choice.descending && !choice.filters.quiet;
}

function groupHeading({ language }: ListCardView, group: DueGroup): CardJson {
  const text = say(language, groupTexts[group]);
  const look = { weight: 'Bolder', wrap: true, spacing: 'Medium' };
  return { type: 'TextBlock', text, ...look, ...(group === 'overdue' && { color: 'Attention' }) };
}
