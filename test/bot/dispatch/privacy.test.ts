import assert from 'node:assert/strict';
import { cardOf, executed, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import type { InvokeAnswer } from '#test/support/bot/fakeTeams.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

const PHONES = ['2165550100', '9175550100', '491705550199'];
const WORDS = /Trujillo|Partner-Olsen|Neumann|@|fabrikam\.example|contoso\.example/i;

/** People everywhere that Partner Center has room for them. */
const people = {
  name: 'Analytics for Ana Trujillo',
  customerProfile: {
    name: 'Fabrikam Ltd',
    address: { city: 'Cleveland', country: 'US' },
    team: [
      {
        firstName: 'Ana',
        lastName: 'Trujillo',
        phoneNumber: '+1 (216) 555-0100',
        email: 'ana@fabrikam.example',
      },
    ],
  },
  team: [
    { firstName: 'Bo', lastName: 'Partner-Olsen', email: 'bo@contoso.example', phoneNumber: '917.555.0100' },
  ],
  details: {
    notes: 'Bo Partner-Olsen knows them (917 555 0100). Write to ANA@fabrikam.example',
    dealValue: 1000,
    currency: 'USD',
  },
  inviteContext: {
    notes: 'Ask for ana  trujillo, 1-216-555-0100, ana@fabrikam.example, or her deputy +49 170 5550199',
    invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
  },
};

describe('What can be read in a channel', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  let answers: InvokeAnswer[];
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({ REMINDER_HOURS: '24,72' }, { clock });
    answers = [];
  });
  afterEach(() => bot.stop());

  /** Everything that ever went to the channel: posts, replies, edits, and the answers to presses there. */
  const assertNobodyShown = ({ channel }: Scene): void => {
    const posted = bot.teams.calls.filter(({ path, body }) =>
      [path, JSON.stringify(body.channelData ?? '')].some((text) => text.includes(channel.conversationId)),
    );
    assert.ok(posted.length > 0);
    for (const shown of [...posted.map(({ body }) => body), ...answers.map(({ body }) => body ?? {})]) {
      const text = JSON.stringify(shown).replaceAll(channel.conversationId, '');
      assert.ok(!WORDS.test(text), readable(shown));
      for (const phone of PHONES) assert.ok(!text.replace(/\D/g, '').includes(phone), readable(shown));
    }
  };

  const pressed = async (
    scene: Scene,
    verb: string,
    typed: Record<string, unknown>,
  ): Promise<InvokeAnswer> => {
    const answer = await pressOn(bot.teams, scene.anna, scene.channel, scene.channelCard, verb, typed);
    answers.push(answer);
    return answer;
  };

  it('given a received referral, then no contact is shown there, but in the personal chat (CR-34)', async () => {
    const scene = await referralArrives(bot, people);
    assertNobodyShown(scene);
    assert.match(readable(scene.card.activity), /Ana Trujillo[\s\S]*555-0100[\s\S]*ana@fabrikam/);
  });

  it('given refused forms, then none is shown in them either, and what was typed stays with the presser', async () => {
    const scene = await referralArrives(bot, people);
    assert.match(
      readable(await pressed(scene, 'referral.accept', { value: 'a lot' })),
      /That’s not an amount/,
    );
    assert.match(readable(await pressed(scene, 'referral.decline', {})), /Choose a reason/);
    const data = submitted(cardOf(scene.channelCard), 'referral.accept', {
      value: 'a lot',
      team: 'Otto Neumann; otto@contoso.example; +49 170 5550199',
    });
    await bot.teams.submit(scene.anna, scene.channel, data, { replyToId: scene.channelCard.id });
    assertNobodyShown(scene);
    assert.match(readable(bot.teams.in(scene.chat).at(-1)?.activity ?? {}), /Otto Neumann/);
  });

  it('given it is accepted in the chat with another contact and notes about people, then the channel shows none of them', async () => {
    const scene = await referralArrives(bot, people);
    const typed = {
      name: 'Analytics with Ana Trujillo',
      team: 'Otto Neumann; otto@contoso.example; +49 170 5550199',
      notes: 'Otto Neumann calls Ana Trujillo on +1 (216) 555-0100',
      closeDate: '2027-05-01',
    };
    await pressOn(bot.teams, scene.anna, scene.chat, scene.card, 'referral.accept', typed);
    await until('the copies are edited', () => scene.channelCard.edits > 0 && scene.card.edits > 0);
    assert.match(readable(scene.channelCard.activity), /Accepted by Anna Berg/);
    assert.match(readable(scene.card.activity), /Otto Neumann/);
    answers.push(await pressAgain(scene));
    assertNobodyShown(scene);
  });

  it('given it is declined with notes about people, then the channel shows none of them', async () => {
    const scene = await referralArrives(bot, people);
    const closingNotes = 'Bo Partner-Olsen spoke to Ana Trujillo, ana@fabrikam.example, +1 216 5550100';
    await pressed(scene, 'referral.decline', { reason: 'no-response', closingNotes });
    await until('the copy is edited', () => scene.channelCard.edits > 0);
    assert.match(readable(scene.channelCard.activity), /Declined by Anna Berg/);
    assertNobodyShown(scene);
  });

  it('given it is brought up again and expires, then neither message nor card shows any', async () => {
    const scene = await referralArrives(bot, people);
    const inThread = () =>
      bot.teams
        .in(scene.channel)
        .filter(({ conversationId }) => conversationId === scene.channelCard.conversationId);
    // Whenever this runs, some working hour of a working day is among these.
    for (let hour = 0; hour < 24 * 7 && inThread().length < 2; hour += 3) {
      clock.forward(3);
      bot.composed.worker.look();
      await until('it is looked at', () => idle());
    }
    await until('the last reminder', () => inThread().length >= 2);
    assert.match(String(inThread()[1]?.activity.text), /^Last reminder/);
    clock.forward(24 * 14);
    bot.composed.worker.look();
    await until('it says so', () => inThread().length >= 3);
    await until('the copy is edited', () => scene.channelCard.edits > 0);
    assert.match(readable(scene.channelCard.activity), /Expired without an answer/);
    assertNobodyShown(scene);
  });

  it('given a group chat, when someone presses there, then the answer shows none of them either', async () => {
    const scene = await referralArrives(bot, people);
    const data = executed(cardOf(scene.card), 'referral.accept', { value: 'a lot' });
    const answer = await bot.teams.press(scene.anna, bot.teams.group('19:group'), 'referral.view', data);
    assert.doesNotMatch(JSON.stringify(answer), WORDS);
  });

  async function pressAgain(scene: Scene): Promise<InvokeAnswer> {
    const cem = bot.teams.person('Cem Kaya');
    const data = { referral: scene.referral.id };
    return bot.teams.press(cem, scene.channel, 'referral.accept', data, { replyToId: scene.channelCard.id });
  }

  async function idle(): Promise<boolean> {
    const now = clock.now().toISOString();
    return (await bot.composed.store.due(now, { total: 1, perOrganization: 1 })).length === 0;
  }
});
