import { z } from 'zod';
import { actorName, deciderName } from '#app/contact/people.ts';
import { grantDeal } from '#app/request/deal.grant.ts';
import { handedLine, obstacleProblem } from '#bot/deal/handing.ts';
import { problemText } from '#cards/form/problems.ts';
import { rejectionLine } from '#cards/referral/parts/rejection.ts';
import { accessRequestCard } from '#cards/request/accessRequest.card.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';

const granted = z.looseObject({
  referral: z.string().min(1).max(200),
  asker: z.string().min(1).max(200),
});

/** *Grant*: one press hands the deal over to the one who asked for it; a second one changes nothing. */
export const dealGrant: Action<DealDeps> = async (deps, press) => {
  const { turn } = press;
  const { reader, organization, person, member } = turn;
  const { language } = reader;
  const parsed = granted.safeParse(press.data);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, asker: askerId } = parsed.data;
  const result = await grantDeal(deps, organization, {
    organization: organization.id,
    referralId,
    personId: person.personId,
    member,
    commandId: press.commandId,
    askerId,
  });
  if (result.kind === 'unknown') return { text: say(language, 'notice.unknownReferral') };
  const { colleague } = result;
  const view = { ...reader, askerName: colleague.name, askerId };
  if (result.kind === 'obstacle') {
    const { referral, obstacle } = result;
    const problem = await obstacleProblem(deps, turn, referral, colleague, obstacle);
    return {
      card: accessRequestCard({ ...view, referral, state: 'open', resultLine: problemText(problem, reader) }),
    };
  }
  if (result.kind === 'settled') {
    const { referral, state } = result;
    const byName = await actorName(deps, organization.id, referral.handed?.by);
    return { card: accessRequestCard({ ...view, referral, state, byName }) };
  }
  const { outcome } = result;
  if (outcome.kind === 'unknown' || outcome.kind === 'not-allowed') {
    return { text: say(language, 'notice.unknownReferral') };
  }
  const { referral } = outcome;
  if (outcome.kind === 'refused') {
    const at = deps.clock.now().toISOString();
    const decider = await deciderName(deps, referral);
    const { rejection } = outcome;
    const resultLine = rejectionLine({ ...reader, rejection, referral, deciderName: decider, at });
    return { card: accessRequestCard({ ...view, referral, state: 'closed', resultLine }) };
  }
  const byName = await actorName(deps, organization.id, referral.handed?.by);
  return {
    card: accessRequestCard({
      ...view,
      referral,
      state: 'granted',
      byName,
      resultLine: handedLine(language, colleague),
    }),
  };
};
