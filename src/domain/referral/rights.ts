import type { Contact, ReferralFacts } from './referral.ts';

/** Referrals admin or referrals user (CR-1). */
export type Role = 'referrals-admin' | 'referrals-user';

/** Someone's membership in an organization. */
export interface Membership {
  role: Role;
  /** The whole company, or the named locations (MPN ids) only. */
  locations: 'all' | readonly string[];
  /** Lower case: e-mail and user principal name, matched with the team contacts of a referral. */
  addresses: readonly string[];
}

/** What a member may want to do with a referral. */
export const referralActions = [
  'referral.view',
  'referral.accept',
  'referral.decline',
  'deal.edit',
  'deal.team',
  'deal.solutions',
  'deal.handover',
  'deal.locate',
  'deal.grant',
  'deal.ask',
  'deal.win',
  'deal.lose',
  'deal.error',
  'deal.share',
  'deal.undo',
  'stage.mark',
  'partner.invite',
  'partner.remind',
  'note.add',
  'timeline.show',
  'registration.register',
  'registration.review',
] as const;
export type ReferralAction = (typeof referralActions)[number];

/**
 * The one place that says who may do what (CR-2 to CR-4). Without a membership nothing is allowed. Seeing a referral
 * and being allowed to edit it go together (so who may see a won deal may register it, CR-6); granting what somebody
 * asked for and reviewing registrations is for admins; saying to which location one belongs that came without, for those
 * of the whole company (CR-30); and asking is for members who may not see it. Whoever handed a deal over, or left its
 * team, may take that back although they see it no more.
 */
export function may(
  member: Membership | undefined,
  action: ReferralAction,
  referral: Pick<ReferralFacts, 'location' | 'team' | 'undoable'>,
): boolean {
  if (!member) return false;
  if (action === 'deal.ask') return !sees(member, referral);
  if (action === 'deal.undo')
    return teamsToGoBackTo(referral).some((team) => sees(member, { ...referral, team }));
  const forAdmins = ['deal.grant', 'deal.locate', 'registration.review'].includes(action);
  if (forAdmins && member.role !== 'referrals-admin') return false;
  if (action === 'deal.locate' && member.locations !== 'all') return false;
  return sees(member, referral);
}

/** The team, and those that it can still become again. */
function teamsToGoBackTo({
  team,
  undoable = [],
}: Pick<ReferralFacts, 'team' | 'undoable'>): readonly (readonly Contact[])[] {
  return [
    team,
    ...undoable.flatMap((step) => (step.kind === 'fields' && step.was.team ? [step.was.team] : [])),
  ];
}

/** Whether a referral belongs to a location that a member works for; one of no location belongs to the whole company. */
export function isInScope(
  member: Pick<Membership, 'locations'>,
  { location }: Pick<ReferralFacts, 'location'>,
): boolean {
  return member.locations === 'all' || (location !== undefined && member.locations.includes(location));
}

function sees(member: Membership, referral: Pick<ReferralFacts, 'location' | 'team'>): boolean {
  if (!isInScope(member, referral)) return false;
  return member.role === 'referrals-admin' || isInTeam(member, referral);
}

/** Whether one of the member's addresses stands in the referral's team; case does not matter. */
export function isInTeam(
  member: Pick<Membership, 'addresses'>,
  referral: Pick<ReferralFacts, 'team'>,
): boolean {
  return referral.team.some(
    (contact) => contact.email !== undefined && member.addresses.includes(contact.email.toLowerCase()),
  );
}
