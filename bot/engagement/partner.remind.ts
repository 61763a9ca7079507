import { z } from 'zod';
import { remindPartner } from '#app/engagement/partner.remind.ts';
import { openInvitations } from '#app/list/invitableDeals.ts';
import { literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';

const remindData = z.looseObject({ organization: z.string().min(1).max(200) });

/** *Remind* beside a party of the board that has not answered, or typed with its name; once a day at most. */
export const partnerRemind: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { data } = press;
  if (data.referral === undefined && typeof data.text === 'string') return typed(deps, press, data.text);
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

/** `remind Fabrikam`: the one open invitation of the person's own deals that fits; which one is never guessed. */
async function typed(deps: DealDeps, press: DealPress, text: string): Promise<Answer> {
  const { member, organization, reader } = press.turn;
  const words = wordsOf(text.slice(0, 200));
  const open = member ? await openInvitations(deps, { organization: organization.id, member }) : [];
  const [only, ...more] = open.filter(({ party }) => beginsWords(words, [party.name]));
  if (!only) return { text: say(reader.language, 'invite.remind.none') };
  if (more.length > 0) return { text: say(reader.language, 'invite.remind.several') };
  const data = { referral: only.referral.id, organization: only.party.organization };
  return reminded(deps, { ...press, data });
}
