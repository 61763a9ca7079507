import { say, type TextKey } from '#cards/say.ts';
import type { sortChoices } from './filterForm.ts';
import type { ListCardView } from './view.ts';

/** The orders that can be chosen, in the words of the form. */
export const sortTexts = {
  'due.up': 'find.sort.due.up',
  'due.down': 'find.sort.due.down',
  'created.down': 'find.sort.created.down',
  'created.up': 'find.sort.created.up',
  'name.up': 'find.sort.name.up',
  'name.down': 'find.sort.name.down',
  'customer.up': 'find.sort.customer.up',
  'customer.down': 'find.sort.customer.down',
  'status.up': 'find.sort.status.up',
  'status.down': 'find.sort.status.down',
} satisfies Record<(typeof sortChoices)[number], TextKey>;

/** The order in which the deals of a list stand. */
export function listOrderText({
  language,
  list,
  choice: { sort, descending, filters },
}: ListCardView): string {
  if (list === 'action' || list === 'unsynced' || list === 'reviews')
    return say(language, 'find.sort.waiting');
  if (list === 'expiring' || filters.overdue) return say(language, 'find.sort.due.up');
  if (filters.quiet) return say(language, 'find.sort.waiting');
  return say(language, sortTexts[`${sort}.${descending ? 'down' : 'up'}`]);
}
