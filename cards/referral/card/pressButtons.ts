import { stageTitle } from '#cards/deal/stages.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { nextStage, stageOf } from '#domain/deal/decideProgress.ts';
import type { DealAction } from '#domain/list/dealActions.ts';

/** What is no press: it leads somewhere, or opens a form in place, which is sent from there. */
type LocalAction = 'referral.accept' | 'referral.decline' | 'chat' | 'view';

/** What stands on a button that is a press, and what it carries where that is not the deal's id. */
interface PressButton {
  title: string;
  data?: object;
}

/** The button of each press on a deal's card, by its verb. */
export const pressButtons: Readonly<
  Record<Exclude<DealAction, LocalAction>, (view: ReferralCardView) => PressButton>
> = {
  'stage.next': (view) => {
    const { referral, language, audience } = view;
    const stage = nextStage(referral) ?? stageOf(referral);
    return {
      title: say(language, 'progress.advance.button', { stage: stageTitle(stage, view) }),
      data: { referral: referral.id, audience, ...positionOf(view), stage, from: stageOf(referral) },
    };
  },
  'stage.mark': ({ language }) => ({ title: say(language, 'progress.stages.button') }),
  'deal.win': ({ language }) => ({ title: say(language, 'progress.win.button') }),
  'deal.error': ({ language }) => ({ title: say(language, 'progress.error.button') }),
  'deal.edit': ({ language }) => ({ title: say(language, 'deal.edit.button') }),
  'deal.ask': ({ language }) => ({ title: say(language, 'deal.ask.button') }),
  'deal.handover': ({ language }) => ({ title: say(language, 'deal.handover.button') }),
  'deal.locate': ({ language }) => ({ title: say(language, 'deal.locate.button') }),
  'timeline.show': ({ language }) => ({ title: say(language, 'timeline.button') }),
  'deal.team': ({ language }) => ({ title: say(language, 'deal.team.button') }),
  'deal.solutions': ({ language }) => ({ title: say(language, 'deal.solutions.button') }),
  'registration.register': ({ language, referral }) => ({
    title: say(
      language,
      referral.registrationFiling ? 'registration.register.again' : 'registration.register.button',
    ),
  }),
  'registration.review': ({ language }) => ({ title: say(language, 'registration.review.button') }),
  'partner.invite': ({ language }) => ({ title: say(language, 'invite.button') }),
  'deal.start': ({ language, referral }) => ({
    title: say(language, 'deal.copy.button'),
    data: { from: referral.id },
  }),
};
