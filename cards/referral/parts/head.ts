import type { CardJson } from '#cards/expand.ts';
import { formatCountry, formatDay } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { type OptionalText, optional } from '#cards/optional.ts';
import { clip, literal, oneLine, paragraphs } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { holderOf } from '#domain/referral/team.ts';

const MOST_NAME = 80;
const MOST_PLACE = 40;

interface Head {
  customer: string;
  value: { text: string; size: 'Large' | 'Default'; weight: 'Bolder' | 'Default'; missing: boolean };
  about: OptionalText;
}

/** The head of a deal: customer and value on one line, what it is about, where and until when under it. */
export function headOf(view: ReferralCardView): Head {
  const { referral, language } = view;
  const { name, customer, value } = referral;
  const samePhrase = name.trim() === customer.name.trim();
  const parts = [
    samePhrase ? '' : clip(oneLine(name), MOST_NAME),
    placeOf(view),
    closesOf(view),
    ownerOf(view),
  ];
  return {
    customer: paragraphs(customer.name, 200, 1).join(' ') || '…',
    // What is missing must not look like a figure.
    value: value
      ? { text: literal(formatMoney(value, view)), size: 'Large', weight: 'Bolder', missing: false }
      : { text: say(language, 'referral.card.noValue'), size: 'Default', weight: 'Default', missing: true },
    about: optional(parts.filter((part) => part !== '').join(' · ')),
  };
}

/** Who decides wants to know where it is; afterwards it is known, and stands in the details. */
function placeOf(view: ReferralCardView): string {
  const { customer, stage } = view.referral;
  if (stage !== 'received') return '';
  const country = customer.country ? formatCountry(customer.country, view) : '';
  return [customer.city ?? '', country]
    .map((part) => clip(oneLine(part), MOST_PLACE))
    .filter((part) => part !== '')
    .join(', ');
}

/** Who has it, where that is not the one whom the strip names. */
function ownerOf({ referral, language, deciderName, creatorName }: ReferralCardView): string {
  const owner = clip(oneLine(holderOf(referral)?.name ?? ''), MOST_PLACE);
  const named = referral.direction === 'outbound' ? creatorName : deciderName;
  if (referral.stage !== 'accepted' || owner === '' || owner === named) return '';
  return say(language, 'deal.card.owner', { name: owner });
}

function closesOf(view: ReferralCardView): string {
  const { referral, language } = view;
  if (!referral.closeDate) return say(language, 'referral.card.noCloseDate');
  return say(language, 'find.row.closes', { date: literal(formatDay(referral.closeDate, view)) });
}

/** That the close date has passed while the deal is open: a badge where the client has one, the same words elsewhere. */
export function overduePart({ overdue, referral, language }: ReferralCardView): CardJson[] {
  if (!overdue || referral.stage === 'closed') return [];
  const text = say(language, 'referral.card.overdue');
  const fallback = {
    type: 'TextBlock',
    text,
    wrap: true,
    size: 'Small',
    weight: 'Bolder',
    color: 'Attention',
  };
  return [{ type: 'Badge', text, style: 'Attention', appearance: 'Tint', fallback }];
}
