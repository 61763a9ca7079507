import type { Question } from '#app/contact/chatMemory.ts';
import type { InviteTarget } from '#cards/engagement/invite.ts';
import type { InviteForm } from '#cards/referral/view/view.ts';
import { offeredPartners } from '#dialogs/meant/partnerMeant.ts';
import { offeredSolutions } from '#dialogs/meant/solutionMeant.ts';
import { catalogOf } from '#dialogs/meant/solutionToBring.ts';
import { questionOf } from '#dialogs/talk/asking.ts';
import { sentAsShown } from '#dialogs/talk/sentAsShown.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import type { CardExtras } from '#dialogs/turn/dealCardAnswer.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { type InviteProblem, inviteProblem } from '#domain/engagement/inviteRules.ts';
import { hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Partner } from '#ports/partners.ts';
import type { InviteDeps } from './inviteTyped.ts';

/** Nobody is invited to an assessment, and with one neither (CR-33). */
const kinds = ['own', 'microsoft', 'third-party'] as const;

/** What is typed for an organization id that nobody has: whether a partner could be invited at all. */
const ANYBODY = '';

/** Why nobody can be invited: of a deal that Microsoft sent, that Microsoft is in it is what helps whoever asks. */
export function whyNot(referral: Referral, guest: InviteTarget): InviteProblem | undefined {
  const rejection = inviteProblem(referral, guest === 'microsoft' ? MICROSOFT : ANYBODY);
  const takesPart = hasMicrosoft({ ...referral, microsoft: undefined, partnerLed: undefined });
  return rejection === 'invite-inbound-microsoft' && takesPart ? 'invite-microsoft-already' : rejection;
}

/** For whom the form is: as the button says, else a partner where there is one to invite. */
export async function guestOf(
  deps: InviteDeps,
  turn: Turn,
  referral: Referral,
  asked: unknown,
): Promise<InviteTarget> {
  if (asked === 'microsoft' || asked === 'partner') return asked;
  if (inviteProblem(referral, ANYBODY) === undefined && (await invitable(deps, turn, referral)).length > 0)
    return 'partner';
  return inviteProblem(referral, MICROSOFT) === undefined ? 'microsoft' : 'partner';
}

async function invitable(deps: InviteDeps, turn: Turn, referral: Referral): Promise<readonly Partner[]> {
  const offered = await offeredPartners(deps, turn.organization.id);
  return offered.filter(({ organization }) => inviteProblem(referral, organization) === undefined);
}

/** The form with what was typed and what is wrong with it. */
export async function formOf(
  deps: InviteDeps,
  turn: Turn,
  referral: Referral,
  guest: InviteTarget,
  more: Partial<InviteForm>,
): Promise<InviteForm> {
  const other = guest === 'partner' ? MICROSOFT : ANYBODY;
  const partners = guest === 'partner' ? await invitable(deps, turn, referral) : [];
  const [partner, ...others] = partners;
  const { found, only } =
    more.found === undefined
      ? await toBring(deps, turn, others.length === 0 ? partner : undefined)
      : { found: more.found, only: undefined };
  return {
    kind: 'invite',
    formVersion: 0,
    guest,
    otherToo: inviteProblem(referral, other) === undefined,
    microsoftHere: deps.organizations.byId(MICROSOFT) !== undefined,
    problems: {},
    partners,
    found,
    today: todayOf(deps, turn),
    ...more,
    typed: { ...(only && more.formVersion === undefined && { solution: only }), ...more.typed },
  };
}

/** What a partner may be wanted to bring, its own first; `only`: the one it has, chosen for the inviter to see (CR-30). */
export async function toBring(deps: InviteDeps, turn: Turn, partner: Partner | undefined) {
  const theirs = partner ? await catalogOf(deps, partner) : [];
  const found = [...theirs, ...(await offeredSolutions(deps, turn, '', kinds))];
  return { found, only: theirs.length === 1 ? theirs[0]?.id : undefined };
}

export async function opened(
  deps: InviteDeps,
  turn: Turn,
  referral: Referral,
  guest: InviteTarget,
  more: Partial<InviteForm>,
  extras: Omit<CardExtras, 'undo'> = {},
): Promise<Answer> {
  const form = await formOf(deps, turn, referral, guest, more);
  const answer = await cardOrLine(deps, turn, referral, { ...extras, form });
  const missing = guest === 'partner' && !form.typed.partnerName && !form.typed.partner;
  const asks = missing
    ? whomAsked(referral, form.partners)
    : sentAsShown(answer.card, 'partner.invite', {
        field: 'text',
        data: { referral: referral.id },
        after: saidSoFar(form),
      });
  return { ...answer, open: true, asks };
}

/** Whom to invite, by a name or the place in the form: the form comes with it, and is looked at before it is sent. */
function whomAsked({ id }: Referral, partners: readonly Partner[]): Question {
  const choices = partners.map(({ name }) => ({ title: name, data: { text: name } }));
  const data = { referral: id };
  return questionOf({
    kind: 'partner',
    verb: 'partner.invite',
    data,
    choices,
    words: { field: 'text', data },
  });
}

/** What stands in the form, as it would be said in one line: what is typed further is said behind it. */
function saidSoFar({ guest, typed, partners }: InviteForm): string {
  const { partner, partnerName, value = '', currency = '', closeDate } = typed;
  const chosen = partners.find(({ organization }) => organization === partner)?.name;
  const who = guest === 'microsoft' ? 'Microsoft' : partnerName || chosen;
  return [who, value && `${value} ${currency}`, closeDate].filter(Boolean).join(' ');
}
