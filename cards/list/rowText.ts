import { dealStatusText } from '#cards/deal/dealWords.ts';
import { statusOfParty } from '#cards/deal/partyStatus.ts';
import { stagePieces } from '#cards/deal/stagePieces.ts';
import { stageName } from '#cards/deal/stages.ts';
import { formatDay, formatPercent } from '#cards/format.ts';
import type { Coloured } from '#cards/frame/row.ts';
import { clipBytes } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { syncFieldNames } from '#cards/sync/fieldWords.ts';
import { stageOf } from '#domain/deal/decideProgress.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { type ActionReason, actionSince, dealStatusOf, hasCome } from '#domain/list/dealList.ts';
import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { dealTypeTexts } from './filterForm.ts';
import type { ListCardView } from './view.ts';

/** A piece of a small line: subtle, or with a colour that says something. */
export type RowPiece = string | Coloured;

const microsoftTexts = {
  sent: 'find.microsoft.sent',
  asked: 'find.microsoft.asked',
  seen: 'find.microsoft.seen',
  none: 'find.microsoft.none',
} satisfies Record<string, TextKey>;

/** Where it stands: of an accepted deal the bar of its stages and the present one (CR-40), else its status. */
export function standingPieces(view: ListCardView, referral: Referral): readonly RowPiece[] {
  const { language } = view;
  const status = dealStatusOf(referral);
  if (status !== 'accepted') return [dealStatusText(referral, language)];
  const present = stageOf(referral);
  const bar = stagePieces(referral, present).map(({ text, kind }): RowPiece => {
    return kind === 'reached' ? { text, colour: 'Accent' } : text;
  });
  const name = clipBytes(stageName(present, { ...view, referral }), 40);
  return [...bar, ` ${name} ${formatPercent(present, view)}`];
}

export function typeText({ language }: ListCardView, referral: Referral): string {
  return say(language, dealTypeTexts[dealTypeOf(referral)]);
}

/** Microsoft's part in it, as far as it is known here (CR-17). */
function microsoftOf(referral: Referral): 'sent' | 'asked' | 'seen' | 'none' {
  // Microsoft may see a deal in which it has no part.
  const takesPart = hasMicrosoft({ ...referral, microsoft: undefined, partnerLed: undefined });
  if (takesPart) return referral.direction === 'inbound' ? 'sent' : 'asked';
  return hasMicrosoft(referral) ? 'seen' : 'none';
}

export function microsoftPart(view: ListCardView, referral: Referral): string {
  const party = partyOf(referral, MICROSOFT);
  return party?.role === 'invited' || party?.role === 'peer'
    ? say(view.language, 'invite.microsoft.status', { status: statusOfParty({ ...view, referral }, party) })
    : say(view.language, microsoftTexts[microsoftOf(referral)]);
}

/** What else wants somebody to act; that it is undecided or overdue is said by its date. */
export function urgentText(view: ListCardView, referral: Referral): RowPiece | undefined {
  const { today, policy, list, language } = view;
  const [oldest] = referral.unsynced ?? [];
  if (list === 'unsynced' && oldest) {
    const date = formatDay(oldest.since.slice(0, 10), view);
    const fields = syncFieldNames(referral.unsynced ?? [], referral, view);
    return say(language, 'find.row.unsynced', { date, fields });
  }
  const action = actionSince(referral, policy);
  if (!action || !hasCome(action.since, today)) return undefined;
  const key = actionTexts[action.why];
  if (!key) return undefined;
  const date = formatDay(action.since.slice(0, 10), view);
  return { text: say(language, key, { date }), colour: 'Attention' };
}

const actionTexts: Partial<Record<ActionReason, TextKey>> = {
  register: 'find.row.register',
  registration: 'find.row.registration',
  review: 'find.row.review',
  sync: 'find.row.sync',
};
