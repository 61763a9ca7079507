import { gatherDay } from '#app/digest/digest.gather.ts';
import { digestChoiceOf } from '#app/digest/digestRecord.ts';
import { digestCard } from '#cards/delivery/digest/digest.card.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';

/** *Today*: what needs the asker now, as their morning message would say it. */
export const dayShow: Action<DealDeps> = async (deps, { turn }) => {
  const { organization, person, member, reader } = turn;
  if (!member) return { text: say(reader.language, 'find.empty.noMember') };
  const day = await gatherDay(deps, organization, person);
  if (!day) return { text: say(reader.language, 'digest.nothing') };
  const choice = await digestChoiceOf(deps, organization.id, person.personId);
  const at = choice.at ?? organization.workingHours.start;
  return { card: digestCard({ ...reader, day, kind: 'asked', choice, at }) };
};
