import type { InvitePartnerDeps } from '#app/engagement/partner.invite.ts';
import { invitableDeals } from '#app/list/invitableDeals.ts';
import { dealNamed } from '#app/list/namedDeal.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { say } from '#cards/say.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { inviteIntoDraft } from '#dialogs/draft/texting.ts';
import { dealChoice } from '#dialogs/meant/dealMeant.ts';
import { type PartnerDeps, partnerMeant } from '#dialogs/meant/partnerMeant.ts';
import { readPartnerLine } from '#dialogs/reading/line/readPartnerLine.ts';
import { asking } from '#dialogs/talk/asking.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What inviting works with, on a deal and into a draft. */
export type InviteDeps = DraftingDeps & InvitePartnerDeps & PartnerDeps;

/** Words between whom and to what, in the six languages. */
const between =
  /\s+(?:to|into|for|on|zum|zur|zu|für|till|för|к|в|на|для|alla|all|a|per)\s+|\s*(?:参与|加入|到|参加)\s*/giu;

const MOST_ASKED = 5;

/** What a typed invitation comes to: an answer, or a form about one deal with what the line says of it. */
export type TypedInvite = { answer: Answer } | ({ referral: Referral } & InviteLine);

/** What a line says of an invitation: for whom it is, as far as it says, and what the form begins with. */
export interface InviteLine {
  guest: 'partner' | 'microsoft' | undefined;
  typed: Record<string, string>;
}

/**
 * `invite Fabrikam 20k USD to Northwind`: into the deal that is being created, else to the deal that the words name or
 * the only one there is. Which deal is meant is never guessed.
 */
export async function inviteTyped(deps: InviteDeps, turn: Turn, text: string): Promise<TypedInvite> {
  const { language } = turn.reader;
  const line = text.trim().slice(0, 500);
  const intoDraft = await inviteIntoDraft(deps, turn, line);
  if (intoDraft) return { answer: intoDraft };
  const { member, organization } = turn;
  if (!member) return { answer: { text: say(language, 'invite.noDeal') } };
  const { who, deal } = await parted(deps, turn, line);
  const found = await invitableDeals(deps, { organization: organization.id, member, text: deal });
  const [only = await other(deps, turn, deal), ...more] = found;
  if (!only) return { answer: { text: say(language, deal ? 'invite.how' : 'invite.noDeal') } };
  if (more.length > 0) return { answer: askWhere(turn, [only, ...more], who) };
  return { referral: only, ...(await readInvite(deps, turn, only, who)) };
}

/** To which of several deals somebody is invited. */
function askWhere(turn: Turn, deals: readonly Referral[], who: string): Answer {
  const { language } = turn.reader;
  return asking(turn, {
    kind: 'which',
    verb: 'partner.invite',
    data: { text: who },
    title: say(language, 'talk.which'),
    hints: [
      say(language, 'talk.which.open'),
      deals.length > MOST_ASKED ? say(language, 'talk.which.more') : '',
    ],
    choices: deals.slice(0, MOST_ASKED).map((referral) => dealChoice(turn, referral)),
  });
}

/** Reads what was typed of an invitation to one deal. */
export async function readInvite(
  deps: InviteDeps,
  turn: Turn,
  referral: Referral,
  who: string,
): Promise<InviteLine> {
  const read = readPartnerLine(who, {
    ...turn.reader,
    today: todayOf(deps, turn),
    fiscalYearStart: turn.organization.options.fiscalYearStart,
    currency: referral.value?.currency,
  });
  const microsoft =
    who !== '' &&
    'microsoft' in (await partnerMeant(deps, turn.organization.id, { partnerName: read.partner }));
  const typed: Record<string, string> = {
    partnerName: read.partner,
    ...(read.value && { value: formatAmount(read.value.amount, turn.reader), currency: read.value.currency }),
    ...(read.closeDate && { closeDate: read.closeDate }),
    ...(read.assistance && { assistance: read.assistance }),
    ...(read.emails.length > 0 && { people: read.emails.join('\n') }),
  };
  return { guest: microsoft ? 'microsoft' : who ? 'partner' : undefined, typed };
}

/** A deal that the words name although nobody can be invited to it: its card says why (CR-31 to CR-33). */
async function other(deps: InviteDeps, turn: Turn, text: string): Promise<Referral | undefined> {
  if (text === '') return undefined;
  const { organization, person, member } = turn;
  const who = { organization: organization.id, personId: person.personId, member };
  const named = await dealNamed(deps, { ...who, text: text.slice(0, 200) });
  return named.kind === 'one' ? named.referral : undefined;
}

/** Whom, and to what: a partner may have such a word in its name, so that it is looked for in the directory. */
async function parted(deps: InviteDeps, turn: Turn, line: string): Promise<{ who: string; deal: string }> {
  const whole = await isNamed(deps, turn, line);
  const places = whole ? [] : [...line.matchAll(between)];
  for (const { 0: word, index } of places) {
    const [who, deal] = [line.slice(0, index).trim(), line.slice(index + word.length).trim()];
    if (deal && (await isNamed(deps, turn, who))) return { who, deal };
  }
  const [first] = places;
  if (!first) return { who: line, deal: '' };
  return { who: line.slice(0, first.index).trim(), deal: line.slice(first.index + first[0].length).trim() };
}

async function isNamed(deps: InviteDeps, turn: Turn, text: string): Promise<boolean> {
  const { partner } = readPartnerLine(text, { ...turn.reader, today: todayOf(deps, turn) });
  if (partner === '') return false;
  const wanted = await partnerMeant(deps, turn.organization.id, { partnerName: partner });
  return 'partner' in wanted || 'microsoft' in wanted;
}
