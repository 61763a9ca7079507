import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { memberCardOf, namedMember } from './membersCards.ts';

/** One member, with the form to change the role and the locations. */
export const memberShow: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, reach }) => {
  const found = await namedMember(deps, turn, reach, data);
  if ('answer' in found) return found.answer;
  return { card: await memberCardOf(deps, turn, reach, found.member) };
};
