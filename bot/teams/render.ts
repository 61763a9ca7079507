import { formatInstant, type Reader } from '../../cards/format.ts';
import { referralCard } from '../../cards/referral/referral.card.ts';
import { reminderCard } from '../../cards/reminder/reminder.card.ts';
import { routesCard } from '../../cards/routes/routes.card.ts';
import { languageOf, say } from '../../cards/say.ts';
import type { Address, Content } from '../../src/ports/messenger.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** How cards point to Partner Center. */
export interface Links {
  partnerCenter: (referralId: string) => string;
  /** True while decisions made here do not reach Partner Center by themselves. */
  mustEnterInPartnerCenter: boolean;
}

/** What a message looks like for the one it goes to: language, zone, and nothing private in a channel. */
export function createRender(links: Links): (to: Address, content: Content) => OutgoingMessage {
  return (to, content) => {
    const reader: Reader = { language: languageOf(to.locale), locale: to.locale, timeZone: to.timeZone };
    const { language } = reader;
    switch (content.type) {
      case 'referral-card': {
        const { referral, why } = content;
        const card = referralCard({
          ...reader,
          referral,
          audience: content.withContacts ? 'personal' : 'channel',
          why,
          deciderName: content.deciderName,
          partnerCenterUrl: links.partnerCenter(referral.id),
          mustEnterInPartnerCenter: links.mustEnterInPartnerCenter,
        });
        const fresh = say(language, 'notice.newReferral', { customer: referral.customer.name });
        // An edit replaces the line in the chat list too: what is decided must not stand there as new.
        return { card, summary: referral.stage === 'received' ? fresh : String(card.fallbackText) };
      }
      case 'expired':
        return { text: say(language, 'notice.expired', { customer: content.referral.customer.name }) };
      case 'last-reminder': {
        const { customer, expiresAt } = content.referral;
        const deadline = formatInstant(expiresAt, reader);
        return { text: say(language, 'notice.lastReminder', { customer: customer.name, deadline }) };
      }
      case 'reminder': {
        const count = content.referrals.length;
        return {
          card: reminderCard({ ...reader, referrals: content.referrals, why: content.why }),
          summary: say(language, 'reminder.title', { count }),
        };
      }
      case 'route-test': {
        const { rule, locationName, by } = content;
        const [location, solution] = [locationName ?? rule.location, rule.solutionName ?? rule.solution];
        const card = routesCard({ ...reader, kind: 'test', location, solution, by });
        return { card, summary: say(language, 'admin.test.mark') };
      }
      case 'handover-done': {
        const { member, to: colleague, moved, left } = content;
        const done = say(language, 'admin.handover.done', { member, to: colleague, count: moved });
        return { text: left > 0 ? `${done} ${say(language, 'admin.handover.left', { count: left })}` : done };
      }
      default:
        return content satisfies never;
    }
  };
}
