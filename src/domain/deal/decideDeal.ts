import {
  needsConsent,
  type ShareProblem,
  type Sharing,
  shareProblem,
} from '#domain/engagement/shareRules.ts';
import { asksMicrosoft, solutionProblems } from '#domain/engagement/solutionRules.ts';
import type { Contact, Money, Referral, Solution } from '#domain/referral/referral.ts';
import { isAssessment, isSameSolution, withoutRepeats } from '#domain/referral/solutions.ts';
import { contactKey, isComplete, sameAddress } from '#domain/referral/team.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';

/** The fields of an accepted deal that can be edited (CR-39); the location never (CR-21). */
export const editFields = ['name', 'value', 'closeDate', 'notes', 'crmId', 'campaignId'] as const;
export type EditField = (typeof editFields)[number];

interface Edit<T> {
  /** What stood there when the person began. */
  from: T | undefined;
  to: T | undefined;
}

/** What is to change; a field that is absent stays, `to: undefined` empties it. */
export interface DealChanges {
  name?: { from: string | undefined; to: string };
  value?: Edit<Money>;
  closeDate?: Edit<LocalDate>;
  notes?: Edit<string>;
  crmId?: Edit<string>;
  campaignId?: Edit<string>;
}

interface ByPerson {
  by: string;
  at: Instant;
}

/** What people do with a deal besides answering it. */
export type DealCommand = ByPerson &
  (
    | {
        type: 'deal.handover';
        /** The colleague who has it in hand from now on; needs an e-mail. */
        to: Contact;
        /** E-mail of somebody who is taken off the team at the same time. */
        drop?: string | undefined;
      }
    | { type: 'deal.edit'; changes: DealChanges }
    | {
        type: 'deal.team';
        add: readonly Contact[];
        /** Keys of contacts, as `contactKey` spells them. */
        remove: readonly string[];
      }
    | {
        type: 'deal.solutions';
        add: readonly Solution[];
        /** Ids. */
        remove: readonly string[];
        /** MPN id of the location for which an assessment is created (CR-24); absent leaves it as it is. */
        place?: string | undefined;
        /** MPN ids of those from which `place` can be. */
        locations?: readonly string[] | undefined;
        /** Whether the organization is vetted for assessments (CR-10). */
        vetted: boolean;
        /** Whether it keeps to the option that assessments stay as they were created (CR-24). */
        fixed?: boolean | undefined;
      }
    | {
        type: 'deal.locate';
        /** MPN id of one of the organization's locations. */
        location: string;
      }
    | ({ type: 'deal.share' } & Sharing)
  );

/** Why a deal stays as it is. */
export type DealRejection =
  | 'already-closed'
  | 'no-address'
  | 'not-accepted'
  | 'changed-meanwhile'
  | 'team-without-contact'
  | 'solutions-not-allowed'
  | 'assessment-fixed'
  | 'location-set'
  | ShareProblem;

export type DealDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: DealRejection };

type OpenDeal = Exclude<Referral, { stage: 'closed' }>;
type Command<T extends DealCommand['type']> = Extract<DealCommand, { type: T }>;

const refuse = (rejection: DealRejection): DealDecision => ({ ok: false, rejection });

/**
 * Decides what is done with an open deal (CR-12, CR-22 to CR-24, CR-39). What is closed never changes again (CR-50); before
 * acceptance a deal can be handed over and given the location that it lacks, everything else belongs to its acceptance then.
 */
export function decideDeal(state: Referral, command: DealCommand): DealDecision {
  if (state.stage === 'closed') return refuse('already-closed');
  if (command.type === 'deal.handover') return handOver(state, command);
  if (command.type === 'deal.locate') return locate(state, command);
  if (command.type === 'deal.share') return share(state, command);
  if (state.stage !== 'accepted') return refuse('not-accepted');
  switch (command.type) {
    case 'deal.edit':
      return edit(state, command);
    case 'deal.team':
      return changeTeam(state, command);
    case 'deal.solutions':
      return changeSolutions(state, command);
    default:
      return command satisfies never;
  }
}

/** The fields that somebody else changed to something else since the person began (CR-39). */
function conflictsOf(state: Referral, changes: DealChanges): EditField[] {
  return editFields.filter((field) => {
    const change = changes[field];
    return change && !same(state[field], change.from) && !same(state[field], change.to);
  });
}

