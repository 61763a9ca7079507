import { type HandoverOrder, removeMember } from '#app/administration/member.remove.ts';
import { phoneOf } from '#app/draft/phoneOf.ts';
import { nameFrom } from '#app/organization/colleague.find.ts';
import { type MemberRecord, readMember } from '#app/organization/member.ts';
import { withPerson } from '#app/organization/memberList.ts';
import { parseMember } from '#cards/administration/members/parse.ts';
import type { ActionOfAdmin, Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { mayManage } from '#domain/administration/administration.ts';
import { type AdminDeps, memberRow, resolvePerson } from './administer.ts';
import {
  addressesOfMember,
  memberCardOf,
  membersList,
  namedMember,
  removeMemberCard,
} from './membersCards.ts';

/**
 * Removes a member. The first press shows what would become of the open deals; the second hands them all over to a
 * colleague, or leaves them, as was chosen.
 */
export const memberRemove: ActionOfAdmin<AdminDeps> = async (deps, press) => {
  const { turn, data, input, reach } = press;
  const found = await namedMember(deps, turn, reach, data);
  if ('answer' in found) return found.answer;
  const { member } = found;
  const { email } = member;
  if (!mayManage(turn.member, member)) {
    return { card: await memberCardOf(deps, turn, reach, member, { resultLine: { code: 'notManaged' } }) };
  }
  const hand = data.hand === true;
  if (!hand && data.keep !== true) return { card: await removeMemberCard(deps, turn, member) };
  const order = hand ? await orderOf(deps, press, member) : undefined;
  if (order && 'answer' in order) return order.answer;
  const name = memberRow(await withPerson(deps, turn.organization, member)).name ?? email;
  const outcome = await removeMember(deps, { ...input, email, handover: order });
  switch (outcome.kind) {
    case 'done': {
      const resultLine = order
        ? { code: 'handing' as const, name, to: order.to.name }
        : { code: 'removed' as const, name };
      return { card: await membersList(deps, turn, reach, {}, resultLine) };
    }
    case 'last-admin':
      return {
        card: await memberCardOf(deps, turn, reach, member, { resultLine: { code: 'lastAdmin', name } }),
      };
    case 'not-allowed':
      return { card: await memberCardOf(deps, turn, reach, member, { resultLine: { code: 'notManaged' } }) };
    default:
      return { card: await membersList(deps, turn, reach, {}, { code: 'memberGone', name: email }) };
  }
};

/** To whom the deals go: a member, and not the one who leaves. */
async function orderOf(
  deps: AdminDeps,
  { turn, data }: Press,
  member: MemberRecord,
): Promise<HandoverOrder | { answer: Answer }> {
  const parsed = parseMember(data);
  const fresh = { ...parsed.form, problems: {} };
  const { someone, form, matches } = await resolvePerson(deps, turn, parsed.person, fresh);
  const refuse = async (shown: typeof form): Promise<{ answer: Answer }> => {
    const resultLine = { code: 'refused' as const };
    return {
      answer: { card: await removeMemberCard(deps, turn, member, { form: shown, matches, resultLine }) },
    };
  };
  if (!someone) return refuse(form);
  const addresses = await addressesOfMember(deps, turn, member);
  if (addresses.includes(someone.email)) {
    return refuse({ ...form, problems: { person: { code: 'person-leaving' } } });
  }
  const colleague = await readMember(deps, turn.organization.id, someone.email);
  if (!colleague) {
    const name = someone.name ?? someone.email;
    return refuse({ ...form, problems: { person: { code: 'person-not-member', values: { name } } } });
  }
  const name = someone.name ?? colleague.name ?? nameFrom(colleague.email);
  const { person } = await withPerson(deps, turn.organization, colleague);
  const phone = await phoneOf(deps, turn.organization.id, person?.personId);
  return { to: { name, email: colleague.email, phone }, addresses };
}
