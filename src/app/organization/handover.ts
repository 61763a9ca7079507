import type { Contact } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';

/** The handing over of all open deals of a removed member, as far as it has got. */
export interface Handover {
  to: Contact;
  /** Person id of who removed the member; gets the message when it is done. */
  by: string;
  /** How much of the organization that one could act for. */
  locations: 'all' | readonly string[];
  /** Every address under which the removed one may stand in a team, lower case. */
  addresses: readonly string[];
  startedAt: Instant;
  /** Deals handed over so far. */
  moved: number;
  /** Open deals that stay where they are, because of where they belong or because they were refused. */
  left: number;
  doneAt?: Instant | undefined;
}
