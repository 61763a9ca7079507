import {
  type EngagementMessage,
  MICROSOFT,
  type Party,
  type Peer,
  type SharedView,
} from '#domain/referral/party.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import { reads } from './fieldReaders.ts';
import { notesOfRefusal } from './refusalNotes.ts';
import { notesFor, writersFor } from './sharedNotes.ts';
import { standingOf, takesPart } from './takingPart.ts';

const MOST_TOLD = 20;
const LONGEST_TOLD = 60;
/** Bytes. */
const TEAM_ROOM = 2_600;

/** More parties than these nobody runs, and a record must stay small. */
export const MOST_PARTIES = 50;

/** The parties that this record exchanges messages with: those it invited, or its inviter. */
export function partners(referral: Pick<Referral, 'parties'>): readonly Party[] {
  return (referral.parties ?? []).filter(({ role }) => role !== 'peer');
}

/**
 * The parties that this record tells of itself: those, and between Microsoft and a partner whom a third one invited each
 * other, since a registration is nobody else's business (CR-46).
 */
export function correspondents(referral: Pick<Referral, 'parties'>): readonly Party[] {
  return (referral.parties ?? []).filter(({ role, referralId }) => role !== 'peer' || referralId !== '');
}

/**
 * The people of a team as others are told of them: the first twenty, and fewer where their data are larger than anybody's
 * are, because fifty such teams must fit into the record of whoever invited.
 */
function toldOf(team: readonly Contact[]): Contact[] {
  const told: Contact[] = [];
  let left = TEAM_ROOM;
  for (const { name, email, phone } of team.slice(0, MOST_TOLD)) {
    const one = { name: [...name].slice(0, LONGEST_TOLD).join(''), email, phone };
    left -= sizeOf(one);
    if (left < 0) break;
    told.push(one);
  }
  return told;
}

/** About the bytes that a value takes. */
function sizeOf(value: unknown): number {
  let size = 0;
  for (const sign of JSON.stringify(value)) size += sign > '\u007f' ? 3 : 1;
  return size;
}

/** How a peer stands is told by the inviter alone. */
export const silentPeer: SharedView = { stage: 'received', since: '', team: [], notes: [] };

/** What this record tells a party of itself (CR-30): progress and team, and nothing else of the record. */
export function sharedView(referral: Referral, to: Party): SharedView {
  return sharedViews(referral)(to);
}

/** As `sharedView`, for asking about many parties: what all of them are told is made once. */
export function sharedViews(referral: Referral): (to: Party) => SharedView {
  const { salesStage } = referral;
  const closed = referral.stage === 'closed';
  const since = { received: referral.createdAt, accepted: acceptedAt(referral), closed: closedAt(referral) };
  const common = {
    stage: referral.stage,
    ...(closed && { outcome: referral.outcome, reason: referral.reason }),
    since: since[referral.stage],
  };
  const team = toldOf(referral.team);
  const invited = (referral.parties ?? [])
    .filter(({ role }) => role === 'invited')
    .map((party) => ({ ...party, standing: standingOf(party) }));
  return (to) => {
    const registration = registrationParts(referral, to);
    if (to.role === 'peer') return { ...silentPeer, ...registration };
    const standing = {
      ...common,
      ...(reads(to, 'declineNotes') && { closingNotes: notesOfRefusal(referral) }),
    };
    // Notes that were written for it are on their way still.
    const said = { notes: notesFor(referral, to), writers: writersFor(referral, to) };
    // Who is no part any more hears how it ends, and nothing else that is new (CR-61).
    if (!takesPart(to)) return { ...standing, team: [], ...said, ...registration };
    const { ours } = to.invitation ?? {};
    const people = ours ? toldOf(ours) : team;
    const view: SharedView = { ...standing, salesStage, team: people, ...said, ...registration };
    const told: SharedView = { ...view, ...ownPart(referral, to) };
    if (to.role === 'inviter') return told;
    const others = invited
      .filter(({ organization }) => organization !== to.organization)
      .map(({ organization, name, referralId, standing: theirs }): Peer => {
        const { stage, outcome, since: at } = theirs;
        // Only Microsoft and a partner have something to tell each other.
        const review = [organization, to.organization].includes(MICROSOFT);
        return { organization, name, stage, outcome, since: at, ...(review && { referralId }) };
      });
    return { ...told, others, reminded: to.reminded };
  };
}

/** The fields of the record itself that a party reads (CR-21, CR-60). */
function ownPart(referral: Referral, to: Party): Partial<SharedView> {
  const { value, closeDate, notes, solutions } = referral;
  return {
    ...(reads(to, 'value') && { value }),
    ...(reads(to, 'closeDate') && { closeDate }),
    ...(reads(to, 'notes') && { dealNotes: notes }),
    ...(reads(to, 'solutions') && { solutions }),
  };
}

/**
 * Each side's own part of a registration: the partner's filing to Microsoft, Microsoft's decisions to that partner, to
 * nobody else anything (CR-46). Who it was stays with their own company.
 */
function registrationParts(
  referral: Referral,
  { organization }: Party,
): Pick<SharedView, 'registration' | 'review'> {
  if (referral.organization === MICROSOFT) {
    const review = referral.registrationReviews?.[organization]?.map(({ by: _, ...decision }) => decision);
    return review ? { review } : {};
  }
  const filing = organization === MICROSOFT ? referral.registrationFiling : undefined;
  if (!filing) return {};
  const submissions = filing.submissions.map(({ number, at }) => ({ number, at }));
  return { registration: { form: filing.form, submissions } };
}

function acceptedAt(referral: Referral): Instant {
  return referral.stage === 'accepted' ? referral.acceptedAt : referral.createdAt;
}

function closedAt(referral: Referral): Instant {
  return referral.stage === 'closed' ? referral.closedAt : referral.createdAt;
}

/**
 * Whether a party gets the customer's contacts: the customer agreed that Microsoft has them (CR-20), so they go to
 * Microsoft, and with what Microsoft sends to a partner; from partner to partner by a choice of its own, to which the
 * customer agreed as well (CR-59).
 */
export function sharesContacts(
  { organization, consent }: Pick<Referral, 'organization' | 'consent'>,
  to: Pick<Party, 'organization' | 'invitation'>,
): boolean {
  if (to.invitation?.contactToo) return true;
  return consent === true && [organization, to.organization].includes(MICROSOFT);
}

/** The message that brings a party up to date on this record; `seller`: who accepted or closed it here. */
export function messageTo(
  referral: Referral,
  to: Party,
  own: { name: string; seller?: Contact | undefined },
): EngagementMessage {
  const { customer, consent } = referral;
  return {
    engagementId: referral.engagementId ?? '',
    from: { organization: referral.organization, name: own.name, referralId: referral.id },
    to: { organization: to.organization, referralId: to.referralId },
    seq: referral.revision,
    view: sharedView(referral, to),
    seller: own.seller,
    ...(to.invitation &&
      to.invited && {
        invitation: {
          ...to.invitation,
          at: to.invited.at,
          name: referral.name,
          customer: sharesContacts(referral, to) ? customer : { ...customer, contacts: [] },
          consent,
        },
      }),
  };
}
