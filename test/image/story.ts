import assert from 'node:assert/strict';
import { cardOf, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { FakeTeams } from '#test/support/bot/fakeTeams.ts';
import { intakeApi, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import type { Container } from './container.ts';

/** Sends a referral to the intake, finds its card in Anna's chat and accepts it there; its id. */
export async function answerReferral(url: string, teams: FakeTeams): Promise<string> {
  assert.deepEqual(await health(url, 'readyz'), 200);
  const anna = teams.person('Anna Berg');
  const chat = teams.chatOf(anna);
  assert.equal(await teams.install(anna, chat), 200);
  const referral = inbound();
  assert.equal((await intakeApi(() => url).intake(referral)).status, 202);
  const posted = await until('the card', () =>
    teams.in(chat).find((one) => offers(cardOf(one), 'referral.accept')),
  );
  const answer = await pressOn(teams, anna, chat, posted, 'referral.accept');
  assert.match(readable(answer), /Accepted by Anna Berg/);
  return String(referral.id);
}

/** Asks for what was accepted before the container was another one: other systems read it, and the list shows it. */
export async function staysAccepted(url: string, teams: FakeTeams, id: string): Promise<void> {
  await until('the bot is ready', async () => (await health(url, 'readyz')) === 200);
  const { read } = intakeApi(() => url);
  await until('the decision is final', async () => (await read(id)).body.status === 'Active');
  const anna = teams.person('Anna Berg');
  const chat = teams.chatOf(anna);
  const before = teams.in(chat).length;
  await teams.say(anna, chat, 'my deals');
  await until('the list of deals', () =>
    teams
      .in(chat)
      .slice(before)
      .some((one) => /Fabrikam/.test(readable(one))),
  );
}

/** Readiness goes first, while the container still serves; then it ends by itself and well. */
export async function stopsInOrder(container: Container): Promise<void> {
  container.terminate();
  await until('it is no longer ready', async () => (await health(container.url, 'readyz')) === 503);
  assert.equal(await health(container.url, 'healthz'), 200);
  assert.equal(await container.ended, 0);
}

async function health(url: string, path: string): Promise<number> {
  return (await fetch(`${url}/${path}`)).status;
}
