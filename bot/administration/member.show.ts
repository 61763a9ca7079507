import type { Action } from '#bot/dispatch/verbs.ts';
import { administering } from './administer.ts';
import { memberCardOf, namedMember } from './membersCards.ts';

/** One member, with the form to change the role and the locations. */
export const memberShow: Action = async (deps, { turn, data }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  const found = await namedMember(deps, turn, allowed.reach, data);
  if ('answer' in found) return found.answer;
  return { card: await memberCardOf(deps, turn, allowed.reach, found.member) };
};
