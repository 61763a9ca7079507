import { z } from 'zod';
import { addressOf } from '#app/contact/contactRecord.ts';
import { isOutsider } from '#app/organization/member.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { grantersOf, requestAccess } from '#app/request/deal.ask.ts';
import { formatList } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { cardShown, noRights } from '#dialogs/turn/decisionAnswer.ts';
import { may } from '#domain/referral/rights.ts';

const asked = z.looseObject({ referral: z.string().min(1).max(200) });
const MOST_NAMES = 3;

/**
 * *Ask for this deal*: a member who was shown the deal and may not see it asks the admins of its location. To whoever
 * was never shown it, it is unknown.
 */
export const dealAsk: ActionOnDeal<DealDeps & { newId: () => string }> = async (
  deps,
  { turn, data, right },
) => {
  const { organization, person, member, reader } = turn;
  const { language } = reader;
  const parsed = asked.safeParse(data);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  if (isOutsider(organization, person)) return { text: say(language, 'notice.guest') };
  const record = await readReferralRecord(deps, {
    organization: organization.id,
    referralId: parsed.data.referral,
  });
  if (!record) return { text: say(language, 'notice.unknownReferral') };
  const { referral } = record;
  if (may(member, 'referral.view', referral)) {
    if (turn.audience === 'personal') return { card: await cardForPresser(deps, turn, referral) };
    const where = say(language, 'deal.ask.where');
    return { text: say(language, 'deal.ask.mayAlready', { where }) };
  }
  if (!may(member, right, referral)) return noRights(deps, turn, referral);
  if (!(await cardShown(deps, turn, referral))) return { text: say(language, 'notice.unknownReferral') };
  if (referral.stage === 'closed') return { text: say(language, 'deal.ask.closed') };
  const { kind } = await requestAccess(deps, {
    organization: organization.id,
    referralId: referral.id,
    personId: person.personId,
  });
  if (kind === 'waiting') return { text: say(language, 'deal.ask.waiting') };
  const granters = await grantersOf(deps, organization, referral);
  const reached = granters.filter(({ reachable }) => reachable);
  const named = (reached.length > 0 ? reached : granters).map((one) => one.person.profile.name);
  const who =
    named.length > 0
      ? formatList([...new Set(named)].sort().slice(0, MOST_NAMES), reader)
      : say(language, 'notice.noRights.admins');
  const told = say(language, reached.length > 0 ? 'deal.ask.sent' : 'deal.ask.nobody', { who });
  // Who has not installed the bot can't be told the outcome.
  return { text: addressOf(person) ? told : `${told} ${say(language, 'deal.ask.install')}` };
};
