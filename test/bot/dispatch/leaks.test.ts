import assert from 'node:assert/strict';
import { type PressData, pressesOfCards } from '#test/support/bot/cardPresses.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { NOWHERE, type Secrets, secretWords, startSecretScene } from '#test/support/bot/secretScene.ts';
import { type RunningBot, until } from '#test/support/bot/startBot.ts';
import { FABRIKAM_KEY } from '#test/support/organization/organizations.ts';

/**
 * Someone of one location tries every path to a deal of another location and of another organization: every verb of the
 * table of actions with every key that its buttons carry, so that a new one is tried as well (CR-2 to CR-5).
 */
describe('What nobody may learn of', () => {
  let bot: RunningBot;
  let scene: Secrets;

  before(async () => {
    scene = await startSecretScene();
    bot = scene.bot;
  });
  after(() => scene.stop());

  /** All that a press led to where this person reads: its answer and the messages that came. */
  async function pressed(who: TestPerson, place: Place, verb: string, data: PressData): Promise<string> {
    // What a list was narrowed to before is kept, and would be shown again.
    if (data.list) await bot.teams.press(who, place, 'deals.list', { list: data.list, clear: 'yes' });
    const before = bot.teams.messages.length;
    const { status, body } = await bot.teams.press(who, place, verb, data);
    assert.equal(status, 200, verb);
    assert.equal(body?.statusCode, 200, `${verb} ${JSON.stringify(data)} ${JSON.stringify(body)}`);
    assert.ok(body?.value, verb);
    return `${JSON.stringify(body)} ${sentSince(before)}`;
  }
  async function submitted(who: TestPerson, place: Place, verb: string, data: PressData): Promise<string> {
    const before = bot.teams.messages.length;
    await bot.teams.submit(who, place, { ...data, verb });
    return sentSince(before);
  }
  /** What was sent meanwhile, but not to those who may see the deals. */
  function sentSince(before: number): string {
    const posted = bot.teams.messages.slice(before).filter((one) => !scene.isAllowed(one));
    return JSON.stringify(
      posted.map(({ conversationId, activity }) => [conversationId, activity.text, activity.attachments]),
    );
  }
  /** A draft that one press began is asked about at the next: each press finds none. */
  async function forgetDrafts(): Promise<void> {
    const { store } = bot.composed;
    const drafts = await store.list({ partition: 'contoso/drafts', kind: 'draft', limit: 1000 });
    for (const { partition, id, etag } of drafts.documents) await store.remove(partition, id, etag);
  }
  /** The id that was asked for, and ids that are made up as one goes, are no difference. */
  function plain(answer: string, id: string): string {
    return (
      answer
        .replaceAll(id, 'UUID')
        .replaceAll(id.toLowerCase(), 'UUID')
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'UUID')
        // What takes a choice back carries what the presser had before.
        .replace(/"whole":"yes"[^}]*/g, '"whole":"yes"')
        .replace(/"asked":"\w+"|"form":\d+|(?<=[A-Za-z])\.\d+(?=")/g, 'ROUND')
    );
  }
  function assertNothing(answer: string, what: string): void {
    assert.doesNotMatch(answer, secretWords, what);
    assert.doesNotMatch(answer, /give this number to the administrator/, what);
  }

  /** Says where two answers differ, which in whole cards nobody would find. */
  function assertAlike(answer: string, other = '', what: string): void {
    if (answer === other) return;
    const at = [...answer].findIndex((letter, place) => letter !== other[place]);
    const near = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
    assert.fail(`${what}: ${near(answer)}\n${near(other)}`);
  }

  const texts = (data: PressData) => Object.keys(data).filter((key) => typeof data[key] === 'string');

  for (const [verb, presses] of pressesOfCards()) {
    it(`given ${verb}, when a user of another location forges any of its data, then the answer is the one for what is not there`, async () => {
      for (const data of presses) {
        for (const key of [...new Set([...texts(data), 'referral', 'from'])]) {
          const ids = isTyped(key) ? [scene.accepted] : scene.secretIds;
          const told = new Map<string, string>();
          for (const id of [NOWHERE, ...ids]) {
            await forgetDrafts();
            const forged = { ...data, ...fresh(verb), [key]: id };
            const answer = await pressed(scene.tea, bot.teams.chatOf(scene.tea), verb, forged);
            assertNothing(answer, `${verb} ${key} ${id}`);
            told.set(id, plain(answer, id));
          }
          if (readAsWords(verb, key)) continue;
          for (const [id, answer] of told) assertAlike(answer, told.get(NOWHERE), `${verb} ${key} ${id}`);
        }
      }
    });

    it(`given ${verb}, when anybody without the right sends it with a foreign id, from anywhere, then nothing is told`, async () => {
      for (const who of scene.others) {
        const own = bot.teams.chatOf(who);
        for (const place of [own, scene.withCard, scene.withoutCard, scene.group]) {
          for (const data of place === own ? presses : presses.slice(0, 1)) {
            const forged = (id: string) => ({
              ...data,
              ...fresh(verb),
              ...Object.fromEntries(idKeys.map((key) => [key, id])),
            });
            const nothing = plain(await pressed(who, place, verb, forged(NOWHERE)), NOWHERE);
            for (const id of [scene.received, scene.foreign]) {
              const answer = await pressed(who, place, verb, forged(id));
              const what = `${verb} by ${who.name} in ${place.conversationId}`;
              assertNothing(answer, what);
              // Whoever reads the channel was shown the card: there it is said who may decide.
              if (place !== scene.withCard) assertAlike(plain(answer, id), nothing, what);
            }
          }
          assertNothing(
            await submitted(who, place, verb, { ...presses[0], referral: scene.received }),
            `${verb} by ${who.name}, submitted`,
          );
        }
      }
    });

    it(`given ${verb}, when the company’s admin sends what belongs to another organization, then it is not there (CR-5)`, async () => {
      const chat = bot.teams.chatOf(scene.ada);
      for (const data of presses) {
        for (const key of texts(data)) {
          for (const [id, nothing] of isTyped(key) ? scene.foreignIds : scene.foreignIds.slice(0, 1)) {
            await forgetDrafts();
            const answer = plain(await pressed(scene.ada, chat, verb, { ...data, [key]: id }), id);
            await forgetDrafts();
            const empty = plain(await pressed(scene.ada, chat, verb, { ...data, [key]: nothing }), nothing);
            assert.doesNotMatch(answer, /Foreign|Fay Brik|Wilhelmina/, `${verb} ${key} ${id}`);
            if (!verb.startsWith('member') && !readAsWords(verb, key))
              assertAlike(answer, empty, `${verb} ${key}`);
          }
        }
      }
    });
  }

  it('given typed words, when they are those of the deal, in lists, search and commands, then nothing of it is told', async () => {
    for (const who of [scene.tea, ...scene.others]) {
      for (const text of scene.typed) {
        const before = bot.teams.messages.length;
        await bot.teams.say(who, bot.teams.chatOf(who), text);
        const answer = sentSince(before);
        assert.ok(answer.length > 2, text);
        assertNothing(answer.replaceAll(text.replace(/^\D*? /, ''), ''), `${who.name}: ${text}`);
      }
    }
  });

  it('given fields that suggest, when the words of the deal are typed there, then they suggest nothing of it', async () => {
    for (const dataset of [
      'customers',
      'solutions',
      'partners',
      'people',
      'members',
      'deals',
      'constructor',
    ]) {
      for (const queryText of scene.words) {
        for (const who of [scene.tea, ...scene.others]) {
          const value = {
            dataset,
            queryText,
            queryOptions: { skip: 0, top: 15 },
            data: { place: queryText },
          };
          const { body } = await bot.teams.send(who, bot.teams.chatOf(who), {
            type: 'invoke',
            name: 'application/search',
            value,
          });
          assertNothing(JSON.stringify(body), `${dataset} ${queryText}`);
        }
      }
    }
  });

  it('given positions of a list of somebody who may see all, when another one sends them, then just their own deals come', async () => {
    for (const [verb, data] of await scene.positions()) {
      const answer = await pressed(scene.tea, bot.teams.chatOf(scene.tea), verb, data);
      assertNothing(answer, JSON.stringify(data));
    }
  });

  it('given the key of another organization, when a deal is read over HTTP, then it is answered as one that is not there', async () => {
    for (const id of [scene.received, scene.accepted]) {
      assert.deepEqual(await bot.read(id, FABRIKAM_KEY), await bot.read(NOWHERE, FABRIKAM_KEY));
    }
  });

  it('when all of it was tried, then the deals are as they were', async () => {
    assert.deepEqual(await scene.stored(), scene.before);
    await until('the worker is idle', async () => {
      const due = await bot.composed.store.due(new Date().toISOString(), { total: 1, perOrganization: 1 });
      return due.length === 0;
    });
    // What somebody typed themselves may stand in their chat; these words nobody typed.
    for (const posted of bot.teams.messages.filter((one) => !scene.isAllowed(one))) {
      const said = JSON.stringify(posted.activity);
      assert.doesNotMatch(said, /harvest|Umlaut|Ottoline|Secret Street/, posted.conversationId);
    }
  });
});

const idKeys = ['referral', 'draft', 'from', 'first', 'member', 'route', 'location', 'asker'];

/** An input of a form, whose id ends in its version. */
function isTyped(key: string): boolean {
  return /\.\d+$/.test(key);
}

/** A line is taken apart into words, dates and amounts, so that two ids in it are two lines. */
function readAsWords(verb: string, key: string): boolean {
  return verb === 'deal.start' && key === 'text';
}

/** So that every deal begins anew, whatever was begun before. */
function fresh(verb: string): PressData {
  return verb === 'deal.start' ? { fresh: true } : {};
}
