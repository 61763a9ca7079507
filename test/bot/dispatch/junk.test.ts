import assert from 'node:assert/strict';
import { commands } from '#bot/commands/commands.ts';
import { type PressData, pressesOfCards } from '#test/support/bot/cardPresses.ts';
import { cardOf, executed } from '#test/support/bot/client.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  analytics,
  assessment,
  backup,
  contoso,
  fabrikam,
  type Seller,
  seller,
  stock,
} from '#test/support/draft/dealScene.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const hostile =
  '\u0024{x} {{DATE(2027-01-01)}} [click](http://evil) <at>x</at> \u0000 \u202e\u200f 👩‍👩‍👧 \ud800 "\'\\ %00 ; DROP';
const junk: Readonly<Record<string, unknown>> = {
  null: null,
  'a number': -1.5e300,
  zero: 0,
  'a truth': true,
  'an object': { toString: 'x', length: 3, __proto__: null },
  'a list': [[], {}, null, 'x'],
  'a list of texts': ['a', 'b'],
  'an empty text': '',
  'a space': ' ',
  'a hostile text': hostile,
  'a name of Object': 'constructor',
  'a prototype': '__proto__',
  'a path': '../../local',
  'a cursor of nowhere': 'n!!~~~ referral!3a',
  'a number in text': '99999999999999999999',
  'a comma': ',,a,,',
};
const bug = /If it happens again, give this number/;

/** Whatever a client sends: never the apology for a mistake of ours, and nothing of the kind in the log. */
describe('Junk in the data of a press, and behind a command', () => {
  let bot: RunningBot;
  let anna: Seller;
  let draft: string;
  let accepted: string;
  let undecided: string;

  before(async () => {
    bot = await startBot();
    await stock(bot.composed.store, [contoso, fabrikam], [analytics, backup, assessment]);
    anna = await seller(bot);
    const one = inbound();
    await bot.intake(one);
    const card = await referralCardIn(bot, anna.chat);
    await bot.teams.press(
      anna.person,
      anna.chat,
      'referral.accept',
      executed(cardOf(card), 'referral.accept'),
      { replyToId: card.id },
    );
    accepted = String(one.id);
    const other = inbound({ name: 'Undecided' });
    await bot.intake(other);
    await referralCardIn(bot, anna.chat);
    undecided = String(other.id);
  });
  after(() => bot.stop());

  beforeEach(async () => {
    await anna.says('new deal');
    const cards = bot.teams.in(anna.chat).slice(-1);
    const text = JSON.stringify(cards.map(({ activity }) => activity.attachments));
    if (text.includes('"fresh":true')) {
      await bot.teams.press(anna.person, anna.chat, 'deal.start', { fresh: true, here: true });
      await anna.says('new deal');
    }
    draft = /"draft":"([^"]+)"/.exec(JSON.stringify(bot.teams.in(anna.chat).at(-1)))?.[1] ?? '';
  });

  for (const [verb, presses] of pressesOfCards()) {
    it(`given ${verb}, when anything is sent in its data, then it is answered in words or by a card`, async () => {
      const keys = [...new Set(presses.flatMap((data) => Object.keys(data)))];
      const wrong: string[] = [];
      const send = async (data: PressData, what: string) =>
        wrong.push(...(await complaints(verb, data, what)));
      const ids = keys.includes('referral') ? [accepted, undecided] : [accepted];
      for (const id of ids) {
        const real = { referral: id, draft, from: id, first: id };
        for (const [what, value] of Object.entries(junk)) {
          const all = Object.fromEntries(keys.map((key) => [key, value]));
          await send(all, what);
          for (const data of presses) await send({ ...all, ...steering(data), ...real }, what);
        }
        for (const data of presses) {
          for (const key of Object.keys(data)) {
            await send({ ...data, ...real, [key]: 'ä'.repeat(10_000) }, `ten thousand letters as ${key}`);
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  for (const [name, { words }] of Object.entries(commands)) {
    it(`given the command ${name}, when anything is typed behind it, then it is answered`, async () => {
      const wrong: string[] = [];
      for (const [what, value] of Object.entries({ ...junk, 'long words': 'Ж漢 '.repeat(4_000) })) {
        if (typeof value !== 'string') continue;
        const answers = await anna.says(`${words[0]} ${value}`);
        if (answers.length === 0) wrong.push(`${what}: no answer`);
        for (const { activity } of answers) {
          const said = JSON.stringify(activity);
          if (bug.test(said)) wrong.push(`${what}: a mistake of ours`);
          if (Buffer.byteLength(said) > 28_000) wrong.push(`${what}: ${Buffer.byteLength(said)} bytes`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('when nothing went wrong inside, then no press was counted as a mistake of ours', async () => {
    const response = await fetch(`${bot.url}/metrics`);
    const lines = (await response.text()).split('\n');
    const wrong = lines.filter((line) =>
      /outcome="(bug|unavailable)"|worker_errors_total [1-9]|set_aside_total [1-9]/.test(line),
    );
    assert.deepEqual(wrong, []);
  });

  async function complaints(verb: string, data: PressData, what: string): Promise<string[]> {
    const { status, body } = await bot.teams.press(anna.person, anna.chat, verb, data);
    const said = JSON.stringify(body ?? '');
    const found = [
      ...(status === 200 && body?.statusCode === 200 && body.value ? [] : [`status ${status}`]),
      ...(bug.test(said) ? ['a mistake of ours'] : []),
      ...(Buffer.byteLength(said) < 28_000 ? [] : [`${Buffer.byteLength(said)} bytes`]),
    ];
    return found.map((one) => `${verb}, ${what}: ${one}; ${JSON.stringify(data).slice(0, 200)}`);
  }
});

/** What the buttons themselves carry: with the right of these, the junk beside them is really read. */
function steering(data: PressData): PressData {
  const kept = ['step', 'form', 'send', 'list', 'on', 'hand', 'keep', 'confirm', 'fresh', 'resume', 'clear'];
  return Object.fromEntries(Object.entries(data).filter(([key]) => kept.includes(key)));
}
