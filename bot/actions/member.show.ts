import { z } from 'zod';
import { readMember } from '../../src/app/member.ts';
import type { Action } from '../teams/actions.ts';
import { administering } from '../teams/administer.ts';
import { memberCardOf, membersList } from '../teams/membersCards.ts';

const data = z.looseObject({ member: z.string().max(254).catch('').default('') });

/** One member, with the form to change the role and the locations. */
export const memberShow: Action = async (deps, { turn, data: sent }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  const email = data.parse(sent).member;
  const member = email ? await readMember(deps, turn.organization.id, email) : undefined;
  const lead = email ? ({ code: 'memberGone', name: email } as const) : ({ code: 'chooseFirst' } as const);
  if (!member) return { card: await membersList(deps, turn, allowed.reach, {}, lead) };
  return { card: await memberCardOf(deps, turn, allowed.reach, member) };
};
