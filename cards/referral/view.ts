import type { Instant } from '../../src/domain/instant.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { Reader } from '../format.ts';
import type { Problems, Typed } from './problems.ts';

/** Where a card stands: in someone's own chat, or where a whole team reads it. */
export type Audience = 'personal' | 'channel';

/** Why somebody gets a referral (CR-51, CR-55); `everyone` is the trial mode, where all are admins. */
export type Why = 'channel' | 'route' | 'admin' | 'location-admin' | 'team' | 'everyone';

/** A form that was refused and comes back open. */
export interface RefusedForm {
  kind: 'accept' | 'decline';
  /** Higher with every refusal; input ids carry it, since clients keep what was typed by id. */
  round: number;
  typed: Typed;
  problems: Problems;
}

/** All that a referral's card is made from. */
export interface ReferralCardView extends Reader {
  referral: Referral;
  audience: Audience;
  why?: Why | undefined;
  /** Name of the person who decided, if it was one. */
  deciderName?: string | undefined;
  partnerCenterUrl?: string | undefined;
  /** Decisions made here do not reach Partner Center by themselves. */
  mustEnterInPartnerCenter: boolean;
  /** What came of the reader's press, in the reader's language. */
  lead?: string | undefined;
  form?: RefusedForm | undefined;
  /** Round of the forms that are not open yet; needed only after a cancelled refusal. */
  round?: number | undefined;
}

/** The moment a decision was made, whatever it was. */
export function decidedAt(referral: Referral): Instant | undefined {
  if (referral.stage === 'accepted') return referral.acceptedAt;
  return referral.stage === 'closed' ? referral.closedAt : undefined;
}
