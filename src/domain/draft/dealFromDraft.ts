import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import { type AcceptedReferral, NO_HELP } from '#domain/referral/referral.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import { type DealProblem, type DealRules, dealProblems, isPartnerLed } from './dealProblems.ts';
import { type DealDraft, type DraftInvitation, wantsMicrosoft } from './draft.ts';

/** Who creates a deal, when, and under which id the parties will know the engagement. */
export interface Creation {
  organization: string;
  personId: string;
  at: Instant;
  engagementId: string;
  /** Microsoft as an organization of this deployment: it is invited where help of it is wanted (CR-8, CR-25). */
  microsoft?: { name: string; referralId: string; location?: string | undefined } | undefined;
}

export type CreatedDeal =
  | { ok: true; referral: AcceptedReferral }
  /** In the order of the steps. */
  | { ok: false; problems: readonly DealProblem[] };

/** Microsoft has 14 days to decide (CR-26). */
const LIFETIME_HOURS = 14 * 24;

/**
 * The deal that a draft becomes, or all that still forbids it (CR-18 to CR-25). It starts as accepted (CR-28); its type
 * is derived and stands nowhere (CR-11).
 */
export function dealFromDraft(draft: DealDraft, rules: DealRules, creation: Creation): CreatedDeal {
  const problems = dealProblems(draft, rules);
  const { customer, customerContact, name, location, value, closeDate, team, solutions, assistance } = draft;
  if (problems.length > 0 || !customer || name === undefined) return { ok: false, problems };
  const { at } = creation;
  const parties = partiesOf(draft, creation);
  const by = { kind: 'person' as const, personId: creation.personId };
  const partnerLed = isPartnerLed(draft, rules.options);
  const shares = assistance !== NO_HELP || partnerLed || creation.organization === MICROSOFT;
  return {
    ok: true,
    referral: {
      id: draft.id,
      engagementId: creation.engagementId,
      organization: creation.organization,
      direction: 'outbound',
      location,
      name: name.trim(),
      customer: { ...customer, contacts: customerContact ? [customerContact] : [] },
      value,
      closeDate,
      notes: draft.notes,
      crmId: draft.crmId,
      campaignId: draft.campaignId,
      assistance,
      wanted: { solutions: [], products: [], services: [], industries: [] },
      solutions,
      assessmentPlace: draft.assessmentPlace,
      ...(assistance !== NO_HELP && { microsoftInvitedAt: at }),
      ...(partnerLed && { partnerLed: true as const }),
      // Consent is to sharing with Microsoft: where nothing is shared it says nothing (CR-20).
      consent: shares ? draft.consent : undefined,
      ...(parties.length > 0 && { parties }),
      createdBy: by,
      team: team ?? [],
      createdAt: at,
      expiresAt: plusHours(at, LIFETIME_HOURS),
      revision: 1,
      stage: 'accepted',
      acceptedAt: at,
      acceptedBy: by,
    },
  };
}

/** Whom a deal invites as it is created (CR-31): the partners of the draft, and Microsoft where its help is wanted. */
function partiesOf(draft: DealDraft, { microsoft, at, personId }: Creation): Party[] {
  const { assistance, value, closeDate, solutions = [], notes, invitations = [] } = draft;
  const invited = { by: { kind: 'person' as const, personId }, at };
  const asked: DraftInvitation[] =
    wantsMicrosoft(draft) && microsoft && value && closeDate
      ? [
          {
            organization: MICROSOFT,
            ...microsoft,
            closeDate,
            value,
            notes,
            solutions,
            assistance,
            contacts: [],
          },
        ]
      : [];
  return [...asked, ...invitations].map(({ organization, name, referralId, ...invitation }) => {
    return { role: 'invited', organization, name, referralId, invitation, invited, seq: 0 };
  });
}
