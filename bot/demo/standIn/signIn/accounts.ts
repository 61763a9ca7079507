/** Somebody who can sign in at the stand-in. */
export interface StandInAccount {
  /** The address one signs in with. */
  username: string;
  name: string;
  objectId: string;
  roles: readonly string[];
  locations: 'all' | readonly string[];
  /** False for an account that signs in with a password alone. */
  mfa: boolean;
}

export const REFERRALS_ADMIN = 'Referrals admin';
export const REFERRALS_USER = 'Referrals user';

const numbered = (number: number): string => `aaaa0000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function account(number: number, name: string, more: Partial<StandInAccount> = {}): StandInAccount {
  return {
    username: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`,
    name,
    objectId: numbered(number),
    roles: [REFERRALS_ADMIN],
    locations: 'all',
    mfa: true,
    ...more,
  };
}

/** The service account first, then one for each thing that can be wrong with an account. */
export const standInAccounts: readonly StandInAccount[] = [
  account(1, 'Referral Sync'),
  account(2, 'Anna Berg', { roles: [REFERRALS_USER] }),
  account(3, 'Jonas Lind', { locations: ['1234567'] }),
  account(4, 'Nora Falk', { mfa: false }),
  account(5, 'Ida Holm', { roles: [] }),
];
