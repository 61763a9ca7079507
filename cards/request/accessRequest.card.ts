import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { holderOf } from '#domain/referral/team.ts';
import template from './accessRequest.template.json' with { type: 'json' };

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

const askData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  style: z.enum(['accent', 'good', 'emphasis']),
  title: z.string().min(1),
  customer: z.string(),
  deal: z.string(),
  outcome: optionalText,
  how: optionalText,
  actions: z.array(z.record(z.string(), z.unknown())),
  why: z.string(),
});

/** An admin's card about somebody who asks for a deal: one press grants it; afterwards it says how it ended. */
export function accessRequestCard(view: AccessRequestCardView): CardJson {
  const { referral, language, state } = view;
  const name = nameOf(view.askerName, view);
  const title = say(language, 'deal.ask.title', { name });
  const ids = { referral: referral.id };
  const open = state === 'open';
  const outcome = outcomeOf(view, name);
  return expand(
    template,
    askData.parse({
      lang: language.slice(0, 2),
      summary: outcome || title,
      resultLine: optional(view.resultLine && clip(literal(view.resultLine), 400)),
      style: open ? 'accent' : state === 'granted' ? 'good' : 'emphasis',
      title,
      customer: clip(literal(referral.customer.name), 200) || '…',
      deal: clip(literal(referral.name).replace(/\s+/g, ' '), 200),
      outcome: optional(outcome),
      how: optional(open ? say(language, 'deal.ask.how', { name }) : ''),
      actions: [
        ...(open
          ? [
              pressAction({
                verb: 'deal.grant',
                title: say(language, 'deal.grant.button'),
                style: 'positive',
                data: { ...ids, asker: view.askerId },
              }),
            ]
          : []),
        pressAction({
          verb: 'referral.view',
          title: say(language, 'referral.view.open'),
          data: { ...ids, from: 'reminder' },
        }),
      ],
      why: say(language, 'deal.ask.why'),
    }),
  );
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
