import type { AdministerInput } from '#app/administration/memberChange.ts';
import type { DecideDeps } from '#app/referral/decideRecord.ts';
import type { Verb } from '#cards/verb.ts';
import type { ReferralAction } from '#domain/referral/rights.ts';
import type { Answer } from './answer.ts';
import type { CardDeps } from './dealCardAnswer.ts';
import type { Turn } from './turn.ts';

/** One press of a button: who and where, what came with it, and the id that tells it from its repeats. */
export interface Press {
  verb: Verb;
  turn: Turn;
  /** The button's data and the inputs, unchecked. */
  data: Readonly<Record<string, unknown>>;
  commandId: string;
}

/** A press about one deal, with the right that it takes on that deal. */
export interface DealPress extends Press {
  right: ReferralAction;
}

/** A press of somebody who may run the organization, with how far. */
export interface AdminPress extends Press {
  reach: 'company' | 'locations';
  input: AdministerInput;
}

/** What a verb does, with what it needs for that and nothing more. */
export type Action<Deps> = (deps: Deps, press: Press) => Promise<Answer>;
/** The same for a verb about one deal. */
export type ActionOnDeal<Deps> = (deps: Deps, press: DealPress) => Promise<Answer>;
/** The same for a verb that admins alone may use. */
export type ActionOfAdmin<Deps> = (deps: Deps, press: AdminPress) => Promise<Answer>;

/** What the handlers of a deal need: to read and show it, and to decide about it. */
export type DealDeps = CardDeps & DecideDeps;
