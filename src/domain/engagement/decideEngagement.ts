import { type EngagementMessage, type Invitation, MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Contact, ReceivedReferral, Referral } from '#domain/referral/referral.ts';
import { isComplete } from '#domain/referral/team.ts';
import { same } from '#domain/values/canonical.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import { seenFrom, senderNotesOf, withFollowed } from './followed.ts';
import { type InviteProblem, inviteProblem } from './inviteRules.ts';
import { withHeard } from './notes.ts';
import { heardFromPeer, withPeers } from './peers.ts';
import { isUndecided, partyOf, withParty } from './takingPart.ts';

/** Whom somebody invites. Without an id for its record there is nobody over there whom this system reaches. */
export interface Invitee {
  organization: string;
  name: string;
  referralId?: string | undefined;
}

export type EngagementCommand = { at: Instant } & (
  | {
      type: 'partner.invite';
      by: string;
      guest: Invitee;
      invitation: Invitation;
      /** For Microsoft: the customer's contact, and that the customer agreed to share it (CR-19, CR-20). */
      contact?: Contact | undefined;
      consent?: boolean | undefined;
    }
  | { type: 'partner.remind'; by: string; organization: string }
  | { type: 'engagement.receive'; message: EngagementMessage }
);

/** Why nobody is invited or reminded. */
export type EngagementRejection =
  | InviteProblem
  | 'invite-incomplete'
  | 'invite-no-contact'
  | 'invite-no-consent'
  | 'remind-answered'
  | 'remind-today';

export type EngagementDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: EngagementRejection };

type Command<T extends EngagementCommand['type']> = Extract<EngagementCommand, { type: T }>;

const refuse = (rejection: EngagementRejection): EngagementDecision => ({ ok: false, rejection });
const REMIND_HOURS = 24;
const LIFETIME_HOURS = 14 * 24;

/** Decides who takes part in a deal, and what another party's word changes here (CR-29 to CR-33, CR-38). */
export function decideEngagement(state: Referral, command: EngagementCommand): EngagementDecision {
  switch (command.type) {
    case 'partner.invite':
      return invite(state, command);
    case 'partner.remind':
      return remind(state, command);
    case 'engagement.receive':
      return receive(state, command);
    default:
      return command satisfies never;
  }
}

function invite(state: Referral, command: Command<'partner.invite'>): EngagementDecision {
  const { guest, invitation, at } = command;
  const problem = inviteProblem(state, guest.organization);
  if (problem) return refuse(problem);
  if (invitation.solutions.length === 0 || !(invitation.value.amount >= 0))
    return refuse('invite-incomplete');
  const { referralId } = guest;
  const invited = { by: { kind: 'person' as const, personId: command.by }, at };
  const party: Party | undefined = referralId
    ? {
        role: 'invited',
        organization: guest.organization,
        name: guest.name,
        referralId,
        invitation,
        invited,
        seq: 0,
      }
    : undefined;
  const others = (state.parties ?? []).filter(({ organization }) => organization !== guest.organization);
  // What Partner Center told of Microsoft's answer was about the invitation before.
  const parties = party ? [...others, party] : state.parties && others;
  if (guest.organization !== MICROSOFT) return { ok: true, state: { ...state, parties }, changed: true };
  const contacts = command.contact ? [command.contact] : state.customer.contacts;
  if (!contacts.some(isComplete)) return refuse('invite-no-contact');
  if (!(command.consent ?? state.consent)) return refuse('invite-no-consent');
  const customer = { ...state.customer, contacts };
  const { assistance } = invitation;
  const asked = {
    ...{ customer, consent: true, assistance, microsoftInvitedAt: at },
    ...(!party && { microsoftNotes: invitation.notes }),
  };
  return { ok: true, state: { ...state, parties, ...asked }, changed: true };
}

function remind(state: Referral, { organization, at }: Command<'partner.remind'>): EngagementDecision {
  if (state.stage === 'closed') return refuse('invite-closed');
  const party = partyOf(state, organization);
  if (!party || !isUndecided(party)) return refuse('remind-answered');
  if (party.reminded && at < plusHours(party.reminded, REMIND_HOURS)) return refuse('remind-today');
  return { ok: true, state: withParty(state, { ...party, reminded: at }), changed: true };
}

/**
 * Takes in what another party tells of its record: the newest counts, whatever the order and however often it comes.
 * Whoever was invited and has not answered when the inviter closes the deal is not asked any more.
 */
function receive(state: Referral, { message, at }: Command<'engagement.receive'>): EngagementDecision {
  const party = partyOf(state, message.from.organization);
  if (!party || party.role === 'peer') {
    const heard = heardFromPeer(state, party, message);
    return { ok: true, state: heard, changed: !same(shown(heard), shown(state)) };
  }
  const stale = party.referralId !== message.from.referralId || message.seq <= party.seq;
  if (stale) return { ok: true, state, changed: false };
  const { seq, view, seller } = message;
  const { name } = message.from;
  const next: Party = { ...party, name, seq, view, seller };
  const shownNow = party.role === 'inviter' ? withFollowed(state, party.view, message) : state;
  const updated = withHeard(withPeers(withParty(shownNow, next), message), party, message);
  const over = party.role === 'inviter' && view.stage === 'closed' && updated.stage === 'received';
  const closedBy = { kind: 'party' as const, organization: party.organization };
  const after: Referral = over
    ? { ...updated, stage: 'closed', outcome: 'withdrawn', closedAt: at, closedBy }
    : updated;
  const follows = shownNow !== state;
  return { ok: true, state: after, changed: over || follows || !same(shown(after), shown(state)) };
}

/** The parties without the numbers of their messages, which nobody sees. */
function shown({ parties = [] }: Referral): unknown {
  return parties.map(({ seq: _, ...party }) => party);
}

/** The record that an invitation makes: an inbound referral like any other (CR-30, CR-34), decided in 14 days (CR-38). */
export function invitedReferral(message: EngagementMessage): ReceivedReferral | undefined {
  const { invitation, from, to } = message;
  if (!invitation) return undefined;
  const { at, name, customer, consent, value, closeDate, notes, solutions, assistance } = invitation;
  return {
    id: to.referralId,
    engagementId: message.engagementId,
    organization: to.organization,
    direction: 'inbound',
    location: invitation.location,
    name,
    customer,
    consent,
    sender: { organizationId: from.organization, name: from.name },
    senderNotes: senderNotesOf(notes, message.view.dealNotes),
    value,
    closeDate,
    assistance,
    solutions: solutions.map((one) => seenFrom(one, from, to.organization)),
    wanted: { solutions: [], products: [], services: [], industries: [] },
    team: invitation.contacts,
    parties: [
      {
        role: 'inviter',
        organization: from.organization,
        name: from.name,
        referralId: from.referralId,
        seq: 0,
      },
    ],
    createdAt: at,
    expiresAt: plusHours(at, LIFETIME_HOURS),
    revision: 1,
    stage: 'received',
  };
}
