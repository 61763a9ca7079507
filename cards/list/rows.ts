import { dealStatusTexts } from '#cards/deal/dealWords.ts';
import { statusOfParty } from '#cards/deal/partyStatus.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import { cardDateTime, formatDay } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { optional } from '#cards/optional.ts';
import { clip, clipBytes, literal } from '#cards/outside.ts';
import { pressPart } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { syncFieldNames } from '#cards/sync/fieldWords.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { actionSince, dealStatusOf, hasCome, isPending } from '#domain/list/dealList.ts';
import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { dealTypeTexts } from './filterForm.ts';
import type { ListCardView } from './view.ts';

const microsoftTexts = {
  sent: 'find.microsoft.sent',
  asked: 'find.microsoft.asked',
  seen: 'find.microsoft.seen',
  none: 'find.microsoft.none',
} satisfies Record<string, TextKey>;

const GAP = '  ·  ';
const colours = {
  received: 'Accent',
  accepted: 'Good',
  won: 'Good',
  lost: 'Attention',
  declined: 'Attention',
  expired: 'Warning',
  withdrawn: 'Default',
  error: 'Default',
  other: 'Default',
} as const;

/** A row of a list (CR-17): opened by one press on it, the heart beside it. */
export function dealRow(view: ListCardView, referral: Referral) {
  const { language } = view;
  const name = clipBytes(oneLine(referral.name), 84) || '…';
  const heart = view.favorites.includes(referral.id);
  const ids = { referral: referral.id, ...listPositionOf(view) };
  return {
    name,
    customer: `${clipBytes(oneLine(referral.customer.name), 60)}${GAP}${typeText(view, referral)}`,
    status: statusText(view, referral),
    colour: colours[dealStatusOf(referral)],
    rest: restOf(view, referral),
    urgent: {
      ...optional(urgentOf(view, referral)),
      colour: isPending(referral) || view.list === 'unsynced' ? 'Default' : 'Attention',
    } as const,
    open: pressPart({ verb: 'deal.open', title: say(language, 'referral.view.open'), data: ids }),
    heart: heart ? '♥' : '♡',
    toggle: pressPart({
      verb: 'deal.favorite',
      title: say(language, heart ? 'find.heart.remove' : 'find.heart.add'),
      data: { ...ids, on: heart ? 'no' : 'yes' },
    }),
  };
}

/** What a button needs to lead back to this page: the list and, behind its beginning, the deal it starts with. */
export function listPositionOf(view: ListCardView): Record<string, string> {
  const first = view.previous !== undefined ? view.deals[0]?.id : undefined;
  return {
    ...(view.list === 'search' ? { text: view.text ?? '' } : { list: view.list }),
    ...(first !== undefined && { first }),
  };
}

function oneLine(text: string): string {
  return literal(text).replace(/\s+/g, ' ').trim();
}

function typeText({ language }: ListCardView, referral: Referral): string {
  return say(language, dealTypeTexts[dealTypeOf(referral)]);
}

function statusText(view: ListCardView, referral: Referral): string {
  const { language } = view;
  const status = dealStatusOf(referral);
  const sent = status === 'received' && referral.direction === 'outbound';
  const text = say(language, dealStatusTexts[sent ? 'sent' : status]);
  // Where it stands on its way, as soon as somebody marked that (CR-40).
  const stage = status === 'accepted' ? referral.salesStage : undefined;
  return stage === undefined
    ? text
    : `${text}${GAP}${clipBytes(stageTitle(stage, { ...view, referral }), 40)}`;
}

/** Microsoft's part in it, as far as it is known here (CR-17). */
function microsoftOf(referral: Referral): 'sent' | 'asked' | 'seen' | 'none' {
  // Microsoft may see a deal in which it has no part.
  const takesPart = hasMicrosoft({ ...referral, microsoft: undefined, partnerLed: undefined });
  if (takesPart) return referral.direction === 'inbound' ? 'sent' : 'asked';
  return hasMicrosoft(referral) ? 'seen' : 'none';
}

/** What follows the status: Microsoft's part, value and close date. */
function restOf(view: ListCardView, referral: Referral): string {
  const { value, closeDate } = referral;
  const party = partyOf(referral, MICROSOFT);
  const microsoft =
    party?.role === 'invited' || party?.role === 'peer'
      ? say(view.language, 'invite.microsoft.status', { status: statusOfParty({ ...view, referral }, party) })
      : say(view.language, microsoftTexts[microsoftOf(referral)]);
  const money = value && clip(literal(formatMoney(value, view)), 40);
  const closes = closeDate && say(view.language, 'find.row.closes', { date: formatDay(closeDate, view) });
  return ['', microsoft, money, closes].filter((part) => part !== undefined).join(GAP);
}

/** The time left as a moment, never as a number of days that ages; what else wants somebody to act. */
function urgentOf({ language, today, policy, list, ...reader }: ListCardView, referral: Referral): string {
  const [oldest] = referral.unsynced ?? [];
  if (list === 'unsynced' && oldest) {
    const as = { language, ...reader };
    const date = formatDay(oldest.since.slice(0, 10), as);
    const fields = syncFieldNames(referral.unsynced ?? [], referral, as);
    return say(language, 'find.row.unsynced', { date, fields });
  }
  if (isPending(referral)) return say(language, 'referral.card.answerBy', cardDateTime(referral.expiresAt));
  const action = actionSince(referral, policy);
  if (!action || !hasCome(action.since, today)) return '';
  if (action.why === 'register') return say(language, 'find.row.register');
  if (action.why === 'registration') return say(language, 'find.row.registration');
  if (action.why === 'review') {
    const date = formatDay(action.since.slice(0, 10), { language, ...reader });
    return say(language, 'find.row.review', { date });
  }
  return say(language, 'find.row.overdue', {
    date: formatDay(referral.closeDate ?? '', { language, ...reader }),
  });
}
