import type { Address } from './messenger.ts';

/** What Teams says of somebody now. */
export interface RosterEntry {
  name: string;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  guest: boolean;
  /** Where the account is at home. */
  homeTenantId?: string | undefined;
}

/** Asks Teams about people outside of a turn. Never throws for what the other side answers. */
export interface Roster {
  /**
   * Somebody in their own chat with the bot, by directory id. `gone`: Teams knows nobody like that there, which may be
   * random where it is said once. `unsaid`: it does not say at the moment.
   */
  find(chat: Address, accountId: string): Promise<RosterEntry | 'gone' | 'unsaid'>;
}
