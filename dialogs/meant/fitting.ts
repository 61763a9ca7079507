import type { Verb } from '#cards/verb.ts';
import { isPending } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What answers a referral is about one that nobody has answered yet. */
const answering: readonly Verb[] = ['referral.accept', 'referral.decline'];
/** What is done with a deal that is being worked on. */
const working: readonly Verb[] = [
  'stage.mark',
  'deal.win',
  'deal.lose',
  'deal.error',
  'deal.edit',
  'deal.team',
  'deal.solutions',
  'partner.invite',
  'partner.remind',
];

/** Whether a press is an answer to a referral that waits for one. */
export function isForUndecided(verb: Verb): boolean {
  return answering.includes(verb);
}

/** Whether a press can be about a deal as it stands; who presses it all the same is told why not. */
export function fitsVerb(verb: Verb, referral: Pick<Referral, 'stage' | 'direction'>): boolean {
  if (isForUndecided(verb)) return isPending(referral);
  return working.includes(verb) ? referral.stage === 'accepted' : true;
}
