import { nextStage } from '#domain/deal/decideProgress.ts';
import type { ReferralCommand } from '#domain/decide/decideReferral.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { reviewsPossible } from '#domain/referral/registration.ts';
import type { ReferralAction } from '#domain/referral/rights.ts';
import { nextToReview } from '#domain/registration/registrationView.ts';
import { contactOf, type DemoGuest } from './guests.ts';

/** Milliseconds before an invitation is answered, and before a deal goes on. */
const pace = { answer: 5_000, goOn: 12_000 };
/** Every so many invitations Fabrikam has nobody free. */
const DECLINES = 3;

type Command = ReferralCommand extends infer C
  ? C extends { by: string }
    ? Omit<C, 'by' | 'at'>
    : never
  : never;
/** What somebody does next, after how long, and how it is said. */
interface Move {
  after: number;
  action: ReferralAction;
  command: Command;
  said: string;
}

/**
 * What another party of the demo does next with its record, the `number`th that it got: Fabrikam declines every third
 * invitation, and goes on with the others up to the end; Microsoft accepts, and asks for action once on each registration.
 */
export function nextMove(guest: DemoGuest, referral: Referral, number: number): Move | undefined {
  const decision = review(referral);
  if (decision) return decision;
  if (referral.stage === 'received') return answer(guest, referral, number);
  if (referral.stage !== 'accepted') return undefined;
  const after = pace.goOn;
  const inviter = referral.parties?.find(({ role }) => role === 'inviter')?.view;
  if (inviter?.outcome === 'won') {
    return { after, action: 'deal.win', command: { type: 'deal.win' }, said: 'marks as won, too' };
  }
  if (inviter?.stage === 'closed') {
    const command = { type: 'deal.lose', reason: 'other' } as const;
    return { after, action: 'deal.lose', command, said: 'gives it up, too' };
  }
  const stage = guest.id === MICROSOFT ? undefined : nextStage(referral);
  if (stage === undefined) return undefined;
  return { after, action: 'stage.mark', command: { type: 'stage.mark', stage }, said: `is at ${stage} %` };
}

function answer(guest: DemoGuest, referral: Referral, number: number): Move {
  const after = pace.answer;
  if (guest.id !== MICROSOFT && number % DECLINES === 0) {
    const notes = 'We have nobody free before the summer. Please ask us again then.';
    const command = { type: 'referral.decline', reason: 'timeline-too-short', notes } as const;
    return { after, action: 'referral.decline', command, said: 'declines' };
  }
  const { name, value = { amount: 0, currency: 'USD' }, closeDate = '' } = referral;
  const part = { ...value, amount: Math.round((value.amount * 1.1) / 100) * 100 };
  const seller = contactOf(guest, guest.people[0]);
  const team = [...referral.team.filter(({ email }) => email !== seller.email), seller];
  const entries = { name, value: guest.id === MICROSOFT ? value : part, closeDate, team };
  return { after, action: 'referral.accept', command: { type: 'referral.accept', entries }, said: 'accepts' };
}

/** Microsoft's next decision on a registration (CR-48). */
function review(referral: Referral): Move | undefined {
  const filed = nextToReview(referral);
  if (!filed) return undefined;
  const { submission, party, filing, state } = filed;
  const possible = reviewsPossible(filing.form, state);
  const about = { type: 'registration.review', partner: party.organization, submission } as const;
  const move = (command: Command, said: string): Move => {
    return { after: pace.answer, action: 'registration.review', command, said: `${said} the registration` };
  };
  if (possible.includes('take')) return move({ ...about, decision: 'take' }, 'takes into review');
  if (possible.includes('approve')) return move({ ...about, decision: 'approve' }, 'approves');
  if (submission > 1) return move({ ...about, decision: 'pass' }, 'passes');
  const reason = 'The order form names another value for the solution. Please look again.';
  return move({ ...about, decision: 'ask', reason, fields: ['solutionValue'] }, 'asks for action on');
}
