import { readersNow } from '#domain/engagement/fieldReaders.ts';
import { notesOfRefusal } from '#domain/engagement/refusalNotes.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ReferralSnapshot, SnapshotStatus } from '#domain/referral/snapshot.ts';
import { canonical } from '#domain/values/canonical.ts';
import type { Owner, WireObject } from '#ports/partnerCenter.ts';
import { closingMoment, type Zone } from './closingDay.ts';
import { createShape, wireMemberOf } from './createShape.ts';
import { readReferral, readTeamMember } from './readReferral.ts';
import { errorTexts, reasonTexts, withNotes } from './status.ts';
import { wireRegistration } from './wireRegistration.ts';
import { writeSolutions } from './wireSolutions.ts';
import { wireStage } from './wireStage.ts';

const outcomes = {
  won: 'Won',
  lost: 'Lost',
  declined: 'Declined',
  expired: 'Expired',
  // Partner Center has no word for it; nobody answered in time is what comes closest.
  withdrawn: 'Expired',
  error: 'Error',
} as const;

/**
 * The referral in the shape it came in: what was received, with the present status, substatus and what sellers
 * changed laid over it. Fields that nobody changed here stay exactly as received. A record that was created here, or by
 * the invitation of `inviter`, and never came in (`received` undefined) is written whole, as its `owner`'s. `closing`:
 * by what a changed close date is told, and how it is written (CR-64).
 */
export function writeReferral(
  wireReceived: WireObject | undefined,
  referral: Referral,
  owner?: Owner,
  inviter?: Owner,
  closing: Closing = {},
): WireObject {
  if (!wireReceived) {
    const created = createShape(referral, owner, inviter);
    setStatus(created, referral, created, undefined);
    return created;
  }
  const read = readReferral(wireReceived, closing.zone);
  const { facts, status } = read.ok ? read.delivery.snapshot : {};
  const result: WireObject = { ...wireReceived };
  setStatus(result, referral, wireReceived, status);
  setFacts(result, referral, wireReceived, facts);
  setCloseDate(result, referral, wireReceived, closing.lastRead ?? facts, closing.zone);
  return result;
}

interface Closing {
  zone?: Zone | undefined;
  /** What was read when it came in: the zone may have been another one then. */
  lastRead?: Pick<Referral, 'closeDate'> | undefined;
}

function setCloseDate(
  result: WireObject,
  { closeDate }: Referral,
  wire: WireObject,
  lastRead: Pick<Referral, 'closeDate'> | undefined,
  zone: Zone | undefined,
): void {
  if (closeDate === lastRead?.closeDate) return;
  const path = ['details', 'closingDateTime'];
  set(result, path, closeDate ? closingMoment(closeDate, get(wire, path), zone) : null);
}

function setStatus(
  result: WireObject,
  referral: Referral,
  wire: WireObject,
  status: SnapshotStatus | undefined,
): void {
  set(result, ['status'], statusOf(referral));
  set(result, ['substatus'], substatusOf(referral, wire));
  // What was decided there stands there already, to the ten-millionth of a second and in its own words.
  const decidedThere =
    status && status.stage !== 'received' && status.stage === referral.stage ? status.at : undefined;
  if (referral.stage === 'accepted' && referral.acceptedAt !== decidedThere) {
    set(result, ['acceptedDateTime'], referral.acceptedAt);
  }
  if (referral.stage === 'closed') {
    if (referral.closedAt !== decidedThere) set(result, ['closedDateTime'], referral.closedAt);
    const { reason, errorReason } = referral;
    const words = reason ? reasonTexts[reason] : errorReason && errorTexts[errorReason];
    if (words && referral.closedBy.kind === 'person') {
      set(result, ['statusReason'], withNotes(words, saidToSender(referral)));
    }
  }
}

