import { z } from 'zod';
import { remindPartner } from '#app/engagement/partner.remind.ts';
import { openInvitations } from '#app/list/invitableDeals.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { asking } from '#dialogs/talk/asking.ts';
import type { ActionOnDeal, DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { isUndecided, partyOf } from '#domain/engagement/takingPart.ts';
import type { Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';

const MOST_ASKED = 5;
const remindData = z.looseObject({ organization: z.string().min(1).max(200) });

/** *Remind* beside a party of the board that has not answered, or typed with its name; once a day at most. */
export const partnerRemind: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { data } = press;
  if (data.organization === undefined && typeof data.text === 'string') {
    return data.referral === undefined
      ? typed(deps, press, data.text)
      : ofDeal(deps, press, wordsOf(data.text.slice(0, 200)));
  }
  return reminded(deps, press);
};

async function reminded(deps: DealDeps, press: DealPress): Promise<Answer> {
  const { turn, data } = press;
  const { language } = turn.reader;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const parsed = remindData.safeParse(data);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { organization: partner } = parsed.data;
  const outcome = await remindPartner(deps, { ...found.input, partner });
  const name = literal(partyOf(found.referral, partner)?.name ?? '').slice(0, 100);
  return answerDecision(deps, turn, outcome, say(language, 'invite.reminded', { partner: name }));
}

/** `remind Fabrikam`: the one open invitation of the person's own deals that fits; of several it is asked which. */
async function typed(deps: DealDeps, press: DealPress, text: string): Promise<Answer> {
  const { member, organization } = press.turn;
  const words = wordsOf(text.slice(0, 200));
  const open = member ? await openInvitations(deps, { organization: organization.id, member }) : [];
  return oneOf(
    deps,
    press,
    open.filter(({ party }) => beginsWords(words, [party.name])),
  );
}

/** The same of one deal: its open invitation, or the one that the words name. */
async function ofDeal(deps: DealDeps, press: DealPress, words: readonly string[]): Promise<Answer> {
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const invited = (referral.parties ?? []).filter((party) => party.role === 'invited' && isUndecided(party));
  const meant = invited.filter(({ name }) => beginsWords(words, [name]));
  return oneOf(
    deps,
    press,
    meant.map((party) => ({ referral, party })),
  );
}

async function oneOf(
  deps: DealDeps,
  press: DealPress,
  open: readonly { referral: Referral; party: Party }[],
): Promise<Answer> {
  const { language } = press.turn.reader;
  const [only, ...more] = open.map(({ referral, party }) => ({
    title: clip(oneLine(party.name), 60),
    lines: [clip(oneLine(referral.customer.name), 60)],
    words: [referral.customer.name, referral.name],
    data: { referral: referral.id, organization: party.organization },
  }));
  if (!only) return { text: say(language, 'invite.remind.none') };
  if (more.length === 0) return reminded(deps, { ...press, data: only.data });
  const choices = [only, ...more].slice(0, MOST_ASKED);
  const title = say(language, 'talk.remind.which');
  return asking(press.turn, { kind: 'which', verb: 'partner.remind', data: {}, title, choices });
}
