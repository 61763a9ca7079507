import type { DealAction } from '../../src/domain/dealActions.ts';
import { say } from '../say.ts';
import type { ReferralCardView } from './view.ts';

/** A button that is a press: what stands on it, its verb, and what it carries where that is not the deal's id. */
export interface PressButton {
  title: string;
  verb: string;
  data?: Readonly<Record<string, unknown>>;
}

/** The press behind each action of a deal's card that is one. */
export const pressButtons: Readonly<Partial<Record<DealAction, (view: ReferralCardView) => PressButton>>> = {
  ask: ({ language }) => ({ title: say(language, 'deal.ask.button'), verb: 'deal.ask' }),
  handover: ({ language }) => ({ title: say(language, 'deal.handover.button'), verb: 'deal.handover' }),
  history: ({ language }) => ({ title: say(language, 'timeline.button'), verb: 'timeline.show' }),
  team: ({ language }) => ({ title: say(language, 'deal.team.button'), verb: 'deal.team' }),
  solutions: ({ language }) => ({ title: say(language, 'deal.solutions.button'), verb: 'deal.solutions' }),
  copy: ({ language, referral }) => ({
    title: say(language, 'deal.copy.button'),
    verb: 'deal.start',
    data: { from: referral.id },
  }),
};
