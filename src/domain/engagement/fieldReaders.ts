import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { microsoftSees, partyOf, takesPart } from './takingPart.ts';

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

/**
 * Who reads a field of a deal now, beside our own company: parties by their names, and Microsoft too where it takes part
 * in Partner Center only.
 */
export function namesOfReaders(referral: Referral, field: ReadField): string[] {
  const told = (referral.parties ?? []).filter(
    (party) => party.role !== 'peer' && takesPart(party) && reads(party, field),
  );
  const elsewhere =
    referral.organization !== MICROSOFT &&
    !partyOf(referral, MICROSOFT) &&
    readersOfField(field).includes('microsoft') &&
    microsoftSees(referral);
  return [...(elsewhere ? ['Microsoft'] : []), ...told.map(({ name }) => name)];
}
