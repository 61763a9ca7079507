import type { AdministerDeps } from '#app/administration/memberChange.ts';
import { namesOfAdmins } from '#app/organization/admins.ts';
import { type FoundPerson, findPicked, findTyped, type Someone } from '#app/organization/findPerson.ts';
import { isOutsider } from '#app/organization/member.ts';
import type { ListedMember } from '#app/organization/memberList.ts';
import type { PersonEntry } from '#cards/administration/members/parse.ts';
import type { Match, MemberField, MemberForm, MemberRow } from '#cards/administration/members/view.ts';
import { formatList } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import type { AdminPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { reachOf } from '#domain/administration/administration.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { SetupDeps } from './setup.ts';

/** What running an organization works with. */
export type AdminDeps = AdministerDeps & SetupDeps;

type StoreDeps = { store: DocumentStore };
type Administering = Pick<AdminPress, 'input' | 'reach'> | { answer: Answer };

/** Who may run the organization, and how far; everybody else is told politely whom to ask (CR-2 to CR-4). */
export async function administering(
  deps: StoreDeps,
  turn: Turn,
  needed: 'admin' | 'company-admin',
): Promise<Administering> {
  const { organization, member, person, reader } = turn;
  const reach = reachOf(member);
  if (reach === 'company' || (reach === 'locations' && needed === 'admin')) {
    return { input: { organization, personId: person.personId, member }, reach };
  }
  if (isOutsider(organization, person)) return { answer: { text: say(reader.language, 'notice.guest') } };
  const names = await namesOfAdmins(deps, organization);
  const who = names.length > 0 ? formatList(names, reader) : say(reader.language, 'notice.noRights.admins');
  const key = reach === 'locations' ? 'admin.onlyCompanyAdmins' : 'admin.onlyAdmins';
  return { answer: { text: say(reader.language, key, { who }) } };
}

/** A member as a card shows it. */
export function memberRow({ member, person }: ListedMember): MemberRow {
  return {
    email: member.email,
    name: person?.profile.name ?? member.name,
    role: member.role,
    locations: member.locations,
    installed: person?.chat?.installed ?? false,
  };
}

/** Finds out who is meant in a form; where that is not clear, the form says so at its field. */
export async function resolvePerson(
  deps: StoreDeps,
  turn: Turn,
  entry: PersonEntry,
  form: MemberForm,
): Promise<{ someone?: Someone; form: MemberForm; matches: readonly Match[] }> {
  const { organization, conversation } = turn;
  const { picked, match, typed } = entry;
  const wrong = (field: MemberField, problem: MemberForm['problems'][MemberField]) => ({
    form: { ...form, problems: { ...form.problems, [field]: problem } },
    matches: [] as Match[],
  });
  // Who was chosen among those who were offered counts before what was typed to find them.
  const text = match ?? typed;
  if (!text && !picked) return wrong('person', { code: 'colleague-missing' });
  const found: FoundPerson =
    picked && !match
      ? await findPicked(deps, organization, { accountId: picked, tenantId: conversation.tenantId ?? '' })
      : await findTyped(deps, organization, text ?? '');
  switch (found.kind) {
    case 'one':
      return { someone: found.someone, form, matches: [] };
    case 'many':
      return { ...wrong('person', { code: 'person-many' }), matches: found.people };
    case 'outsider':
      return wrong('picked', { code: 'person-outsider', values: { name: found.name } });
    case 'unpicked':
      // The picker comes first on the form; what was typed beside it may still say who it is.
      if (typed) return resolvePerson(deps, turn, { typed }, form);
      return wrong('picked', { code: 'person-unpicked' });
    default: {
      const looksLikeAddress = text?.includes('@') ?? false;
      if (looksLikeAddress) return wrong('person', { code: 'person-email' });
      return wrong('person', { code: 'person-unknown', values: { text: text ?? '' } });
    }
  }
}
