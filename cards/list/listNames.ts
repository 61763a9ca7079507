import type { TextKey } from '#cards/say.ts';
import type { DealList } from '#domain/list/dealList.ts';

/** What each list is called, wherever it is named. */
export const listTexts = {
  mine: 'find.list.mine',
  all: 'find.list.all',
  action: 'find.list.action',
  expiring: 'find.list.expiring',
  inbound: 'find.list.inbound',
  outbound: 'find.list.outbound',
  favorites: 'find.list.favorites',
  unsynced: 'find.list.unsynced',
  closed: 'find.list.closed',
  reviews: 'find.list.reviews',
} satisfies Record<DealList, TextKey>;
