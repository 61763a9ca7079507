import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { microsoftElsewhere, microsoftSees, partyOf, takesPart } from './takingPart.ts';

/** How another party stands to a record: Microsoft whether it was invited or invites, a partner we invited, one that invited us. */
export const readerKinds = ['microsoft', 'partner', 'inviter'] as const;
export type ReaderKind = (typeof readerKinds)[number];

/**
 * Who reads what of a record beside its own company, in one place: what is sent follows from it, and so does what a form
 * says at the field (CR-20, CR-21). Each partner has value, date and solutions of its own part, which its
 * invitation names; the customer's contact goes to nobody without the customer's consent (CR-20, CR-59).
 */
const readers = {
  name: ['microsoft', 'partner'],
  customer: ['microsoft', 'partner'],
  location: ['microsoft'],
  value: ['microsoft', 'inviter'],
  closeDate: ['microsoft', 'inviter'],
  notes: ['microsoft'],
  crmId: [],
  campaignId: [],
  team: ['microsoft', 'partner', 'inviter'],
  solutions: ['microsoft'],
  assessmentPlace: [],
  salesStage: ['microsoft', 'partner', 'inviter'],
  declineNotes: ['microsoft', 'inviter'],
  closingNotes: [],
} as const satisfies Readonly<Record<string, readonly ReaderKind[]>>;

export type ReadField = keyof typeof readers;

/** The kinds of party that read a field of a record. */
export function readersOfField(field: ReadField): readonly ReaderKind[] {
  return readers[field];
}

/** What a party is to this record. */
function readerKindOf({ organization, role }: Pick<Party, 'organization' | 'role'>): ReaderKind {
  if (organization === MICROSOFT) return 'microsoft';
  return role === 'inviter' ? 'inviter' : 'partner';
}

/** Whether a party is told a field of this record. */
export function reads(party: Pick<Party, 'organization' | 'role'>, field: ReadField): boolean {
  return readersOfField(field).includes(readerKindOf(party));
}

/** Who reads a field beside our own company, by their names. */
export interface FieldReaders {
  /** Told by this system. */
  told: string[];
  /** In Partner Center only: they read what stands there, and nothing before somebody enters it there. */
  elsewhere: string[];
}

/**
 * Who reads a field of a deal now: the parties here, and whoever is no party here but takes part in Partner Center, be it
 * Microsoft or the partner that sent the referral.
 */
export function readersNow(referral: Referral, field: ReadField): FieldReaders {
  const told = (referral.parties ?? []).filter(
    (party) => party.role !== 'peer' && takesPart(party) && reads(party, field),
  );
  return { told: told.map(({ name }) => name), elsewhere: elsewhere(referral, field) };
}

function elsewhere(referral: Referral, field: ReadField): string[] {
  const kinds = readersOfField(field);
  const { organization, direction, sender, parties = [] } = referral;
  const hasRecord = partyOf(referral, MICROSOFT) !== undefined && !microsoftElsewhere(referral);
  const microsoft = organization !== MICROSOFT && !hasRecord && microsoftSees(referral);
  const { organizationId = '', name } = sender ?? {};
  const invitedHere = parties.some(({ role }) => role === 'inviter');
  const partner =
    direction === 'inbound' && !invitedHere && organizationId.toLowerCase() !== MICROSOFT
      ? name?.trim() || organizationId
      : '';
  return [
    ...(microsoft && kinds.includes('microsoft') ? ['Microsoft'] : []),
    ...(partner !== '' && kinds.includes('inviter') ? [partner] : []),
  ];
}
