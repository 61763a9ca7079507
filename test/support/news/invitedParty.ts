import type { Party } from '#domain/referral/party.ts';

const AT = '2026-11-16T09:00:00.000Z';

/** Fabrikam, who was invited to a deal and has not answered. */
export const invitedParty: Party = {
  role: 'invited',
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId: 'r-fabrikam',
  seq: 1,
  invited: { by: { kind: 'partner-center' }, at: AT },
  invitation: {
    value: { amount: 30, currency: 'USD' },
    closeDate: '2027-02-01',
    solutions: [],
    contacts: [],
  },
};
