import { type Contact, helpKinds, type Money, NO_HELP } from '#domain/referral/referral.ts';
import { editableFields, type ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { readCountry } from '#domain/values/countries.ts';
import { isDuns } from '#domain/values/duns.ts';
import type { ReadResult } from '#ports/partnerCenter.ts';
import { lowerCaseKeys, MAX_DEPTH } from './anyCase.ts';
import { bodyProblems } from './bodyProblems.ts';
import { closingDay, type Zone } from './closingDay.ts';
import { leftOut } from './leftOut.ts';
import { mistakenFor } from './mistakenBodies.ts';
import { readWireStatus } from './status.ts';
import { toInstant } from './wireInstant.ts';
import {
  type WireMember,
  type WireReferral,
  type WireTag,
  wireMember,
  wireReferral,
} from './wireReferral.ts';
import { solutionsOf } from './wireSolutions.ts';
import { readStage } from './wireStage.ts';

// A stored referral stays below 400 KB: the body, what is read from it, and what will be decided here.
const MOST_BYTES = 360 * 1024;

/**
 * Reads a body in Partner Center's shape: unknown fields pass, enums in any case, a member as object or array, null
 * as absent. All problems are reported at once, by path; a date that can't be read is left out and noted. `zone`: where
 * the organization's days begin (CR-64); UTC without.
 */
export function readReferral(body: unknown, zone?: Zone): ReadResult {
  const lowered = lowerCaseKeys(body);
  if (!lowered) return refused(`nests deeper than ${MAX_DEPTH} levels`);
  const mistaken = mistakenFor(lowered.value);
  if (mistaken !== undefined) return refused(mistaken);
  if (lowered.value === null || typeof lowered.value !== 'object' || Array.isArray(lowered.value)) {
    return refused('must be a JSON object: one referral');
  }
  const loose = lowered.value as Record<string, unknown>;
  const parsed = wireReferral.safeParse(loose);
  const status = readWireStatus(
    {
      status: asText(loose.status),
      substatus: asText(loose.substatus),
      statusreason: asText(loose.statusreason),
    },
    parsed.success ? decisionTimes(parsed.data) : {},
  );
  if (parsed.success && status.ok) {
    const { data } = parsed;
    const facts = factsOf(data, zone);
    if (Buffer.byteLength(JSON.stringify([body, facts, editableFields(facts)])) > MOST_BYTES) {
      return refused('holds more than one referral can carry');
    }
    return {
      ok: true,
      delivery: {
        snapshot: { facts, status: status.status },
        partnerCenterOrganization: data.organizationid,
        updated: data.updateddatetime ?? '',
        wire: body as Record<string, unknown>,
        notes: leftOut(loose, data, facts.closeDate, body),
      },
    };
  }
  const issues = parsed.success ? [] : parsed.error.issues;
  return { ok: false, problems: bodyProblems(issues, status.ok ? [] : [status], body) };
}

function refused(message: string): ReadResult {
  return { ok: false, problems: [{ path: '', message }] };
}

function decisionTimes(wire: WireReferral): { accepted?: string; closed?: string } {
  return {
    ...(wire.accepteddatetime && { accepted: toInstant(wire.accepteddatetime) }),
    ...(wire.closeddatetime && { closed: toInstant(wire.closeddatetime) }),
  };
}

function factsOf(wire: WireReferral, zone: Zone | undefined): ReferralSnapshot['facts'] {
  const { customerprofile: customer, details, invitecontext: invite } = wire;
  const requirements = details?.requirements;
  return {
    id: wire.id.toLowerCase(),
    engagementId: wire.engagementid,
    direction: directionOf(wire),
    location: wire.mpnid,
    name: wire.name ?? customer.name,
    customer: {
      name: customer.name,
      addressLines: addressLinesOf(customer.address),
      city: customer.address?.city,
      state: customer.address?.state ?? customer.address?.region,
      postalCode: customer.address?.postalcode,
      country: countryOf(customer.address?.country),
      duns: dunsOf(customerId(wire, 'duns')),
      microsoftAccountId: customerId(wire, 'external'),
      contacts: customer.team.map(contactOf).filter(isPresent).slice(0, 50),
    },
    sender: invite?.invitedby
      ? { organizationId: invite.invitedby.organizationid, name: invite.invitedby.organizationname }
      : undefined,
    senderNotes: invite?.notes,
    notes: details?.notes,
    value: moneyOf(details?.dealvalue, details?.currency),
    closeDate: details?.closingdatetime && closingDay(details.closingdatetime, zone),
    crmId: wire.externalreferenceid,
    campaignId: wire.campaignid,
    assistance: helpOf(invite?.assistancerequestcode),
    qualification: wire.qualification,
    solutions: solutionsOf(requirements?.solutions ?? [], wire.organizationname),
    consent: wire.consent?.consenttotoshareinfowithothers,
    microsoft: seenByMicrosoft(wire),
    salesStage: readStage(wire.salesstage),
    ...registrationOf(wire),
    wanted: {
      solutions: namesOf(requirements?.solutions),
      products: namesOf(requirements?.products),
      services: namesOf(requirements?.services),
      industries: namesOf(requirements?.industries),
    },
    team: wire.team.map(contactOf).filter(isPresent).slice(0, 50),
    createdAt: wire.createddatetime && toInstant(wire.createddatetime),
    expiresAt: wire.expirationdatetime && toInstant(wire.expirationdatetime),
  };
}

// The deal says where its registration stands, the registration itself why; the last one counts.
function registrationOf(
  wire: WireReferral,
): Pick<ReferralSnapshot['facts'], 'registration' | 'registrationReason'> {
  const last = wire.registrations.at(-1);
  const said = wire.registrationstatus;
  const registration = said === undefined || said.toLowerCase() === 'none' ? (last?.status ?? said) : said;
  return { registration, registrationReason: last?.statusreason };
}

// Stored deals that the partner created itself read "Incoming" too; whoever invited tells them apart.
function directionOf(wire: WireReferral): 'inbound' | 'outbound' {
  const inviter = wire.invitecontext?.invitedby?.organizationid?.toLowerCase();
  if (inviter !== undefined && inviter === wire.organizationid?.toLowerCase()) return 'outbound';
  return wire.direction?.toLowerCase() === 'outgoing' ? 'outbound' : 'inbound';
}

/**
 * An amount with the currency the sender named: the code, its own word where that is none, nothing where it named
 * none. Nothing is taken for dollars; whoever accepts the deal has to choose.
 */
function moneyOf(amount: number | undefined, currency: string | undefined): Money | undefined {
  if (amount === undefined) return undefined;
  const code = currency?.toUpperCase() ?? '';
  return { amount, currency: /^[A-Z]{3}$/.test(code) ? code : (currency ?? '') };
}

/** The code of a country given by code or name; as it was sent where it is none that is known. */
function countryOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (readCountry(text) ?? text);
}

