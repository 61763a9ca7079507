import { z } from 'zod';
import { literal } from '../../cards/outside.ts';
import { say } from '../../cards/say.ts';
import { remindPartner } from '../../src/app/partner.remind.ts';
import { partyOf } from '../../src/domain/engagement.ts';
import type { Action } from '../teams/actions.ts';
import { answerDecision, openDealOf } from '../teams/decide.ts';

const remindData = z.looseObject({ organization: z.string().min(1).max(200) });

/** *Remind* beside a party of the board that has not answered, once a day at most. */
export const partnerRemind: Action = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const found = await openDealOf(deps, press, 'partner.remind');
  if ('answer' in found) return found.answer;
  const parsed = remindData.safeParse(data);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { organization: partner } = parsed.data;
  const outcome = await remindPartner(deps, { ...found.input, partner });
  const name = literal(partyOf(found.referral, partner)?.name ?? '').slice(0, 100);
  return answerDecision(deps, turn, outcome, say(language, 'invite.reminded', { partner: name }));
};
