import type { ValueReader } from '#cards/sync/valueWords.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ConnectionMode } from '#domain/sync/connectionMode.ts';

/** What somebody enters in Partner Center by hand, and what they settle, in the personal chat. */
export interface EnteringView extends ValueReader {
  referral: Referral;
  connection: ConnectionMode;
  partnerCenterUrl?: string | undefined;
  /** What a button takes along so that the deal still leads back to the list it was opened from. */
  place?: Readonly<Record<string, unknown>> | undefined;
  /** A new number for each answer, so that clients show what is true now. */
  formVersion: number;
  /** What came of the press before. */
  resultLine?: string | undefined;
  /** They pressed without having chosen anything. */
  nothingChosen?: boolean | undefined;
}
