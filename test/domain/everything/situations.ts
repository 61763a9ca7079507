import type { DealType } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { ClosedOutcome, Referral, ReferralFacts, Solution } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { facts } from '#test/support/referral/samples.ts';
import { filing } from '#test/support/registration/registered.ts';

/** Where a record can stand: undecided, accepted, or closed with each outcome. */
const stagesRecord: Record<'received' | 'accepted' | ClosedOutcome, true> = {
  received: true,
  accepted: true,
  won: true,
  lost: true,
  declined: true,
  expired: true,
  withdrawn: true,
  error: true,
  other: true,
};
export type Standing = keyof typeof stagesRecord;
export const standings = Object.keys(stagesRecord) as Standing[];

/** Whose record it is. */
export type Position = 'starter' | 'guest' | 'receiver' | 'microsoft';

/** One record in one place of an engagement, as every command meets it. */
export interface Situation {
  position: Position;
  kind: DealType;
  /** Something special about it. */
  detail?: string | undefined;
  standing: Standing;
  referral: Referral;
}

export const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own' };
const assessment: Solution = { id: 'SA-1', name: 'Security assessment', kind: 'assessment' };
const view = { since: '2026-11-04T10:00:00.000Z', team: [], notes: [] };

/** Another organization in the engagement. */
function party(role: Party['role'], organization: string, changes: Partial<Party> = {}): Party {
  const invited = {
    invitation: {
      closeDate: '2027-02-01',
      value: { amount: 1, currency: 'USD' },
      solutions: [analytics],
      contacts: [],
    },
    invited: { by: { kind: 'person' as const, personId: 'tenant:anna' }, at: '2026-11-04T09:00:00.000Z' },
  };
  return {
    role,
    organization,
    name: organization,
    referralId: `of-${organization}`,
    seq: 0,
    ...(role === 'invited' && invited),
    ...changes,
  };
}

const undecided = party('invited', 'fabrikam');
const accepted = party('invited', 'fabrikam', { view: { ...view, stage: 'accepted' } });
const declined = party('invited', 'fabrikam', { view: { ...view, stage: 'closed', outcome: 'declined' } });
const expired = party('invited', 'fabrikam', { view: { ...view, stage: 'closed', outcome: 'expired' } });
const asked = party('invited', MICROSOFT);

type Place = Omit<Situation, 'standing' | 'referral'> & { facts: Partial<ReferralFacts> };
const own = { position: 'starter', detail: undefined } as const;

/** All places: whoever started the deal, whoever was invited, who got it from Partner Center, and Microsoft. */
const places: readonly Place[] = [
  { ...own, kind: 'private', facts: {} },
  { ...own, kind: 'co-sell', facts: { assistance: 'GeneralOrOther' } },
  { ...own, kind: 'co-sell', detail: 'Microsoft undecided', facts: { parties: [asked] } },
  { ...own, kind: 'co-sell', detail: 'and a partner', facts: { parties: [asked, accepted] } },
  {
    ...own,
    kind: 'co-sell',
    detail: 'to be registered',
    facts: {
      parties: [party('invited', MICROSOFT, { view: { ...view, stage: 'accepted' } })],
      solutions: [{ ...analytics, incentive: true }],
    },
  },
  { ...own, kind: 'p2p', detail: 'undecided', facts: { parties: [undecided] } },
  { ...own, kind: 'p2p', detail: 'accepted', facts: { parties: [accepted] } },
  { ...own, kind: 'p2p', detail: 'declined', facts: { parties: [declined] } },
  { ...own, kind: 'p2p', detail: 'expired', facts: { parties: [expired] } },
  {
    ...own,
    kind: 'p2p',
    detail: 'reminded',
    facts: { parties: [{ ...undecided, reminded: '2026-11-10T11:00:00.000Z' }] },
  },
  { ...own, kind: 'partner-led', facts: { partnerLed: true } },
  { ...own, kind: 'partner-led', detail: 'at a stage', facts: { partnerLed: true, salesStage: 40 } },
  { ...own, kind: 'assessment', facts: { solutions: [assessment] } },
  { ...own, kind: 'assessment', detail: 'all stages', facts: { solutions: [assessment], salesStage: 80 } },
  { position: 'guest', kind: 'p2p', facts: { parties: [party('inviter', 'litware')] } },
  {
    position: 'guest',
    kind: 'co-sell',
    facts: { parties: [party('inviter', 'litware'), party('peer', MICROSOFT)] },
  },
  { position: 'receiver', kind: 'private', facts: {} },
  { position: 'receiver', kind: 'co-sell', facts: { sender: { organizationId: 'msft' } } },
  { position: 'receiver', kind: 'p2p', facts: { sender: { organizationId: 'litware' } } },
  { position: 'receiver', kind: 'assessment', facts: { solutions: [assessment] } },
  {
    position: 'microsoft',
    kind: 'co-sell',
    facts: { organization: MICROSOFT, parties: [party('inviter', 'litware')] },
  },
  {
    position: 'microsoft',
    kind: 'co-sell',
    detail: 'registered',
    facts: {
      organization: MICROSOFT,
      parties: [
        party('inviter', 'litware', {
          view: { ...view, stage: 'closed', outcome: 'won', registration: filing() },
        }),
      ],
    },
  },
];

/** Every place at every standing. */
export const situations: readonly Situation[] = places.flatMap(({ facts: changes, ...place }) =>
  standings.map((standing) => ({ ...place, standing, referral: referralOf(place, standing, changes) })),
);

function referralOf(
  { position }: Pick<Place, 'position'>,
  standing: Standing,
  changes: Partial<ReferralFacts>,
): Referral {
  const base = facts({
    direction: position === 'starter' ? 'outbound' : 'inbound',
    solutions: [analytics],
    sender: position === 'guest' || position === 'microsoft' ? { organizationId: 'litware' } : undefined,
    ...changes,
  });
  const by = { kind: 'person' as const, personId: 'tenant:anna' };
  if (standing === 'received') return { ...base, stage: 'received' };
  if (standing === 'accepted') {
    return { ...base, stage: 'accepted', acceptedAt: '2026-11-03T10:00:00.000Z', acceptedBy: by };
  }
  // What our own clock ended is another matter for Partner Center's word.
  const closedBy = standing === 'expired' ? ({ kind: 'clock' } as const) : by;
  return { ...base, stage: 'closed', outcome: standing, closedAt: '2026-11-05T10:00:00.000Z', closedBy };
}

const HERE = '1234567';
const bo = ['bo.partner@contoso.example'];
const other = ['other@contoso.example'];

/** Everybody who may press a button. */
export const roles = {
  'company admin': { role: 'referrals-admin', locations: 'all', addresses: other },
  'location admin': { role: 'referrals-admin', locations: [HERE], addresses: other },
  'admin of another location': { role: 'referrals-admin', locations: ['7654321'], addresses: bo },
  'user in the team': { role: 'referrals-user', locations: [HERE], addresses: bo },
  'user not in the team': { role: 'referrals-user', locations: [HERE], addresses: other },
  'user of another location': { role: 'referrals-user', locations: ['7654321'], addresses: bo },
  nobody: undefined,
} satisfies Record<string, Membership | undefined>;
export type RoleName = keyof typeof roles;
