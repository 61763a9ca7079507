/** What somebody was told is done, so that it must be there at the end. */
export type Acknowledged = { organization: string; referral: string } & (
  | { what: 'received'; name: string; updated: string }
  | { what: 'accepted' | 'declined'; by: string }
  | { what: 'marked'; stage: number }
  | { what: 'noted'; text: string }
  | { what: 'created'; guests: readonly { organization: string; referral: string }[] }
);

/** What was tried: whether it was acknowledged or not, it may be there. */
export interface Tried {
  organization: string;
  referral: string;
  name: string;
  updated: string;
}