/** What is said with a refusal stands there for whoever reads it, and for nobody where nobody does (CR-21, CR-52). */
function saidToSender(referral: Referral): string | undefined {
  const { told, elsewhere } = readersNow(referral, 'declineNotes');
  return told.length + elsewhere.length > 0 ? notesOfRefusal(referral) : undefined;
}

function setFacts(
  result: WireObject,
  referral: Referral,
  wire: WireObject,
  facts: ReferralSnapshot['facts'] | undefined,
): void {
  if (referral.name !== facts?.name) set(result, ['name'], referral.name);
  if (referral.notes !== facts?.notes) set(result, ['details', 'notes'], referral.notes ?? null);
  if (
    referral.value?.amount !== facts?.value?.amount ||
    referral.value?.currency !== facts?.value?.currency
  ) {
    set(result, ['details', 'dealValue'], referral.value?.amount ?? null);
    set(result, ['details', 'currency'], referral.value?.currency || null);
  }
  if (referral.crmId !== facts?.crmId) set(result, ['externalReferenceId'], referral.crmId ?? null);
  if (referral.campaignId !== facts?.campaignId) set(result, ['campaignId'], referral.campaignId ?? null);
  // Records from before these were read have none, which does not mean that somebody took them away.
  if (referral.assistance !== undefined && referral.assistance !== facts?.assistance) {
    set(result, ['inviteContext', 'assistanceRequestCode'], referral.assistance);
  }
  if (referral.consent !== undefined && referral.consent !== facts?.consent) {
    set(result, ['consent', 'consentToToShareInfoWithOthers'], referral.consent);
    set(result, ['consent', 'consentToContact'], referral.consent);
  }
  if (referral.salesStage !== facts?.salesStage) {
    set(result, ['salesStage'], wireStage(referral.salesStage));
  }
  if (referral.partnerLed && !facts?.microsoft) {
    set(result, ['consent', 'consentToShareReferralWithMicrosoftSellers'], true);
  }
  if (referral.solutions) {
    const path = ['details', 'requirements', 'solutions'];
    const sent = get(wire, path);
    const solutions = writeSolutions(sent, referral.solutions);
    if (solutions !== sent) set(result, path, solutions);
  }
  const registered = wireRegistration(referral, get(wire, ['registrations']));
  if (registered) {
    set(result, ['registrationStatus'], registered.status);
    set(result, ['registrations'], registered.registrations);
  }
  if (canonical(referral.team) !== canonical(facts?.team)) set(result, ['team'], teamOf(referral, wire));
}

function statusOf(referral: Referral): string {
  return { received: 'New', accepted: 'Active', closed: 'Closed' }[referral.stage];
}

function substatusOf(referral: Referral, wire: WireObject): unknown {
  if (referral.stage === 'accepted') return 'Accepted';
  if (referral.stage === 'closed') {
    return referral.outcome === 'other' ? wire[spelling(wire, 'substatus')] : outcomes[referral.outcome];
  }
  const received = wire[spelling(wire, 'substatus')];
  return typeof received === 'string' && received.toLowerCase() === 'received' ? 'Received' : 'Pending';
}

/** The team with those who are as they were sent exactly so. */
function teamOf(referral: Referral, wire: WireObject): unknown[] {
  const sent = wire[spelling(wire, 'team')];
  const known = new Map(
    (Array.isArray(sent) ? sent : [sent]).map((member: unknown) => [
      canonical(readTeamMember(member)),
      member,
    ]),
  );
  return referral.team.map((contact) => known.get(canonical(contact)) ?? wireMemberOf(contact));
}

function get(source: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return source;
  if (source === null || typeof source !== 'object' || Array.isArray(source)) return undefined;
  return get((source as WireObject)[spelling(source as WireObject, name)], rest);
}

function set(target: WireObject, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  const key = spelling(target, name);
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const copy: WireObject =
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? { ...inner } : {};
  set(copy, rest, value);
  target[key] = copy;
}

/** The name as the sender spelled it, so that no second property appears beside it. */
function spelling(object: WireObject, name: string): string {
  return Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}