/** A code of ours in our spelling; another one as it was sent. */
function helpOf(code: string | undefined): string | undefined {
  return [...helpKinds, NO_HELP].find((one) => one.toLowerCase() === code?.toLowerCase()) ?? code;
}

function dunsOf(id: string | undefined): string | undefined {
  const digits = id?.replace(/[\s-]/g, '');
  return digits && isDuns(digits) ? digits : undefined;
}

function customerId({ customerprofile }: WireReferral, type: string): string | undefined {
  return customerprofile.ids.find(({ profiletype }) => profiletype?.toLowerCase() === type)?.id;
}

// A record of ours that is Shared without saying so in its consent is one with Microsoft; another's may be shared with us only.
function seenByMicrosoft(wire: WireReferral): boolean | undefined {
  const said = wire.consent?.consenttosharereferralwithmicrosoftsellers;
  if (said !== undefined || directionOf(wire) === 'inbound') return said;
  return wire.type?.toLowerCase() === 'shared' ? true : undefined;
}

/** One person of a team as it was sent, or undefined where nobody can be made out. */
export function readTeamMember(member: unknown): Contact | undefined {
  const parsed = wireMember.safeParse(lowerCaseKeys(member)?.value);
  return parsed.success ? contactOf(parsed.data) : undefined;
}

function contactOf(member: WireMember): Contact | undefined {
  const name = [member.firstname, member.lastname].filter(isPresent).join(' ');
  if (!name && !member.email && !member.phonenumber) return undefined;
  return {
    name: name || (member.email ?? member.phonenumber ?? ''),
    email: member.email,
    phone: member.phonenumber,
    title: member.title,
  };
}

function namesOf(tags: readonly WireTag[] | undefined): string[] {
  return (tags ?? [])
    .map((tag) => tag.name ?? tag.id)
    .filter(isPresent)
    .slice(0, 50);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim().slice(0, 2000) : undefined;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Without the city where it stands for the street that is required there (`createShape`). */
function addressLinesOf(address: WireReferral['customerprofile']['address']): string[] {
  const { addressline1, addressline2, city } = address ?? {};
  return [addressline1 === city ? undefined : addressline1, addressline2].filter(isPresent);
}
