import type { CardJson } from '#cards/expand.ts';
import { pressPart } from '#cards/pressAction.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { syncStanding } from '#domain/sync/syncStanding.ts';
import { syncFieldNames } from './fieldWords.ts';
import { askedItems, refusedItems, type SettlingView } from './settling.ts';

/**
 * What is not in Partner Center yet, on a deal's card: a line that leads to what has to be entered, and a quiet one for
 * what is on its way. What a person has to settle can be settled here, one at a time; a channel reads what it is about
 * and no values.
 */
export function syncPart(view: ReferralCardView): CardJson[] {
  const { asked, refused, toEnter, onItsWay } = syncStanding(view.referral, view.connection);
  const settling = settlingView(view);
  const here = view.audience === 'personal' ? 1 : 0;
  return [
    ...asked.slice(0, here).flatMap((item) => askedItems(item, settling)),
    ...refused.slice(0, here).flatMap((item) => refusedItems(item, settling)),
    ...leading(view, 'sync.card.asked', asked.slice(here)),
    ...leading(view, 'sync.card.refused', refused.slice(here)),
    ...leading(view, 'sync.card.open', toEnter),
    ...quiet(view, onItsWay),
  ];
}

/** That all of it is there, where somebody sees to that; else nothing. */
export function syncedText({ referral, connection, language }: ReferralCardView): string {
  return connection === 'none' || referral.unsynced ? '' : say(language, 'sync.card.here');
}

function settlingView(view: ReferralCardView): SettlingView {
  const { referral, language, locale, timeZone, stageNames, audience } = view;
  const carried = { audience, ...positionOf(view) };
  return { referral, language, locale, timeZone, stageNames, carried };
}

/** A line that opens what can be done about it, for the one who presses alone. */
function leading(view: ReferralCardView, key: TextKey, items: readonly Unsynced[]): CardJson[] {
  if (items.length === 0) return [];
  const text = say(view.language, key, { fields: syncFieldNames(items, view.referral, view) });
  const data = { referral: view.referral.id, audience: view.audience, ...positionOf(view) };
  return [
    {
      type: 'Container',
      spacing: 'Small',
      selectAction: pressPart({ verb: 'sync.show', title: text, data }),
      items: [{ type: 'TextBlock', text: `${text} ›`, size: 'Small', color: 'Accent', wrap: true }],
    },
  ];
}

function quiet(view: ReferralCardView, items: readonly Unsynced[]): CardJson[] {
  if (items.length === 0) return [];
  const text = say(view.language, 'sync.card.sending', {
    fields: syncFieldNames(items, view.referral, view),
  });
  return [{ type: 'TextBlock', text, size: 'Small', isSubtle: true, wrap: true, spacing: 'Small' }];
}
