import { z } from 'zod';
import { parseMember } from '../../cards/members/parse.ts';
import type { MemberForm } from '../../cards/members/view.ts';
import { changeMember } from '../../src/app/member.change.ts';
import { readMember } from '../../src/app/member.ts';
import { withPerson } from '../../src/app/memberList.ts';
import { reachOf } from '../../src/domain/administration.ts';
import type { Action } from '../teams/actions.ts';
import { administering, memberRow } from '../teams/administer.ts';
import { isSelf, memberCardOf, membersList } from '../teams/membersCards.ts';

const ids = z.looseObject({ member: z.string().max(254).catch('').default('') });

/** Gives a member another role or other locations; nobody takes away their own rights by accident. */
export const memberChange: Action = async (deps, { turn, data }) => {
  const allowed = await administering(deps, turn);
  if ('answer' in allowed) return allowed.answer;
  const { reach, input } = allowed;
  const email = ids.parse(data).member;
  const member = email ? await readMember(deps, turn.organization.id, email) : undefined;
  const gone = { code: 'memberGone' as const, name: email };
  if (!member) return { card: await membersList(deps, turn, reach, {}, email ? gone : undefined) };
  const { role, locations, form } = parseMember(data);
  const refused = (problems: MemberForm['problems']) =>
    memberCardOf(deps, turn, reach, member, {
      form: { ...form, problems: { ...form.problems, ...problems } },
      lead: { code: 'refused' },
    });
  if (!role || !locations) return { card: await refused({}) };
  const standing = { role, locations };
  const less = reach === 'company' && reachOf({ ...standing, addresses: [] }) !== 'company';
  if (isSelf(turn, email) && less && data.confirm !== true) {
    const asked = { ...form, problems: {} };
    return { card: await memberCardOf(deps, turn, reach, member, { form: asked, confirm: true }) };
  }
  const outcome = await changeMember(deps, { ...input, email, standing });
  const name = memberRow(await withPerson(deps, turn.organization, member)).name ?? email;
  switch (outcome.kind) {
    case 'done':
      return {
        card: await memberCardOf(deps, turn, reach, outcome.member, { lead: { code: 'changed', name } }),
      };
    case 'last-admin':
      return { card: await memberCardOf(deps, turn, reach, member, { lead: { code: 'lastAdmin', name } }) };
    case 'unknown-location': {
      const { mpnId } = outcome;
      return { card: await refused({ locations: { code: 'place-unlisted', values: { mpnId } } }) };
    }
    case 'not-allowed':
      return { card: await refused({ role: { code: 'role-beyond' } }) };
    default:
      return { card: await membersList(deps, turn, reach, {}, gone) };
  }
};
