import { dealTypeOf, hasMicrosoft } from '../../src/domain/dealType.ts';
import { NO_HELP, type Solution } from '../../src/domain/referral.ts';
import { clip, literal } from '../outside.ts';
import { say } from '../say.ts';
import { senderOf } from './sender.ts';
import type { ReferralCardView } from './view.ts';

const MOST_SOLUTIONS = 6;

/** What the deal is (CR-7 to CR-11) and who else can see it, in one line. */
export function dealTypeText(view: ReferralCardView): string {
  const { referral, language } = view;
  const type = say(language, `deal.type.${dealTypeOf(referral)}`);
  const sender = senderOf(view);
  const partner = referral.direction === 'inbound' && !hasMicrosoft(referral) && sender;
  const seen = [
    say(language, hasMicrosoft(referral) ? 'deal.card.seen' : 'deal.card.unseen'),
    ...(partner ? [say(language, 'deal.card.seenBy', { partner })] : []),
  ];
  return [type, ...seen].join(say(language, 'deal.card.then'));
}

/** What Microsoft has to do about the deal; of one that it sent, the sender says all. */
export function microsoftText({ referral, language }: ReferralCardView): string {
  if (referral.direction === 'inbound') return '';
  const asked = referral.assistance !== undefined && referral.assistance !== NO_HELP;
  return asked && referral.stage !== 'closed' ? say(language, 'deal.microsoft.asked') : '';
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
    say(language, `deal.solutionKind.${solution.kind}`),
    ...(solution.incentive ? [say(language, 'deal.card.incentive')] : []),
    ...(solution.ipCosell ? [say(language, 'deal.card.ipCosell')] : []),
  ];
  return `${clip(literal(solution.name), 100)} (${marks.join(say(language, 'list.separator'))})`;
}
