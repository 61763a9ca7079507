import { optional } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import type { Contact } from '#domain/referral/referral.ts';

const SHOWN = 3;

/** The customer's people, to be called or written to in one tap; in personal copies only. */
export function contactsOf(view: ReferralCardView, wanted: boolean) {
  const { language } = view;
  const people = view.audience === 'personal' ? view.referral.customer.contacts : [];
  const more = people.length - SHOWN;
  const undecided = view.referral.stage === 'received' && view.referral.direction === 'inbound';
  return {
    shown: wanted && people.length > 0,
    title: say(language, 'referral.card.contacts'),
    hint: optional(undecided ? say(language, 'referral.card.contactsHint') : ''),
    people: people.slice(0, SHOWN).map(personOf),
    more: optional(more > 0 ? say(language, 'referral.card.andMore', { count: more }) : ''),
  };
}

function personOf(contact: Contact) {
  const phone = contact.phone?.trim() ?? '';
  const email = contact.email?.trim() ?? '';
  const dialled = phone.replace(/[^\d+]/g, '');
  const canDial = /^\+?[\d\s()./-]{5,40}$/.test(phone) && dialled.length >= 5;
  const canMail = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(email);
  // These two alone are written as links, because nothing that passes can be anything but a number or an address.
  const links = [
    ...(canDial ? [`[${phone.replace(/[()]/g, '\\$&')}](tel:${dialled})`] : []),
    ...(canMail ? [`[${email}](mailto:${email})`] : []),
  ];
  const rest = [canDial ? '' : phone, canMail ? '' : email].filter((text) => text !== '');
  return {
    name: clip(literal(contact.name), 100),
    title: contact.title ? `  ${clip(literal(contact.title), 100)}` : '',
    reach: links.map((line) => ({ line })),
    plain: optional(clip(literal(rest.join('  ·  ')), 200)),
  };
}
