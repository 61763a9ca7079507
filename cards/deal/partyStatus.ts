import { type Language, say, type TextKey } from '#cards/say.ts';
import { standingOf } from '#domain/engagement/takingPart.ts';
import type { Party } from '#domain/referral/party.ts';
import { closeReasonTexts } from './dealWords.ts';
import { type StageView, stageTitle } from './stages.ts';

const statusTexts = {
  received: 'invite.status.received',
  accepted: 'invite.status.accepted',
  started: 'invite.status.started',
  won: 'invite.status.won',
  lost: 'invite.status.lost',
  declined: 'invite.status.declined',
  expired: 'invite.status.expired',
  withdrawn: 'invite.status.withdrawn',
  error: 'invite.status.error',
  other: 'invite.status.other',
} satisfies Record<string, TextKey>;

/** Where another party stands, in a word or two. */
export function partyStatusText(language: Language, party: Party): string {
  const state = stateOf(party);
  return say(language, state === 'received' ? 'party.waiting' : statusTexts[state]);
}

function stateOf(party: Party): keyof typeof statusTexts {
  const { stage, outcome } = standingOf(party);
  if (stage === 'closed') return outcome ?? 'other';
  return party.role === 'inviter' && stage === 'accepted' ? 'started' : stage;
}

/**
 * Where another party stands, in words: not answered, accepted and how far it is, by the reader's own names of the stages,
 * or how it ended and why.
 */
export function statusOfParty(view: StageView, party: Party): string {
  const { language } = view;
  const { stage } = standingOf(party);
  const status = say(language, statusTexts[stateOf(party)]);
  const { salesStage, reason } = party.view ?? {};
  const more =
    stage === 'accepted' && salesStage !== undefined
      ? stageTitle(salesStage, view)
      : stage === 'closed' && reason
        ? say(language, closeReasonTexts[reason])
        : undefined;
  return more === undefined ? status : [status, more].join(say(language, 'list.separator'));
}
