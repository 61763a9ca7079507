import { invitePartner } from '#app/engagement/partner.invite.ts';
import { isInvitationHeard } from '#app/notice/invitationHeard.ts';
import type { InviteTarget } from '#cards/engagement/invite.ts';
import { namesIn, readInvitation } from '#cards/engagement/inviteAnswer.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { clip, literal } from '#cards/outside.ts';
import { inviteFacts } from '#cards/referral/invite/inviteForm.ts';
import type { InviteForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { partnerMeant } from '#dialogs/meant/partnerMeant.ts';
import { solutionToBring } from '#dialogs/meant/solutionToBring.ts';
import type { ActionOnDeal, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { inviteProblem } from '#domain/engagement/inviteRules.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { type Invitation, MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { formOf, guestOf, opened, toBring, whyNot } from './inviteForm.ts';
import { type InviteDeps, type InviteLine, inviteTyped, readInvite } from './inviteTyped.ts';

/**
 * *Invite* (CR-29 to CR-33): the first press opens the form, the next one sends the invitation. What isn't possible is
 * not offered, and explained where it is asked for all the same.
 */
export const partnerInvite: ActionOnDeal<InviteDeps> = async (deps, press) => {
  const { turn, data } = press;
  if (data.referral === undefined && typeof data.text === 'string') return typed(deps, turn, data.text);
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (data.form === undefined && typeof data.text === 'string') return lined(deps, turn, referral, data.text);
  const guest = await guestOf(deps, turn, referral, data.guest);
  const rejection = whyNot(referral, guest);
  if (rejection) return cardOrLine(deps, turn, referral, { rejection });
  if (data.form === undefined) return opened(deps, turn, referral, guest, {});
  return sent(deps, press, found, guest);
};

/** `invite …` as a command: the form of the deal that is meant, with what was typed. */
async function typed(deps: InviteDeps, turn: Turn, text: string): Promise<Answer> {
  const wanted = await inviteTyped(deps, turn, text);
  if ('answer' in wanted) return wanted.answer;
  return prefilled(deps, turn, wanted.referral, wanted);
}

/** A line that was said about one deal. */
async function lined(deps: InviteDeps, turn: Turn, referral: Referral, text: string): Promise<Answer> {
  return prefilled(deps, turn, referral, await readInvite(deps, turn, referral, text.trim().slice(0, 500)));
}

/** The form with what was typed, to be looked at before it is sent. */
async function prefilled(
  deps: InviteDeps,
  turn: Turn,
  referral: Referral,
  wanted: InviteLine,
): Promise<Answer> {
  const guest = wanted.guest ?? (await guestOf(deps, turn, referral, undefined));
  const rejection = whyNot(referral, guest);
  if (rejection) return cardOrLine(deps, turn, referral, { rejection });
  return opened(deps, turn, referral, guest, { typed: wanted.typed });
}

type Found = Extract<Awaited<ReturnType<typeof openDealOf>>, { referral: Referral }>;

async function sent(
  deps: InviteDeps,
  press: DealPress,
  { referral, input }: Found,
  guest: InviteTarget,
): Promise<Answer> {
  const { turn, data } = press;
  const { language, locale } = turn.reader;
  const names = namesIn(data);
  const formVersion = formVersionOf(data) + 1;
  const wanted = guest === 'partner' ? await partnerMeant(deps, turn.organization.id, names) : undefined;
  if (wanted && 'microsoft' in wanted) {
    const rejection = inviteProblem(referral, MICROSOFT);
    if (rejection) return cardOrLine(deps, turn, referral, { rejection });
    return opened(deps, turn, referral, 'microsoft', { formVersion });
  }
  const invited = wanted && 'partner' in wanted ? wanted.partner : undefined;
  const solution = await solutionToBring(deps, turn, invited, { id: names.solution, text: names.search });
  const further = 'solution' in solution ? solution.solution : undefined;
  const reading = readInvitation(data, inviteFacts(referral, guest), {
    language,
    locale,
    today: todayOf(deps, turn),
    further,
  });
  const { problems, typed, invitation, contact, consent } = reading;
  const more: Partial<InviteForm> = {};
  if (wanted && 'problem' in wanted) {
    problems[wanted.problem.field] = wanted.problem.problem;
    more.partners = wanted.offered;
  } else if (wanted && inviteProblem(referral, wanted.partner.organization)) {
    if (isRepeat(referral, wanted.partner.organization, invitation)) {
      return cardOrLine(deps, turn, referral, { rejection: 'invite-already' });
    }
    problems.partner = { code: 'partner-already', values: { partner: wanted.partner.name } };
  }
  if ('problem' in solution) {
    problems.search = solution.problem;
    if (solution.offered) more.found = solution.offered;
  }
  if (problems.solutions && invited) {
    const { found, only } = await toBring(deps, turn, invited);
    more.found = found;
    if (only && !typed.search) typed.solution ||= only;
  }
  if (Object.keys(problems).length > 0) {
    return opened(deps, turn, referral, guest, { ...more, formVersion, typed, problems });
  }
  const partner = invited?.organization ?? MICROSOFT;
  const { contacts } = invitation;
  const heard = data.told === partner || (await isInvitationHeard(deps, partner, { ...referral, contacts }));
  // Told before it is sent; pressed once more, it waits there for whoever comes (CR-30).
  if (!heard) {
    const unheard: InviteForm['problems'] = invited
      ? { partner: { code: 'partner-unheard', values: { partner: invited.name } } }
      : { notes: { code: 'microsoft-unheard' } };
    return opened(deps, turn, referral, guest, { formVersion, typed, problems: unheard, told: partner });
  }
  const outcome = await invitePartner(deps, { ...input, partner, invitation, contact, consent });
  if (outcome.kind === 'no-such-partner') {
    return opened(deps, turn, referral, guest, {
      formVersion,
      typed,
      problems: { partnerName: { code: 'partner-not-found' } },
    });
  }
  const name = wanted && 'partner' in wanted ? clip(literal(wanted.partner.name), 100) : 'Microsoft';
  const elsewhere = partner === MICROSOFT && !deps.organizations.byId(MICROSOFT);
  const resultLine = elsewhere
    ? say(language, 'invite.doneElsewhere')
    : say(language, 'invite.done', { partner: name });
  if (outcome.kind === 'done' && data.another === true) await next(deps, turn, outcome.referral, name);
  return answerDecision(deps, turn, outcome, resultLine);
}

/** The same once more: nothing was typed that would be lost. */
function isRepeat(
  referral: Referral,
  organization: string,
  given: Pick<Invitation, 'value' | 'closeDate'>,
): boolean {
  const before = partyOf(referral, organization)?.invitation;
  if (!before) return false;
  const { value, closeDate } = before;
  return (
    closeDate === given.closeDate &&
    value.amount === given.value.amount &&
    value.currency === given.value.currency
  );
}

/**
 * The form for another one, as a message of its own: the card that was pressed is edited because of this invitation, which
 * would wipe what is typed into it.
 */
async function next(deps: InviteDeps, turn: Turn, referral: Referral, partner: string): Promise<void> {
  const resultLine = say(turn.reader.language, 'invite.next', { partner });
  const guest = await guestOf(deps, turn, referral, undefined);
  if (whyNot(referral, guest)) return;
  const form = await formOf(deps, turn, referral, guest, {});
  const { card, shown } = await cardOrLine(deps, turn, referral, { form, resultLine });
  const activityId = await deps.personally.send(turn, card);
  if (activityId) await shown?.(activityId);
}
