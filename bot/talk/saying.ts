import { isVerb } from '#bot/dispatch/verbs.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import type { Verb } from '#cards/verb.ts';
import type { Said, SaidDeal } from '#dialogs/reading/said/said.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

type Press = { verb: Verb; data: Readonly<Record<string, unknown>>; said?: { deal: SaidDeal } };

/**
 * What was said as the press of its verb, with the data that its button or form would send. Undefined for what nothing
 * here does yet.
 */
export function pressOfSaid(said: Said, { reader }: Turn): Press | undefined {
  const press = plainPress(said, reader);
  return press && 'deal' in said && !findsIt(said) ? { ...press, said: { deal: said.deal } } : press;
}

/** What finds by itself what it is about, where no deal was said: the last thing done, whoever can be invited or reminded. */
const finders: readonly Said['verb'][] = [
  'deal.undo',
  'partner.invite',
  'partner.remind',
  'news.mute',
  'news.unmute',
];

function findsIt(said: Extract<Said, { deal: SaidDeal }>): boolean {
  if (said.verb === 'deal.undo') return typeof said.deal !== 'object';
  return said.deal === undefined && finders.includes(said.verb);
}

function plainPress(said: Said, reader: Turn['reader']): Omit<Press, 'said'> | undefined {
  switch (said.verb) {
    case 'deals.list': {
      const { list, filters } = said;
      return { verb: 'deals.list', data: { list, filters } };
    }
    case 'deals.search':
    case 'deal.start':
      return { verb: said.verb, data: { text: said.text } };
    case 'digest.set':
    case 'away.set':
      return known(said.verb, { text: said.text });
    case 'pipeline.show':
      return known(said.verb, { whose: said.whose });
    case 'insights.show':
      return known(said.verb, {});
    case 'explain':
      return undefined;
    case 'deal.favorite':
      return { verb: said.verb, data: { on: said.on ? 'yes' : 'no', stay: 'yes' } };
    case 'referral.decline':
    case 'deal.lose':
      return { verb: said.verb, data: { reason: said.reason } };
    case 'stage.mark':
      return { verb: said.verb, data: { text: said.stage ?? '' } };
    case 'deal.value': {
      const { amount, currency } = said.value;
      // With a sign between thousands the form might take it for another amount.
      const value = Number.isInteger(amount) ? String(amount) : formatAmount(amount, reader);
      return edit({ value, ...(currency && { currency }) });
    }
    case 'deal.closeDate':
      return edit({ closeDate: said.date });
    case 'deal.rename':
      return edit({ name: said.name });
    case 'deal.handover':
      return { verb: said.verb, data: { form: 0, person: said.to } };
    case 'partner.invite':
      return { verb: said.verb, data: { text: [said.partner, said.text].filter(Boolean).join(' ') } };
    case 'partner.remind':
      return { verb: said.verb, data: { text: said.partner ?? '' } };
    case 'note.add':
      return { verb: said.verb, data: { note: said.text } };
    case 'deal.undo':
    case 'news.mute':
    case 'news.unmute':
      return { verb: said.verb, data: findsIt(said) ? { text: '' } : {} };
    default:
      return known(said.verb, {});
  }
}

/** One field of the form of editing: the rest stays as it is (CR-39). */
function edit(entries: Readonly<Record<string, unknown>>): Omit<Press, 'said'> {
  return { verb: 'deal.edit', data: { form: 0, ...entries } };
}

function known(verb: string, data: Press['data']): Omit<Press, 'said'> | undefined {
  return isVerb(verb) ? { verb, data } : undefined;
}
