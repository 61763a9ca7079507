import { changeMember } from '#app/administration/member.change.ts';
import { withPerson } from '#app/organization/memberList.ts';
import { parseMember } from '#cards/administration/members/parse.ts';
import type { MemberForm } from '#cards/administration/members/view.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import { reachOf } from '#domain/administration/administration.ts';
import { type AdminDeps, memberRow } from './administer.ts';
import { isSelf, memberCardOf, membersList, namedMember } from './membersCards.ts';

/** Gives a member another role or other locations; nobody takes away their own rights by accident. */
export const memberChange: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, reach, input }) => {
  const found = await namedMember(deps, turn, reach, data);
  if ('answer' in found) return found.answer;
  const { member } = found;
  const { email } = member;
  const { role, locations, form } = parseMember(data);
  const refused = (problems: MemberForm['problems']) =>
    memberCardOf(deps, turn, reach, member, {
      form: { ...form, problems: { ...form.problems, ...problems } },
      resultLine: { code: 'refused' },
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
        card: await memberCardOf(deps, turn, reach, outcome.member, {
          resultLine: { code: 'changed', name },
        }),
      };
    case 'last-admin':
      return {
        card: await memberCardOf(deps, turn, reach, member, { resultLine: { code: 'lastAdmin', name } }),
      };
    case 'unknown-location': {
      const { mpnId } = outcome;
      return { card: await refused({ locations: { code: 'place-unlisted', values: { mpnId } } }) };
    }
    case 'not-allowed':
      return { card: await refused({ role: { code: 'role-beyond' } }) };
    default:
      return { card: await membersList(deps, turn, reach, {}, { code: 'memberGone', name: email }) };
  }
};
