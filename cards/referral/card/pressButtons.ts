import { stageTitle } from '#cards/deal/stages.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { nextStage, stageOf } from '#domain/deal/decideProgress.ts';
import type { DealAction } from '#domain/list/dealActions.ts';

/** A button that is a press: what stands on it, its verb, and what it carries where that is not the deal's id. */
export interface PressButton {
  title: string;
  verb: string;
  data?: Readonly<Record<string, unknown>>;
}

/** The press behind each action of a deal's card that is one. */
export const pressButtons: Readonly<Partial<Record<DealAction, (view: ReferralCardView) => PressButton>>> = {
  advance: (view) => {
    const { referral, language, audience } = view;
    const stage = nextStage(referral) ?? stageOf(referral);
    return {
      title: say(language, 'progress.advance.button', { stage: stageTitle(stage, view) }),
      verb: 'stage.mark',
      data: { referral: referral.id, audience, ...positionOf(view), stage, from: stageOf(referral) },
    };
  },
  stages: ({ language }) => ({ title: say(language, 'progress.stages.button'), verb: 'stage.mark' }),
  win: ({ language }) => ({ title: say(language, 'progress.win.button'), verb: 'deal.win' }),
  error: ({ language }) => ({ title: say(language, 'progress.error.button'), verb: 'deal.error' }),
  edit: ({ language }) => ({ title: say(language, 'deal.edit.button'), verb: 'deal.edit' }),
  ask: ({ language }) => ({ title: say(language, 'deal.ask.button'), verb: 'deal.ask' }),
  handover: ({ language }) => ({ title: say(language, 'deal.handover.button'), verb: 'deal.handover' }),
  history: ({ language }) => ({ title: say(language, 'timeline.button'), verb: 'timeline.show' }),
  team: ({ language }) => ({ title: say(language, 'deal.team.button'), verb: 'deal.team' }),
  solutions: ({ language }) => ({ title: say(language, 'deal.solutions.button'), verb: 'deal.solutions' }),
  register: ({ language, referral }) => ({
    title: say(language, `registration.register.${referral.registrationFiling ? 'again' : 'button'}`),
    verb: 'registration.register',
  }),
  review: ({ language }) => ({
    title: say(language, 'registration.review.button'),
    verb: 'registration.review',
  }),
  invite: ({ language }) => ({ title: say(language, 'invite.button'), verb: 'partner.invite' }),
  copy: ({ language, referral }) => ({
    title: say(language, 'deal.copy.button'),
    verb: 'deal.start',
    data: { from: referral.id },
  }),
};
