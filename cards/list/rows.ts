import { dealStatusTexts } from '#cards/deal/dealWords.ts';
import { statusOfParty } from '#cards/deal/partyStatus.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { cardDateTime, formatDay } from '#cards/format.ts';
import { type CardRow, rowPart } from '#cards/frame/row.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, clipBytes, literal, oneLine } from '#cards/outside.ts';
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
/** So many bytes the rows of a page may take beside the forms of the card. */
const MOST_BYTES = 16_800;

/** The bytes of a deal's name and of its customer's: as much as fits where many deals are long. */
const LENGTHS = [
  [72, 54],
  [48, 40],
  [32, 28],
] as const;
type Lengths = (typeof LENGTHS)[number];

/** The rows of a page (CR-17): each opened by one press on it, the heart beside it. */
export function dealRows(view: ListCardView): CardJson[] {
  const cut = (lengths: Lengths) => view.deals.map((referral) => rowPart(dealRow(view, referral, lengths)));
  const fits = (rows: CardJson[]) => Buffer.byteLength(JSON.stringify(rows)) <= MOST_BYTES;
  return LENGTHS.map(cut).find(fits) ?? cut(LENGTHS[2]);
}

function dealRow(view: ListCardView, referral: Referral, [longest, longestCustomer]: Lengths): CardRow {
  const { language } = view;
  const { value, closeDate } = referral;
  const closes = closeDate ? [say(language, 'find.row.closes', { date: formatDay(closeDate, view) })] : [];
  const heart = view.favorites.includes(referral.id);
  const ids = { referral: referral.id, ...listPositionOf(view) };
  const press = { verb: 'deal.open', title: say(language, 'referral.view.open'), data: ids } as const;
  return {
    title: clipBytes(oneLine(referral.customer.name), longestCustomer) || '…',
    value: value && clip(literal(formatMoney(value, view)), 40),
    lines: [
      [
        clipBytes(oneLine(referral.name), longest),
        statusText(view, referral),
        typeText(view, referral),
        microsoftText(view, referral),
        ...closes,
      ].join(GAP),
      ...urgentLines(view, referral),
    ],
    moment: isPending(referral) && view.list !== 'unsynced' ? answerBy(view, referral) : undefined,
    press,
    side: {
      verb: 'deal.favorite',
      title: say(language, heart ? 'find.heart.remove' : 'find.heart.add'),
      data: { ...ids, on: heart ? 'no' : 'yes' },
      sign: { text: heart ? '♥' : '♡', colour: 'Attention' },
    },
  };
}

/**
 * What a button needs to lead back to this page: the list, what it is narrowed to this once and, behind its beginning, the
 * deal it starts with.
 */
export function listPositionOf(view: ListCardView): { first?: string; [name: string]: unknown } {
  const first = view.previous !== undefined ? view.deals[0]?.id : undefined;
  const { list, once: filters, text = '' } = view;
  return {
    ...(list === 'search' ? { text } : { list, ...(filters && { filters }) }),
    ...(first !== undefined && { first }),
  };
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

function microsoftText(view: ListCardView, referral: Referral): string {
  const party = partyOf(referral, MICROSOFT);
  return party?.role === 'invited' || party?.role === 'peer'
    ? say(view.language, 'invite.microsoft.status', { status: statusOfParty({ ...view, referral }, party) })
    : say(view.language, microsoftTexts[microsoftOf(referral)]);
}

/** The time left as a moment, never as a number of days that ages. */
function answerBy({ language }: ListCardView, { expiresAt }: Referral): string {
  return say(language, 'referral.card.answerBy', cardDateTime(expiresAt));
}

/** What else wants somebody to act. */
function urgentLines(view: ListCardView, referral: Referral): CardRow['lines'] & {} {
  const { today, policy, list, language } = view;
  const [oldest] = referral.unsynced ?? [];
  if (list === 'unsynced' && oldest) {
    const date = formatDay(oldest.since.slice(0, 10), view);
    const fields = syncFieldNames(referral.unsynced ?? [], referral, view);
    return [say(language, 'find.row.unsynced', { date, fields })];
  }
  const action = actionSince(referral, policy);
  if (isPending(referral) || !action || !hasCome(action.since, today)) return [];
  return [[{ text: actionText(view, referral, action), colour: 'Attention' }]];
}

function actionText(
  view: ListCardView,
  { closeDate = '' }: Referral,
  { why, since }: NonNullable<ReturnType<typeof actionSince>>,
): string {
  const { language } = view;
  if (why === 'sync') return say(language, 'find.row.sync');
  if (why === 'register') return say(language, 'find.row.register');
  if (why === 'registration') return say(language, 'find.row.registration');
  if (why === 'review')
    return say(language, 'find.row.review', { date: formatDay(since.slice(0, 10), view) });
  return say(language, 'find.row.overdue', { date: formatDay(closeDate, view) });
}
