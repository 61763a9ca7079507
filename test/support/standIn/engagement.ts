import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { AskedStandIn } from './asking.ts';
import { invitingMicrosoft, newCoSell } from './bodies.ts';

/** A co-sell deal in both its steps. */
export async function referralEngagement(
  standIn: AskedStandIn,
): Promise<{ own: JsonObject; copy: JsonObject }> {
  const { body: own } = await standIn.referrals('POST', '', newCoSell());
  const { body: copy } = await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId));
  return { own, copy };
}

/** An own deal that was won, with Microsoft invited. */
export async function wonDeal(standIn: AskedStandIn): Promise<JsonObject> {
  const { own } = await referralEngagement(standIn);
  return standIn.state.decide(String(own.id), 'won');
}
