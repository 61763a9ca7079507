import { helpCard } from '#cards/general/help/help.card.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { helpOnStep } from '#dialogs/draft/texting.ts';
import type { Action } from '#dialogs/turn/action.ts';
import { MICROSOFT } from '#domain/referral/party.ts';

/** Shows what the bot can do. */
export const helpShow: Action<DraftingDeps> = async (deps, { turn, data }) => {
  // Typed in the middle of a deal, it asks what can be said there.
  const step = typeof data.text === 'string' ? await helpOnStep(deps, turn) : undefined;
  const { audience, organization, reader } = turn;
  const reviews = organization.id === MICROSOFT;
  return step ?? { card: helpCard({ language: reader.language, audience, reviews }) };
};
