import { whatOf } from '#cards/deal/timeline/entryText.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatSeconds } from '#cards/format.ts';
import { pressPart } from '#cards/pressAction.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { pendingOf } from '#domain/referral/undoable.ts';

/**
 * *Undo*, for whoever can take something back, and until when. Everybody else reads that a decision is not final yet; in
 * a channel, which shows the same to all, the press is there for the one who decided.
 */
export function undoPart(view: ReferralCardView): CardJson[] {
  const { undo, referral, language, audience } = view;
  const pending = pendingOf(referral);
  const until = undo ? undo.until : pending?.until;
  if (!undo && !pending) return [];
  const key = undo ? 'undo.until' : 'undo.notFinal';
  // What came of the press is said by the answer to it; the card that follows says what can be taken back.
  const did = undo?.what && !view.resultLine ? whatOf({ what: undo.what }, view) : '';
  const text = until ? say(language, key, { time: formatSeconds(until, view) }) : did;
  const revision = undo?.revision ?? (audience === 'channel' ? pending?.revision : undefined);
  const data = { referral: referral.id, audience, ...positionOf(view), revision };
  const title = say(language, 'answer.undo');
  const press = { type: 'TextBlock', text: title, wrap: true, color: 'Accent' };
  const columns = [
    ...(text ? [column([{ type: 'TextBlock', text, wrap: true, isSubtle: true }])] : []),
    ...(revision === undefined
      ? []
      : [{ ...column([press]), selectAction: pressPart({ verb: 'deal.undo', title, data }) }]),
  ];
  return [{ type: 'ColumnSet', columns }];
}

function column(items: CardJson[]): CardJson {
  return { type: 'Column', width: 'auto', items };
}
