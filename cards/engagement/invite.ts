import type { Contact, Money, Solution } from '#domain/referral/referral.ts';
import { isComplete } from '#domain/referral/team.ts';
import type { LocalDate } from '#domain/values/instant.ts';

/** Whom a form of inviting is for: a partner that is named in it, or Microsoft. */
export type InviteTarget = 'partner' | 'microsoft';

/** What a partner is invited with. */
export const partnerInputs = [
  'partner',
  'partnerName',
  'value',
  'currency',
  'closeDate',
  'notes',
  'solutions',
  'solution',
  'search',
  'assistance',
  'people',
  'ours',
  'contactToo',
] as const;

/** Every input of the form; its id in a card is this and the form's version. */
export const inviteInputs = [
  ...partnerInputs,
  'contactName',
  'contactEmail',
  'contactPhone',
  'consent',
] as const;
export type InviteInput = (typeof inviteInputs)[number];

/** What names whom and what in the form: looked up before it counts. */
export interface InviteNames {
  /** Organization id that was chosen, and the name that was typed. */
  partner?: string | undefined;
  partnerName?: string | undefined;
  /** A further solution: the id that was chosen, and the name or id that was typed. */
  solution?: string | undefined;
  search?: string | undefined;
}

/** What is known of a deal, or of its draft, when somebody is invited to it. */
export interface InviteFacts {
  guest: InviteTarget;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  solutions: readonly Solution[];
  /** Our own people in the deal. */
  team?: readonly Contact[] | undefined;
  /** People at the customer. */
  contacts: readonly Contact[];
  /** The customer agreed to share contact data. */
  consent?: boolean | undefined;
}

/**
 * The solutions of the deal that are wanted of a guest without more ado: a partner brings its own, Microsoft's or another
 * company's, and not ours (CR-30); Microsoft sees them all.
 */
export function wantedAtFirst({
  guest,
  solutions,
}: Pick<InviteFacts, 'guest' | 'solutions'>): readonly Solution[] {
  return guest === 'partner' ? solutions.filter(({ kind }) => kind !== 'own') : solutions;
}

/** What has to be asked: of Microsoft only what the deal does not say yet (CR-19, CR-20). */
export interface InviteAsks {
  partner: boolean;
  part: boolean;
  solutions: boolean;
  contact: boolean;
  consent: boolean;
}

/** Which parts a form of inviting has (CR-30); the kind of help and the notes are in all of them. */
export function inviteAsks({ guest, ...facts }: InviteFacts, today: LocalDate): InviteAsks {
  if (guest === 'partner')
    return { partner: true, part: true, solutions: true, contact: false, consent: false };
  const { value, closeDate = '', solutions, contacts, consent } = facts;
  const currency = /^[A-Z]{3}$/.test(value?.currency ?? '');
  return {
    partner: false,
    part: !value || !currency || closeDate < today,
    solutions: solutions.length === 0,
    contact: !contacts.some(isComplete),
    consent: !consent,
  };
}
