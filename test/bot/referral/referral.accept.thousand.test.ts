import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { cardOf, executed, readable } from '#test/support/bot/client.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';

interface Kept {
  store: AnyDocumentStore;
  /** Removes what the store left behind, after it was closed. */
  remove(): Promise<void>;
}

async function inFile(): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'cosell-thousand-'));
  const store = openSqliteStore({ file: join(folder, 'store.db') });
  return { store, remove: () => rm(folder, { recursive: true }) };
}

async function inCosmos(): Promise<Kept> {
  const account = await startCosmos();
  // Patient, because here the account shares two processors with hundreds of people.
  const store = await openCosmosStore({ ...account, database: randomUUID(), patience: 60_000 });
  return { store, remove: () => account.close() };
}

// Over the wire account and client share one processor, and each query of the stand-in walks through all documents.
for (const [name, many, open] of [
  ['an SQLite file', 1000, inFile],
  ['Cosmos DB over the wire', 300, inCosmos],
] as const) {
  describe(`${many} people and one referral, in ${name}`, () => {
    let kept: Kept;
    let bot: RunningBot;
    before(async () => {
      kept = await open();
      bot = await startBot({}, { store: kept.store });
    });
    after(async () => {
      await bot.stop();
      await kept.remove();
    });

    it('given all press Accept at once in a channel, then exactly one wins and each of the others is told who', async function () {
      this.timeout(600_000);
      const { teams } = bot;
      const { channel, referral, card, channelCard } = await referralArrives(bot);
      const data = executed(cardOf(channelCard), 'referral.accept');
      const people = Array.from({ length: many }, (_, at) => teams.person(`Seller Number${at}`));
      // They are no strangers: who they are need not be asked in the same second.
      for (let at = 0; at < people.length; at += 50) {
        await Promise.all(people.slice(at, at + 50).map((person) => teams.botJoins(person, channel)));
      }
      const answers = await Promise.all(
        people.map((person) =>
          teams.press(person, channel, 'referral.accept', data, { replyToId: channelCard.id }),
        ),
      );
      assert.ok(answers.every(({ status }) => status === 200));
      const texts = answers.map(readable);
      const [winner, ...more] = people.filter((_, at) => !/Already/.test(texts[at] ?? ''));
      assert.ok(winner);
      assert.deepEqual(more, []);
      const told = texts.filter((text) => new RegExp(`Already accepted by ${winner.name} at \\d`).test(text));
      assert.equal(told.length, many - 1);
      for (const text of texts) assert.match(text, new RegExp(`^Accepted by ${winner.name}$`, 'm'));
      const record = await kept.store.read<{ referral: { acceptedBy: object } }>(
        'local',
        `referral:${referral.id}`,
      );
      const personId = `${TENANT}:${winner.aadObjectId}`;
      assert.deepEqual(record?.body.referral.acceptedBy, { kind: 'person', personId });
      await until('both copies name the one', () =>
        [card, channelCard].every(({ activity }) =>
          readable(activity).includes(`Accepted by ${winner.name}`),
        ),
      );
    });
  });
}
