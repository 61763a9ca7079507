import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTION_ID, type ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { beginSignIn } from '#app/sync/signIn/partnerCenter.connect.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { settingsFor } from '#test/support/sync/connectingCommands.ts';
import { vaultKey } from '#test/support/sync/signedInStore.ts';

const IMPORTED = 5_000;
const PENDING = 12;

/** A company that connects, and what then happens on either side; each part begins with a referral of its own. */
describe('A company and Partner Center, from the first day on', function () {
  this.timeout(240_000);
  let folder: string;
  let standIn: StandIn;
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-story-'));
    const seed = Array.from({ length: IMPORTED }, (_, number) => seeded(number));
    standIn = await startStandIn({ autoApprove: true, seed });
    bot = await startBot({
      ...settingsFor(standIn, join(folder, 'cosell.db'), vaultKey()),
      PARTNER_CENTER_POLL_SECONDS: '5',
      PARTNER_CENTER_CERTIFICATE_HOSTS: new URL(standIn.authority).host,
    });
    anna = bot.teams.person('Anna Berg');
    chat = bot.teams.chatOf(anna);
    await bot.teams.install(anna, chat);
    await signIn();
  });
  after(async () => {
    await bot?.stop();
    await standIn?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const signIn = async () => {
    const { partnerCenter, organizations } = bot.composed;
    const organization = organizations.byId('local');
    assert.ok(partnerCenter && organization);
    const signedIn = await beginSignIn(partnerCenter, organization, () => {});
    assert.ok(signedIn.kind === 'signed-in');
    await signedIn.keep();
    bot.composed.worker.look();
  };
  const connection = async () =>
    (await bot.composed.store.read<'connection'>('local', CONNECTION_ID))?.body as ConnectionRecord;
  const cardsOf = (id: unknown) =>
    bot.teams.in(chat).filter((one) => JSON.stringify(one).includes(String(id)));
  /** Somebody in Partner Center, or Microsoft, sends a referral; its card comes. */
  const arrives = async (changes: Record<string, unknown> = {}) => {
    const now = new Date().toISOString();
    const referral = inbound({ name: 'Story', createdDateTime: now, updatedDateTime: now, ...changes });
    standIn.state.put(referral);
    // Thousands that were imported before may still be dealt with, on a busy machine for minutes.
    await until('its card', () => cardsOf(referral.id).length > 0, 200_000);
    return referral;
  };
  const accept = (referral: Record<string, unknown>, value = '120,000') =>
    bot.teams.press(anna, chat, 'referral.accept', {
      referral: referral.id,
      form: 0,
      'name.0': 'Story',
      'value.0': value,
      'currency.0': 'USD',
      'closeDate.0': '2027-06-30',
    });
  const there = (referral: Record<string, unknown>) =>
    (standIn.state.get(String(referral.id)) ?? {}) as {
      substatus?: string;
      details?: { dealValue?: number | string };
    };
  const unsynced = async (referral: Record<string, unknown>) =>
    (await bot.composed.store.read<'referral'>('local', `referral:${referral.id}`))?.body.referral.unsynced;

  it('given it connects for the first time, then all that was decided comes in without a word', async () => {
    const { imported } = await until(
      'the import',
      async () => {
        const record = await connection();
        return record?.imported && record;
      },
      180_000,
    );
    assert.deepEqual([imported?.read, imported?.failed], [IMPORTED, 0]);
    const told = bot.teams.in(chat).filter((one) => /Seeded/.test(JSON.stringify(one)));
    assert.ok(told.length <= 1, `${told.length} messages of what was imported: one list at most`);
    assert.equal((await bot.read(seeded(0).id)).body.substatus, 'Won');
    assert.equal((await bot.read(seeded(IMPORTED - 1).id)).body.substatus, 'Pending');
  });

  it('given a referral is accepted in Teams, then it is accepted there; declined there, then the card says so (CR-35, CR-36)', async () => {
    const [accepted, declined] = [await arrives(), await arrives()];
    await accept(accepted);
    await until('it is accepted there', () => there(accepted).substatus === 'Accepted');
    standIn.state.decide(String(declined.id), 'decline', 'Customer chose another vendor');
    await until('it is declined here', () => /Declined/.test(JSON.stringify(cardsOf(declined.id).at(-1))));
    await until('nothing is open', async () => (await unsynced(accepted)) === undefined);
  });

  it('given both change the value at once, then a person chooses, and both sides agree (CR-39)', async () => {
    const referral = await arrives();
    await accept(referral);
    await until('it is accepted there', () => there(referral).substatus === 'Accepted');
    await until('nothing is open', async () => (await unsynced(referral)) === undefined);
    // What is done here can't be told there until somebody has changed the same there and we have heard of it.
    standIn.faults.failNext({ method: 'PATCH', how: { status: 503 }, times: 10_000 });
    const edited = bot.teams.press(anna, chat, 'deal.edit', {
      referral: referral.id,
      form: 0,
      'name.0': 'Story',
      'value.0': '130,000',
      'currency.0': 'USD',
      'closeDate.0': '2027-06-30',
    });
    standIn.state.change(String(referral.id), (one) => {
      (one.details as Record<string, unknown>).dealValue = 140_000;
    });
    await edited;
    const item = await until('it is in question, or was overtaken', async () => {
      const [first] = (await unsynced(referral)) ?? [];
      return first?.conflict ? first : undefined;
    });
    standIn.faults.clear();
    assert.deepEqual(item.there, { value: { amount: 140_000, currency: 'USD' } });
    const record = await bot.composed.store.read<'referral'>('local', `referral:${referral.id}`);
    await bot.teams.press(anna, chat, 'sync.settle', {
      referral: referral.id,
      field: 'value',
      keep: 'ours',
      seen: record?.body.referral.revision,
    });
    await until('ours counts there', () => Number(there(referral).details?.dealValue) === 130_000);
    await until('nothing is open', async () => (await unsynced(referral)) === undefined);
  });

  it('given a storm of webhooks, then a record is read a few times at most, and what is forged is refused', async () => {
    const referral = await arrives();
    standIn.webhooks.register(`${bot.url}/api/partner-center/webhooks/local`);
    const before = standIn.requests.length;
    for (let times = 0; times < 200; times++) standIn.webhooks.send('referral-updated', String(referral.id));
    standIn.state.change(String(referral.id), (one) => {
      one.name = 'Renamed there';
    });
    await until('the card follows', () => /Renamed there/.test(JSON.stringify(cardsOf(referral.id).at(-1))));
    await standIn.webhooks.flush();
    const asked = standIn.requests.slice(before).filter(({ path }) => path.includes(String(referral.id)));
    assert.ok(asked.length < 20, `${asked.length} requests for one record`);
    assert.equal(await standIn.webhooks.forge('wrong-key'), 401);
    assert.equal(await standIn.webhooks.forge('tampered-body'), 401);
  });

  it('given the sign-in dies, then admins are told, what is done waits, and arrives once somebody signs in again', async () => {
    const referral = await arrives();
    standIn.signIn.loseMfa('both');
    await accept(referral);
    await until('it is known', async () => (await connection()).signedOut !== undefined);
    await until('Anna is told', () => /partner-center:connect/.test(JSON.stringify(bot.teams.in(chat))));
    assert.equal(there(referral).substatus, 'Pending');
    standIn.signIn.restoreMfa();
    await signIn();
    // What waits looks again every minute, and some seconds apart.
    await until('it is accepted there', () => there(referral).substatus === 'Accepted', 180_000);
  });
});

/** Decided long ago, but for the last few. */
function seeded(number: number): Record<string, unknown> {
  const waits = number >= IMPORTED - PENDING;
  const at = new Date(Date.now() - (IMPORTED - number) * 60_000).toISOString();
  const id = `5eed0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return inbound({
    id,
    engagementId: id.replace('5eed', 'e4e4'),
    name: `Seeded ${number}`,
    createdDateTime: at,
    updatedDateTime: at,
    ...(!waits && {
      status: 'Closed',
      substatus: number % 2 === 0 ? 'Won' : 'Lost',
      acceptedDateTime: at,
      closedDateTime: at,
      expirationDateTime: null,
    }),
  });
}
