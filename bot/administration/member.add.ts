import { addMember } from '#app/administration/member.add.ts';
import { withPerson } from '#app/organization/memberList.ts';
import { parseMember } from '#cards/administration/members/parse.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import { type AdminDeps, resolvePerson } from './administer.ts';
import { addMemberCard, memberCardOf, membersList } from './membersCards.ts';

/** Opens the form to add a member, or adds the one it names (CR-1 to CR-5). */
export const memberAdd: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, reach, input }) => {
  if (turn.organization.open) return { card: await membersList(deps, turn, reach, {}) };
  if (data.send !== true) return { card: await addMemberCard(deps, turn, reach) };
  const parsed = parseMember(data);
  const found = await resolvePerson(deps, turn, parsed.person, parsed.form);
  const { role, locations } = parsed;
  const { someone, matches } = found;
  const refused = (problems: object) => {
    const form = { ...found.form, problems: { ...found.form.problems, ...problems } };
    return addMemberCard(deps, turn, reach, form, matches);
  };
  if (!someone || !role || !locations) return { card: await refused({}) };
  const outcome = await addMember(deps, { ...input, entry: { ...someone, role, locations } });
  switch (outcome.kind) {
    case 'done': {
      const listed = await withPerson(deps, turn.organization, outcome.member);
      const name = someone.name ?? someone.email;
      const code = listed.person?.chat?.installed ? 'added' : 'addedNotInstalled';
      return { card: await membersList(deps, turn, reach, {}, { code, name }) };
    }
    case 'exists': {
      const resultLine = { code: 'exists' as const, name: someone.name ?? someone.email };
      return { card: await memberCardOf(deps, turn, reach, outcome.member, { resultLine }) };
    }
    case 'unknown-location': {
      const { mpnId } = outcome;
      return { card: await refused({ locations: { code: 'place-unlisted', values: { mpnId } } }) };
    }
    default:
      return { card: await refused({ role: { code: 'role-beyond' } }) };
  }
};
