import { statusOfParty } from '#cards/deal/partyStatus.ts';
import { formatList } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { microsoftSees, partyOf, takesPart } from '#domain/engagement/takingPart.ts';
import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import { NO_HELP, type Referral, type Solution } from '#domain/referral/referral.ts';
import { unsyncedItem } from '#domain/sync/differences.ts';
import { isOnBoard } from './board.ts';
import { senderOf } from './sender.ts';

/** What a solution is. */
export const solutionKindTexts = {
  own: 'deal.solutionKind.own',
  microsoft: 'deal.solutionKind.microsoft',
  'third-party': 'deal.solutionKind.third-party',
  assessment: 'deal.solutionKind.assessment',
} satisfies Record<string, TextKey>;

const typeTexts = {
  private: 'deal.type.private',
  'co-sell': 'deal.type.co-sell',
  p2p: 'deal.type.p2p',
  assessment: 'deal.type.assessment',
  'partner-led': 'deal.type.partner-led',
} satisfies Record<string, TextKey>;

const MOST_SOLUTIONS = 6;
const MOST_NAMES = 4;

/** What the deal is (CR-7 to CR-11) and who else can see it, in one line. */
export function dealTypeText(view: ReferralCardView): string {
  const { referral, language } = view;
  const type = say(language, typeTexts[dealTypeOf(referral)]);
  const names = seenBy(view);
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  if (more > 0) shown.push(say(language, 'referral.card.andMore', { count: more }));
  const seen = [
    ...(hasMicrosoft(referral) && !microsoftSees(referral)
      ? []
      : [say(language, hasMicrosoft(referral) ? 'deal.card.seen' : 'deal.card.unseen')]),
    ...(names.length > 0
      ? [say(language, 'invite.seenBy', { partners: formatList(shown, view), count: names.length })]
      : []),
  ];
  return [type, ...seen].join(say(language, 'deal.card.then'));
}

/** The partners who can see what is new: who was invited, and who invited us, as long as they take part (CR-61), else who sent it. */
function seenBy(view: ReferralCardView): string[] {
  const { referral } = view;
  const { parties = [] } = referral;
  const names = parties
    .filter((party) => party.organization !== MICROSOFT && takesPart(party))
    .map(({ name }) => clip(literal(name).replace(/\s+/g, ' '), 60));
  const sender = senderOf(view);
  const invited = parties.some(({ role }) => role === 'inviter');
  const partner = referral.direction === 'inbound' && !invited && !hasMicrosoft(referral) && sender;
  return partner ? [sender, ...names] : names;
}

/** What Microsoft has to do about the deal, and how that stands; of one that it sent, the sender says all. */
export function microsoftText(view: ReferralCardView): string {
  const { referral, language } = view;
  const party = partyOf(referral, MICROSOFT);
  // Where it takes part, the board of the parties says how far it is.
  if (party && isOnBoard(referral)) return '';
  if (party) return party.role === 'inviter' ? '' : statusOfParty(view, party);
  return microsoftAsked(referral) ? say(language, 'deal.microsoft.asked') : '';
}

/** Whether Microsoft was asked for help and is no party on record yet: nobody there can answer what has to be entered first. */
export function microsoftAsked(referral: Referral): boolean {
  const { assistance, direction, stage } = referral;
  if (partyOf(referral, MICROSOFT) || direction === 'inbound' || stage === 'closed') return false;
  const asked = assistance !== undefined && assistance !== NO_HELP;
  return asked && !unsyncedItem(referral, 'deal') && !unsyncedItem(referral, 'microsoft');
}

/** The solutions in the deal, one a line, each with its kind and its marks (CR-23). */
export function solutionLines({ referral, language }: ReferralCardView): string[] {
  const solutions = referral.solutions ?? [];
  const lines = solutions.slice(0, MOST_SOLUTIONS).map((one) => solutionText(one, language));
  const more = solutions.length - lines.length;
  return more > 0 ? [...lines, say(language, 'referral.card.andMore', { count: more })] : lines;
}

function solutionText(solution: Solution, language: ReferralCardView['language']): string {
  const marks = [
    say(language, solutionKindTexts[solution.kind]),
    ...(solution.incentive ? [say(language, 'deal.card.incentive')] : []),
    ...(solution.ipCosell ? [say(language, 'deal.card.ipCosell')] : []),
  ];
  return `${clip(literal(solution.name), 100)} (${marks.join(say(language, 'list.separator'))})`;
}