function handOver(state: OpenDeal, { to, drop, by, at }: Command<'deal.handover'>): DealDecision {
  const holder = to.email?.trim().toLowerCase();
  if (!holder) return refuse('no-address');
  const dropped = drop?.trim().toLowerCase();
  const stays = ({ email }: Contact) => dropped === holder || !email || email.toLowerCase() !== dropped;
  const before = state.team.filter(stays);
  const known = before.some((one) => sameAddress(one, to));
  const team = known
    ? before.map((one) =>
        sameAddress(one, to) && !one.phone && to.phone ? { ...one, phone: to.phone } : one,
      )
    : [...before, to];
  if (state.holder === holder && same(team, state.team)) return { ok: true, state, changed: false };
  const handed = { by: { kind: 'person' as const, personId: by }, at };
  return { ok: true, state: { ...state, team, holder, handed }, changed: true };
}

/** Gives a deal the location that it came without (CR-30); one that it has stays for ever (CR-21). */
function locate(state: OpenDeal, { location }: Command<'deal.locate'>): DealDecision {
  if (state.location === location) return { ok: true, state, changed: false };
  if (state.location !== undefined) return refuse('location-set');
  return { ok: true, state: { ...state, location }, changed: true };
}

function edit(state: OpenDeal, { changes }: Command<'deal.edit'>): DealDecision {
  if (conflictsOf(state, changes).length > 0) return refuse('changed-meanwhile');
  const to = Object.fromEntries(
    editFields.flatMap((field) => (changes[field] ? [[field, changes[field].to] as const] : [])),
  );
  const next = { ...state, ...to } as OpenDeal;
  return { ok: true, state: next, changed: !same(next, state) };
}

function changeTeam(state: OpenDeal, { add, remove }: Command<'deal.team'>): DealDecision {
  const kept = state.team.filter((one) => !remove.includes(contactKey(one)));
  const merged = kept.map((one) => {
    const again = add.find((other) => sameAddress(one, other));
    return again ? { ...one, ...again } : one;
  });
  const team = [...merged, ...add.filter((one) => !kept.some((other) => sameAddress(one, other)))];
  if (kept.length < state.team.length && !team.some(isComplete)) return refuse('team-without-contact');
  if (same(team, state.team)) return { ok: true, state, changed: false };
  const holds = team.some(({ email }) => email?.toLowerCase() === state.holder);
  const { holder: _holder, handed: _handed, ...rest } = state;
  return { ok: true, state: holds ? { ...state, team } : { ...rest, team }, changed: true };
}

function changeSolutions(state: OpenDeal, command: Command<'deal.solutions'>): DealDecision {
  const gone = ({ id }: Solution) => command.remove.some((other) => isSameSolution({ id }, { id: other }));
  const kept = (state.solutions ?? []).filter((one) => !gone(one));
  const solutions = withoutRepeats([...kept, ...command.add]);
  const touched = [state.solutions ?? [], solutions].some((list) => list.some(isAssessment));
  if (command.fixed && touched) return refuse('assessment-fixed');
  const assessmentPlace = command.place ?? state.assessmentPlace;
  const { vetted } = command;
  const locations = command.place === undefined ? undefined : (command.locations ?? []);
  const { parties } = state;
  const rules = { vetted, assessmentPlace, locations, parties, asksMicrosoft: asksMicrosoft(state) };
  if (solutionProblems(solutions, rules).length > 0) return refuse('solutions-not-allowed');
  const next = { ...state, solutions, ...(assessmentPlace !== undefined && { assessmentPlace }) };
  return { ok: true, state: next, changed: !same(next, state) };
}

/** Lets Microsoft see the deal (CR-12), with the customer's people only where they agreed (CR-20). */
function share(state: OpenDeal, command: Command<'deal.share'>): DealDecision {
  const problem = shareProblem(state, command);
  if (problem) return refuse(problem);
  if (needsConsent(state) && !command.consent) return refuse('share-no-consent');
  const consent = command.consent ?? state.consent;
  return { ok: true, state: { ...state, partnerLed: true, consent }, changed: true };
}
