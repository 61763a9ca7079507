import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { holderOf } from '#domain/referral/team.ts';

/** All that the card of a request is made from. */
export interface AccessRequestCardView extends Reader {
  referral: Referral;
  askerName: string;
  /** Who asks, by reference. */
  askerId: string;
  state: 'open' | 'granted' | 'taken' | 'closed';
  /** Who granted it. */
  byName?: string | undefined;
  /** What came of the reader's press, in the reader's language. */
  resultLine?: string | undefined;
}

/** An admin's card about somebody who asks for a deal: one press grants it; afterwards it says how it ended. */
export function accessRequestCard(view: AccessRequestCardView): CardJson {
  const { referral, language, state, resultLine } = view;
  const name = nameOf(view.askerName, view);
  const asks = say(language, 'deal.ask.title', { name });
  const ids = { referral: referral.id };
  const open = state === 'open';
  const tone = open ? 'accent' : state === 'granted' ? 'good' : 'emphasis';
  return frameCard({
    language,
    strips: [
      ...(resultLine ? [{ text: resultLine, tone: 'emphasis' as const }] : []),
      { text: open ? asks : outcomeOf(view, name), tone },
    ],
    title: clip(referral.customer.name, 200),
    figure: referral.value && formatMoney(referral.value, view),
    hints: [clip(literal(referral.name).replace(/\s+/g, ' '), 200), open ? '' : asks],
    body: open ? [textPart(say(language, 'deal.ask.how', { name }))] : [],
    buttons: [
      ...(open
        ? [
            {
              verb: 'deal.grant' as const,
              title: say(language, 'deal.grant.button'),
              style: 'positive' as const,
              data: { ...ids, asker: view.askerId },
            },
          ]
        : []),
      {
        verb: 'referral.view',
        title: say(language, 'referral.view.open'),
        data: { ...ids, from: 'reminder' },
      },
    ],
    notes: [say(language, 'deal.ask.why')],
  });
}

function outcomeOf({ state, byName, referral, language }: AccessRequestCardView, name: string): string {
  switch (state) {
    case 'open':
      return '';
    case 'granted': {
      const by = byName && nameOf(byName, { language });
      return by
        ? say(language, 'deal.ask.grantedBy', { name, by })
        : say(language, 'deal.ask.granted', { name });
    }
    case 'taken': {
      const holder = nameOf(holderOf(referral)?.name ?? '', { language });
      return say(language, 'deal.ask.taken', { holder });
    }
    case 'closed':
      return say(language, 'deal.ask.over');
    default:
      return state satisfies never;
  }
}

function nameOf(name: string, { language }: Pick<Reader, 'language'>): string {
  return clip(literal(name).trim(), 100) || say(language, 'referral.someone');
}
